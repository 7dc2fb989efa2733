import type { Board } from "./board.ts";
import { chipTop } from "./place-chips.ts";
import { baseline, type Texts, type Way } from "./place-label.ts";
import type { PlacedWords } from "./placement.ts";
import type { MessagePlan, Side } from "./plan.ts";
import type { Words } from "./words.ts";

/** px between a lifeline's bar and words that stand behind it. */
const offset = 6;

/** px that the words of a message take, one under the other. */
export const asideHeight = ({ label, detail }: MessagePlan): number =>
  (label?.height ?? 0) + (detail?.height ?? 0);

const widthOf = ({ label, detail }: MessagePlan): number => Math.max(label?.width ?? 0, detail?.width ?? 0);

/** Where words behind a message's sender could begin, px. */
export const asideTop = (board: Board, { plan, side }: Way): number =>
  chipTop(board, plan.from, -side as Side, [{ width: widthOf(plan) }]);

/** The words of a message behind its sender, level, in the middle of the line's upper end. */
export const textsAside = (board: Board, { plan, side }: Way, y: number): Texts => {
  const { label, detail, from } = plan;
  const half = board.plan.half[from] as number;
  const x = (board.x[from] as number) - side * (half + offset);
  const top = y - asideHeight(plan) / 2;
  board.boxes.take(
    Math.min(x, x - side * widthOf(plan)),
    Math.max(x, x - side * widthOf(plan)),
    top + asideHeight(plan),
  );
  const put = (words: Words, at: number): PlacedWords => ({
    words,
    x,
    y: at + baseline(words),
    anchor: side > 0 ? "end" : "start",
    rotate: 0,
  });
  return {
    label: label && put(label, top),
    detail: detail && put(detail, top + (label?.height ?? 0)),
  };
};
