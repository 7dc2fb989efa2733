import type { RowEdge, RowReason } from "../../order/predecessors.ts";
import type { Board } from "./board.ts";

/** px that the caller wants between two rows, beside what the upper one keeps free. */
export type Weights = Readonly<Partial<Record<RowReason, number>>>;

/** Where the row of an edge's lower end may be, as far as its upper end is concerned. px. */
const after: Readonly<Record<RowReason, (board: Board, edge: RowEdge) => number>> = {
  lifeline: (board, { before }) => board.below[before] as number,
  flight: (board, { before }) => board.places[before] as number,
  reading: (board, { from }) => board.reads[from] as number,
};

/**
 * The highest y at which the row of an occurrence may stand: the greatest, over the edges of the graph of rows that end in
 * it, of what the upper row leaves and the edge's weight; below what is no occurrence in the columns that it touches; and,
 * on an axis of time, below its moment.
 *
 * In:     an occurrence all of whose predecessors are settled, or −1 for what is no occurrence; the columns; weights, px.
 * Out:    a y, px.
 * Cost:   linear in the row's edges; all rows together have at most three for each occurrence.
 * Source: one step of a longest path in topological order (Cormen et al., Introduction to Algorithms, section 22.2).
 */
export const earliest = (
  board: Board,
  occurrence: number,
  columns: readonly number[],
  { lifeline = 0, flight = 0, reading = 0 }: Weights,
): number => {
  const row = board.graph.rowOf[occurrence];
  const isRow = row !== undefined;
  let y = (isRow ? board.readFloor : board.last) + reading;
  if (isRow && board.since) y = Math.max(y, board.since[row] as number);
  for (const column of columns) {
    const kept = (isRow ? board.floor : board.cursor)[column];
    if (kept !== undefined && kept + lifeline > y) y = kept + lifeline;
  }
  const weights = { lifeline, flight, reading };
  for (const edge of (isRow && board.graph.into[row]) || []) {
    const from = after[edge.why](board, edge) + weights[edge.why];
    if (from > y) y = from;
  }
  return y;
};

/** What an occurrence leaves to those after it: px below which its lifeline goes on, and after which the next text is read. */
interface Left {
  readonly below: number;
  /** Absent where it begins no statement: the next one may start beside it. */
  readonly reads?: number;
}

/** Gives an occurrence its height, px. −1 is none. */
export const settle = (board: Board, occurrence: number | undefined, y: number, left: Left): void => {
  if (occurrence === undefined || occurrence < 0) return;
  board.places[occurrence] = y;
  leave(board, occurrence, left);
};

/** An occurrence that nothing shows hands on what stands above it. */
export const pass = (board: Board, occurrence: number): void =>
  leave(board, occurrence, { below: earliest(board, occurrence, [], {}), reads: board.last });

const leave = (board: Board, occurrence: number, { below, reads }: Left): void => {
  board.below[occurrence] = below;
  board.reads[occurrence] = reads ?? board.last;
  const column = board.plan.column[board.order.occurrences[occurrence]?.lifeline ?? -1] ?? -1;
  if (column >= 0) board.cursor[column] = Math.max(board.cursor[column] as number, below);
  if (reads !== undefined) board.last = Math.max(board.last, reads);
};

/** What is no occurrence keeps the next one on a column below `y`, px. */
export const keepBelow = (board: Board, column: number, y: number): void => {
  board.floor[column] = Math.max(board.floor[column] as number, y);
  board.cursor[column] = Math.max(board.cursor[column] as number, y);
};

/** What is no occurrence is read before the next statement: after `y`, px. */
export const readAfter = (board: Board, y: number): void => {
  board.readFloor = Math.max(board.readFloor, y);
  board.last = Math.max(board.last, y);
};
