import type { RowReason } from "../../order/predecessors.ts";
import type { Board } from "./board.ts";

/** px that the caller wants between two rows, beside what the upper one keeps free. */
export type Weights = Readonly<Partial<Record<RowReason, number>>>;

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
  const { places, below, reads, graph, since } = board;
  const row = occurrence < 0 ? undefined : graph.rowOf[occurrence];
  const isRow = row !== undefined;
  let y = (isRow ? board.readFloor : board.last) + reading;
  if (isRow && since) y = Math.max(y, since[row] as number);
  const kept = isRow ? board.floor : board.cursor;
  for (const column of columns) if (column >= 0) y = Math.max(y, (kept[column] as number) + lifeline);
  const edges = isRow ? graph.into[row] : undefined;
  if (edges === undefined) return y;
  for (const { why, before, from } of edges) {
    // Where the row may be, as far as the upper one is concerned.
    const free =
      why === "lifeline"
        ? (below[before] as number) + lifeline
        : why === "flight"
          ? (places[before] as number) + flight
          : (reads[from] as number) + reading;
    if (free > y) y = free;
  }
  return y;
};

/**
 * Gives an occurrence its height, px. −1 is none.
 *
 * In: px below which its lifeline goes on, and after which the next text is read: absent where it begins no statement, so
 *     that the next one may start beside it.
 */
export const settle = (board: Board, occurrence: number, y: number, below: number, reads?: number): void => {
  if (occurrence < 0) return;
  board.places[occurrence] = y;
  leave(board, occurrence, below, reads);
};

/** An occurrence that nothing shows hands on what stands above it. */
export const pass = (board: Board, occurrence: number): void =>
  leave(board, occurrence, earliest(board, occurrence, none, {}), board.last);

const none: readonly number[] = [];

const leave = (board: Board, occurrence: number, below: number, reads: number | undefined): void => {
  board.below[occurrence] = below;
  board.reads[occurrence] = reads ?? board.last;
  const column = board.columnOf[occurrence] as number;
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
