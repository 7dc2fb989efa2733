/** A place in a line that is read from left to right, with tabs as stops of four columns. */
export interface Cursor {
  /** UTF-16 offset into the line. */
  readonly at: number;
  /** The column of that offset, from 0. */
  readonly column: number;
  /** Columns of a tab before `at` that are not used up yet. */
  readonly rest: number;
}

export const lineBegin: Cursor = { at: 0, column: 0, rest: 0 };

/** Past as much white space as fills `most` columns; a tab that is wider is used in part. */
export const skipColumns = (line: string, from: Cursor, most: number): Cursor => {
  let { at, column, rest } = from;
  let left = most;
  const used = Math.min(rest, left);
  [rest, left, column] = [rest - used, left - used, column + used];
  while (left > 0) {
    const character = line[at];
    if (character !== " " && character !== "\t") break;
    const width = character === " " ? 1 : 4 - (column % 4);
    const taken = Math.min(width, left);
    [at, column, rest, left] = [at + 1, column + taken, width - taken, left - taken];
  }
  return { at, column, rest };
};

/** Columns of white space that begin at a place. */
export const indentAt = (line: string, from: Cursor): number =>
  skipColumns(line, from, Number.POSITIVE_INFINITY).column - from.column;

export const isBlankFrom = (line: string, { at }: Cursor): boolean => /^[ \t]*$/.test(line.slice(at));
