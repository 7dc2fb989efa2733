import type { Cut, CutData, Piece, PieceData } from "./pieces.ts";

/**
 * Loads the fonts of the given pieces, one module for each cut among them: 50 kB for a picture in plain English,
 * where all cuts are 600 kB. `allPieces` (all-pieces.ts) is the same data for callers that cannot wait.
 */
export const loadPieces = async (pieces: readonly Piece[]): Promise<PieceData> => {
  const wanted = [...new Set(pieces.map(({ cut }) => cut))];
  return Object.fromEntries(
    await Promise.all(wanted.map(async (cut) => [cut, await loaders[cut]()] as const)),
  );
};

/** Written out, because bundlers split a program only at imports that they can read. */
const loaders: Readonly<Record<Cut, () => Promise<CutData>>> = {
  ascii: async () => (await import("./fonts/pieces/ascii.ts")).ascii,
  greek: async () => (await import("./fonts/pieces/greek.ts")).greek,
  cyrillic: async () => (await import("./fonts/pieces/cyrillic.ts")).cyrillic,
  latin: async () => (await import("./fonts/pieces/latin.ts")).latin,
  letters: async () => (await import("./fonts/pieces/letters.ts")).letters,
  symbols: async () => (await import("./fonts/pieces/symbols.ts")).symbols,
  signs: async () => (await import("./fonts/pieces/signs.ts")).signs,
};
