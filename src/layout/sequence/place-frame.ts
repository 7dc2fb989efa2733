import type { Fragment, Step } from "../../flow/flow.ts";
import type { Board } from "./board.ts";
import { freeBelow } from "./board.ts";
import type { FramePlan } from "./demands.ts";
import { baseline } from "./place-message.ts";
import type { PlacedFrame } from "./placement.ts";

/** px above a frame, and between its last row and its lower edge. */
const air = 6;

/**
 * Places a fragment: its frame starts below all that stands in its columns, its operands follow each other, and it ends
 * below everything inside it.
 */
export const placeFrame = (
  board: Board,
  fragment: Fragment,
  placeSteps: (steps: readonly Step[]) => void,
): void => {
  const plan = board.demands.frames[fragment.index];
  const ends = board.operandEnds[fragment.index] as number[];
  if (!plan) {
    for (const operand of fragment.operands) {
      placeSteps(operand.body);
      ends.push(board.last);
    }
    return;
  }
  const { style } = board.plan;
  const { low, high, left, right } = plan.extent;
  const x = (board.x[low] as number) - left;
  const end = (board.x[high] as number) + right;
  const inside = (): number => {
    let y = freeBelow(board, x, end);
    for (let at = low; at <= high; at++) y = Math.max(y, board.cursor[at] as number);
    return y;
  };
  const claim = (y: number): void => {
    board.boxes.take(x, end, y);
    for (let at = low; at <= high; at++) board.cursor[at] = Math.max(board.cursor[at] as number, y);
    board.last = Math.max(board.last, y - style.step + 6);
  };

  const top = Math.max(inside() + air, board.last + style.step / 2);
  const tabHeight = Math.max(style.tabHeight, (plan.labels[0]?.height ?? 0) + 6);
  claim(top + tabHeight);
  const operands: PlacedFrame["operands"][number][] = [];
  fragment.operands.forEach((operand, at) => {
    if (at > 0) {
      operands.push(divide(plan, at, x, inside() + air, claim));
      ends.push((operands[at - 1] as (typeof operands)[number]).y);
    }
    placeSteps(operand.body);
  });
  const bottom = Math.max(inside() + air, top + tabHeight + style.framePad);
  claim(bottom);
  ends.push(bottom);
  board.last = Math.max(board.last, bottom - style.step + 4);
  board.frames.push({
    fragment: fragment.index,
    box: { x, y: top, width: end - x, height: bottom - top },
    tab: { word: plan.word, label: plan.labels[0], width: plan.tabWidth, height: tabHeight },
    operands,
    depth: fragment.within.length,
  });
};

/** The dashed line above an operand, with the operand's label under it, clear of the bars that it would meet. */
const divide = (
  plan: FramePlan,
  operand: number,
  x: number,
  y: number,
  claim: (y: number) => void,
): PlacedFrame["operands"][number] => {
  const label = plan.labels[operand];
  claim(y + (label ? label.height + 6 : 4));
  if (!label) return { y };
  return { y, label: { words: label, x: x + 10, y: y + 4 + baseline(label), anchor: "start", rotate: 0 } };
};
