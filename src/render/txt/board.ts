import type { Run } from "./columns.ts";

/** What the rows are found on: made for one picture. Rows count from 0. */
export interface Board {
  /** The lowest row taken in a run of cells; -1 where none is. */
  readonly lowest: (run: Run) => number;
  readonly take: (run: Run, row: number) => void;
  /** Nothing that happens later stands above this row. */
  floor: number;
}

export const newBoard = (width: number): Board => {
  const taken = new Int32Array(width + 4).fill(-1);
  const within = (cell: number): number => Math.min(taken.length - 1, Math.max(0, cell));
  return {
    floor: 0,
    lowest: ([first, last]) => {
      let row = -1;
      for (let at = within(first); at <= within(last); at++) row = Math.max(row, taken[at] as number);
      return row;
    },
    take: ([first, last], row) => {
      for (let at = within(first); at <= within(last); at++) taken[at] = Math.max(taken[at] as number, row);
    },
  };
};
