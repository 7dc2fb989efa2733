import type { SourcePlace } from "../line-of.ts";
import type { Board } from "./board.ts";
import { freeBelow } from "./board.ts";
import { type ChipPlan, chipHeight } from "./chips.ts";
import { chipOffset } from "./demands.ts";
import type { Side } from "./plan.ts";

/** px between a tag and what stands above it. */
const air = 3;

/** Where the topmost tag beside a lifeline could begin. */
export const chipTop = (
  board: Board,
  column: number,
  side: Side,
  chips: readonly { readonly width: number }[],
): number => {
  if (column < 0 || chips.length === 0) return 0;
  const [a, b] = chipRange(board, column, side, Math.max(...chips.map(({ width }) => width)));
  return freeBelow(board, a, b) + air;
};

const chipRange = (board: Board, column: number, side: Side, width: number): readonly [number, number] => {
  const near = (board.x[column] as number) + side * ((board.plan.half[column] as number) + chipOffset);
  return side < 0 ? [near - width, near] : [near, near + width];
};

/** Stacks tags beside a lifeline, the first at the height of its occurrence or the first free place below. */
export const placeChips = (
  board: Board,
  column: number,
  side: Side,
  chips: readonly ChipPlan[],
  y: number,
  span: SourcePlace,
): void => {
  if (column < 0) return;
  for (const { width, words, tone, ties, icon, name } of chips) {
    const [a, b] = chipRange(board, column, side, width);
    const top = Math.max(y - chipHeight / 2, freeBelow(board, a, b) + air);
    board.boxes.take(a, b, top + chipHeight);
    board.chips.push({
      box: { x: a, y: top, width, height: chipHeight },
      words,
      tone,
      ties,
      ...(icon && { icon }),
      span,
      name,
    });
  }
};
