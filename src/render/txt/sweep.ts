import { newBoard } from "./board.ts";
import type { Columns, Run } from "./columns.ts";
import { firstAfter } from "./first-after.ts";

/** Lines of text in the picture. */
export interface PlacedText {
  readonly lines: readonly string[];
  readonly row: number;
  readonly run: Run;
  readonly isCentred: boolean;
}

/** The way from the top of a picture to its bottom: what waits for its turn, and what has happened above. */
export interface Sweep {
  readonly columns: Columns;
  readonly everywhere: Run;
  readonly texts: readonly PlacedText[];
  /** Puts something when its height has come, px; among things of one height those of a lower rank first. */
  readonly at: (y: number, rank: number, put: () => void) => void;
  /** The first free row for something so high in a run; `above` rows over it must be free too, in `over`. */
  readonly free: (run: Run, above?: number, over?: Run) => number;
  /** The lowest row that is taken in a run; -1 where none is. */
  readonly lowest: (run: Run) => number;
  readonly take: (run: Run, row: number) => void;
  /** The row that nothing which happens later stands above. */
  readonly floor: () => number;
  readonly down: (row: number) => void;
  /** Lines of text, which take their cells; `show` leaves that to others. */
  readonly write: (lines: readonly string[], run: Run, row: number, isCentred?: boolean) => void;
  readonly show: (text: PlacedText) => void;
  /** Something on a lifeline, and its row again. */
  readonly happens: (lifeline: number, y: number, row: number) => void;
  readonly eventAt: (lifeline: number, y: number) => number | undefined;
  /** Where a height of the scene has come to. */
  readonly pass: (y: number, row: number) => void;
  /** Puts all that waits, in its order. */
  readonly run: () => void;
  /** The row of what happens on a lifeline at a height, px; else of the last thing that happens above it. */
  readonly rows: () => (lifeline: number, y: number) => number;
}

interface Item {
  readonly y: number;
  readonly rank: number;
  readonly put: () => void;
}

export const newSweep = (columns: Columns): Sweep => {
  const board = newBoard(columns.width);
  const { lowest, take } = board;
  const items: Item[] = [];
  const events = columns.lifelines.map(() => new Map<number, number>());
  const all: { y: number; row: number }[] = [];
  const texts: PlacedText[] = [];
  return {
    columns,
    everywhere: [0, columns.width],
    texts,
    at: (y, rank, put) => void items.push({ y, rank, put }),
    free: (run, above = 0, over = run) =>
      Math.max(board.floor, lowest(run) + 1, above > 0 ? lowest(over) + 1 + above : 0),
    lowest,
    take,
    floor: () => board.floor,
    down: (row) => {
      board.floor = Math.max(board.floor, row);
    },
    write: (lines, run, row, isCentred = true) => {
      texts.push({ lines, row, run, isCentred });
      take(run, row + lines.length - 1);
    },
    show: (text) => void texts.push(text),
    happens: (lifeline, y, row) => void events[lifeline]?.set(Math.round(y * 2), row),
    eventAt: (lifeline, y) => {
      const mine = events[lifeline];
      const key = Math.round(y * 2);
      return mine?.get(key) ?? mine?.get(key - 1) ?? mine?.get(key + 1);
    },
    pass: (y, row) => void all.push({ y, row }),
    run: () => {
      const sorted = items
        .map((item, index) => ({ ...item, index }))
        .sort((a, b) => a.y - b.y || a.rank - b.rank || a.index - b.index);
      for (const { put } of sorted) put();
    },
    rows: () => {
      all.sort((a, b) => a.y - b.y);
      const ys = all.map(({ y }) => y);
      const own = events.map((mine) => [...mine.keys()].sort((a, b) => a - b));
      return (lifeline, y) => {
        const mine = own[lifeline] ?? [];
        const last = mine[firstAfter(mine, y * 2 + 1) - 1];
        if (last !== undefined && y * 2 - last < 2 * shortTail) return events[lifeline]?.get(last) ?? 0;
        return all[firstAfter(ys, y + 0.5) - 1]?.row ?? 0;
      };
    },
  };
};

/** px: a bar may end so far below the last that happens on it. */
const shortTail = 17;
