import type { Fragment, FragmentStep, Step } from "../../flow/flow.ts";
import type { Board } from "./board.ts";
import { freeBelow } from "./board.ts";
import { type FramePlan, labelIndent } from "./demands.ts";
import { earliest, keepBelow, readAfter } from "./earliest.ts";
import { baseline } from "./place-label.ts";
import { markOccurrences, passUnseen } from "./place-marks.ts";
import type { PlacedFrame, PlacedWords } from "./placement.ts";

/** px above a frame, and between its last row and its lower edge. */
const air = 6;

/**
 * Places a fragment: its frame starts below all that stands in its columns, its operands follow each other, and it ends
 * below everything inside it.
 */
export const placeFrame = (
  board: Board,
  step: FragmentStep,
  placeSteps: (steps: readonly Step[]) => void,
): void => {
  const fragment = board.flow.fragments[step.fragment] as Fragment;
  const plan = board.demands.frames[fragment.index];
  const ends = board.operandEnds[fragment.index] as number[];
  if (!plan) {
    passUnseen(board, step);
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
  /** Takes a strip across the frame: `depth` px deep between two x, a hair's breadth elsewhere. */
  const claim = (y: number, depth: number, from: number, to: number): void => {
    board.boxes.take(x, end, y + 3);
    board.boxes.take(from, to, y + depth);
    for (let at = low; at <= high; at++) {
      const centre = board.x[at] as number;
      const under = centre > from - style.barWidth && centre < to + style.barWidth;
      keepBelow(board, at, y + (under ? depth : 6));
    }
    readAfter(board, y - style.step / 2);
  };

  let top = Math.max(inside() + air, board.last + style.step / 2);
  // Who decides may stand outside of the frame.
  for (const each of board.ofStep(step))
    top = Math.max(top, earliest(board, each, [], { reading: style.step / 2 }));
  markOccurrences(board, step, top, top, top - style.step / 2);
  const tabHeight = Math.max(style.tabHeight, (plan.labels[0]?.height ?? 0) + 6);
  claim(top, tabHeight, x, x + plan.tabWidth + 4);
  const operands: PlacedFrame["operands"][number][] = [];
  fragment.operands.forEach((operand, at) => {
    if (at > 0) {
      const y = inside() + air;
      const label = operandLabel(board, plan, at, x, y);
      operands.push({ y, ...(label && { label }) });
      if (label) claim(y, label.words.height + 6, label.x - 4, label.x + label.words.width + 4);
      else claim(y, 4, x, end);
      ends.push(y);
    }
    placeSteps(operand.body);
  });
  const bottom = Math.max(inside() + air, top + tabHeight + style.framePad);
  claim(bottom, 0, x, end);
  ends.push(bottom);
  readAfter(board, bottom - style.step + 4);
  board.frames.push({
    fragment: fragment.index,
    box: { x, y: top, width: end - x, height: bottom - top },
    tab: { word: plan.word, label: plan.labels[0], width: plan.tabWidth, height: tabHeight },
    operands,
    depth: fragment.within.length,
  });
};

/** An operand's label, under its dashed line: before the first lifeline if it fits there, else behind its bar. */
const operandLabel = (
  board: Board,
  plan: FramePlan,
  operand: number,
  x: number,
  y: number,
): PlacedWords | undefined => {
  const label = plan.labels[operand];
  if (!label) return undefined;
  const centre = board.x[plan.extent.low] as number;
  const half = board.plan.half[plan.extent.low] as number;
  const fits = x + labelIndent + label.width + 4 <= centre - half;
  const start = fits || half === 0 ? x + labelIndent : centre + half + board.plan.style.barShift + 6;
  return { words: label, x: start, y: y + 4 + baseline(label), anchor: "start", rotate: 0 };
};
