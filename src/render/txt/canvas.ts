import { clustersOf } from "./cells.ts";

/** A sheet of cells: lines that join where they meet, and characters over them. */
export interface Canvas {
  /** A line from the middle of a cell to the middle of another in the same row. */
  readonly across: (row: number, from: number, to: number, isDashed?: boolean) => void;
  readonly down: (cell: number, from: number, to: number, isDashed?: boolean) => void;
  /** One character, over whatever is there. */
  readonly sign: (row: number, cell: number, character: string) => void;
  readonly signAt: (row: number, cell: number) => string | undefined;
  /** Takes everything away between two cells. */
  readonly clear: (row: number, from: number, to: number) => void;
  readonly write: (row: number, cell: number, text: string) => void;
  /** Rows without blanks at their ends, each with a line end. In: a sign for each that is to be shown by another. */
  readonly print: (signs?: Readonly<Record<string, string>>) => string;
}

const up = 1;
const below = 2;
const left = 4;
const right = 8;
const dashedAcross = 16;
const dashedDown = 32;

export const newCanvas = (width: number, height: number): Canvas => {
  const lines = new Uint8Array(width * height);
  const signs: (string[] | undefined)[] = new Array(height).fill(undefined);
  const isOn = (row: number, cell: number): boolean => row >= 0 && row < height && cell >= 0 && cell < width;
  const join = (row: number, cell: number, bits: number): void => {
    if (isOn(row, cell)) lines[row * width + cell] = (lines[row * width + cell] as number) | bits;
  };
  const sign = (row: number, cell: number, character: string): void => {
    if (!isOn(row, cell)) return;
    signs[row] ??= [];
    (signs[row] as string[])[cell] = character;
  };
  return {
    across: (row, a, b, isDashed = false) => {
      const [from, to] = a < b ? [a, b] : [b, a];
      for (let cell = from; cell <= to; cell++)
        join(row, cell, (cell > from ? left : 0) | (cell < to ? right : 0) | (isDashed ? dashedAcross : 0));
    },
    down: (cell, from, to, isDashed = false) => {
      for (let row = from; row <= to; row++)
        join(row, cell, (row > from ? up : 0) | (row < to ? below : 0) | (isDashed ? dashedDown : 0));
    },
    sign,
    signAt: (row, cell) => signs[row]?.[cell],
    clear: (row, from, to) => {
      for (let cell = from; cell <= to; cell++)
        if (isOn(row, cell)) {
          lines[row * width + cell] = 0;
          delete signs[row]?.[cell];
        }
    },
    write: (row, start, text) => {
      let cell = start;
      for (const cluster of clustersOf(text)) {
        sign(row, cell, cluster.text);
        if (cluster.cells === 2) sign(row, cell + 1, "");
        cell += cluster.cells;
      }
    },
    print: (shown) => {
      const rows: string[] = [];
      for (let row = 0; row < height; row++) {
        let line = "";
        const own = signs[row];
        for (let cell = 0; cell < width; cell++) {
          const character = own?.[cell] ?? glyph(lines[row * width + cell] as number);
          line += shown === undefined ? character : plain(character, shown);
        }
        rows.push(line.trimEnd());
      }
      return `${rows.join("\n").trimEnd()}\n`;
    },
  };
};

/** By the sum of the sides that a line leaves by. */
const joints = [
  ...[" ", "│", "│", "│", "─", "┘", "┐", "┤"],
  ...["─", "└", "┌", "├", "─", "┴", "┬", "┼"],
] as const;

const glyph = (bits: number): string => {
  const sides = bits & (up | below | left | right);
  if (bits & dashedAcross && !(sides & (up | below))) return "╌";
  if (bits & dashedDown && !(sides & (left | right))) return "╎";
  return joints[sides] ?? " ";
};

/** In 7 bits: what has no sign of its own loses its accents, or is a question mark for each cell. */
const plain = (character: string, shown: Readonly<Record<string, string>>): string => {
  if (/^[ -~]*$/.test(character)) return character;
  const known = Object.hasOwn(shown, character) ? shown[character] : undefined;
  if (known !== undefined) return known;
  const bare = character.normalize("NFKD").replace(/\p{M}/gu, "");
  const cells = clustersOf(character).reduce((sum, each) => sum + each.cells, 0);
  return /^[ -~]+$/.test(bare) && bare.length === cells ? bare : "?".repeat(cells);
};
