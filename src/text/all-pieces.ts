import { ascii } from "./fonts/pieces/ascii.ts";
import { cyrillic } from "./fonts/pieces/cyrillic.ts";
import { greek } from "./fonts/pieces/greek.ts";
import { latin } from "./fonts/pieces/latin.ts";
import { letters } from "./fonts/pieces/letters.ts";
import { signs } from "./fonts/pieces/signs.ts";
import { symbols } from "./fonts/pieces/symbols.ts";
import type { Cut, CutData } from "./pieces.ts";

/**
 * Every font that a picture may carry. Importing this costs about 600 kB of strings (2 to 5 ms in Node), so only
 * what draws synchronously does; everything else awaits `loadPieces`.
 */
export const allPieces: Readonly<Record<Cut, CutData>> = {
  ascii,
  cyrillic,
  greek,
  latin,
  letters,
  signs,
  symbols,
};
