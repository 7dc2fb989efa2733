import type { Boundary, Flow, Participant } from "../../flow/flow.ts";
import { authored } from "../authored.ts";
import { labelFont } from "../label-font.ts";
import type { LineOf } from "../line-of.ts";
import type { Group } from "../scene.ts";
import type { Gap } from "./columns.ts";
import type { Rooms } from "./demands.ts";
import { centredText, textMarks } from "./draw-texts.ts";
import type { Plan } from "./plan.ts";
import type { Words } from "./words.ts";
import { oneLine, shownText } from "./words.ts";

/** px between a boundary and what it holds. */
const pad = 12;
const titleHeight = 20;

/** One frame of a boundary: a run of neighbouring lifelines; a boundary whose members stand apart has several. */
export interface BoundaryRun {
  readonly boundary: Boundary;
  readonly low: number;
  readonly high: number;
  /** 1 for the innermost: how many frames lie one inside the other here, px grow with it. */
  readonly height: number;
  readonly words: Words;
}

/** The frames of all boundaries, outer ones first. */
export const boundaryRuns = (flow: Flow, plan: Plan): readonly BoundaryRun[] => {
  const parents = (index: number | undefined): readonly number[] =>
    index === undefined ? [] : [...parents(flow.boundaries[index]?.parent), index];
  const chains = plan.lifelines.map((each) => parents((flow.participants[each] as Participant).boundary));
  const depth = Math.max(0, ...chains.map((chain) => chain.length));
  const runs: BoundaryRun[] = [];
  for (let level = 0; level < depth; level++) {
    let low = 0;
    while (low < chains.length) {
      const index = chains[low]?.[level];
      let high = low;
      while (index !== undefined && chains[high + 1]?.[level] === index) high++;
      const boundary = index === undefined ? undefined : flow.boundaries[index];
      if (boundary) {
        const words = oneLine(
          shownText(boundary.label),
          labelFont(boundary.style, { face: "semibold", size: plan.style.small + 1 }),
        );
        const below = Math.max(...chains.slice(low, high + 1).map((chain) => chain.length));
        runs.push({ boundary, low, high, height: below - level, words });
      }
      low = high + 1;
    }
  }
  return runs;
};

/** px from a lifeline to where the frames around it begin on one side: past its head, its tags and its fragments. */
const insideOf = (plan: Plan, column: number, beside: readonly number[]): number =>
  Math.max(half(plan, column), beside[column] ?? 0);

/** px of half a head and its details. */
const half = ({ heads }: Plan, column: number): number =>
  Math.max(heads[column]?.width ?? 0, heads[column]?.detail?.width ?? 0) / 2;

/** Room, whole px, for the frames beside the heads and what else belongs to their lifelines, and for their titles. */
export const boundaryGaps = (
  runs: readonly BoundaryRun[],
  plan: Plan,
  { left: leftRooms, right: rightRooms }: Rooms,
): readonly Gap[] => {
  const gaps: Gap[] = [];
  const need = (left: number, right: number, width: number): void => {
    gaps.push({ left, right, width: Math.ceil(width) });
  };
  const count = plan.lifelines.length;
  const beside = (column: number, side: -1 | 1): number => {
    let most = 0;
    for (const { low, high, height } of runs)
      if ((side < 0 ? low : high) === column) most = Math.max(most, height);
    return most * pad;
  };
  for (let column = -1; column < count; column++) {
    const frames = beside(column, 1) + beside(column + 1, -1);
    const heads = (column < 0 ? 0 : half(plan, column)) + (column + 1 < count ? half(plan, column + 1) : 0);
    const between = column >= 0 && column + 1 < count;
    need(column, column + 1, heads + frames + (between ? plan.style.headGap : 0));
    // Where an edge stands between two lifelines, what belongs to either keeps to its own side.
    if (frames > 0)
      need(
        column,
        column + 1,
        (column < 0 ? 0 : insideOf(plan, column, rightRooms)) +
          (column + 1 < count ? insideOf(plan, column + 1, leftRooms) : 0) +
          frames +
          (between ? plan.style.gap : 0),
      );
  }
  for (const { low, high, height, words } of runs) {
    const room = words.width + 2 * pad - 2 * height * pad;
    if (low < high) need(low, high, room - half(plan, low) - half(plan, high));
    else need(low, low + 1, room - half(plan, low) + (low + 1 < count ? half(plan, low + 1) : 0));
  }
  return gaps;
};

/** px that the titles of all boundaries take above the heads. */
export const boundaryHead = (runs: readonly BoundaryRun[]): number =>
  runs.length === 0 ? 0 : Math.max(...runs.map(({ height }) => height)) * titleRow(runs) + 4;

/** px of one row of titles: all have the room of the largest. */
const titleRow = (runs: readonly BoundaryRun[]): number =>
  Math.max(titleHeight, ...runs.map(({ words }) => words.height + 2));

export const drawBoundaries = (
  runs: readonly BoundaryRun[],
  plan: Plan,
  { left: leftRooms, right: rightRooms }: Rooms,
  x: readonly number[],
  headTop: number,
  bottom: number,
  lineOf: LineOf,
): readonly Group[] => {
  const row = titleRow(runs);
  return runs.map(({ boundary, low, high, height, words }) => {
    const left = (x[low] as number) - insideOf(plan, low, leftRooms) - height * pad + 2;
    const wanted = left + words.width + 2 * pad;
    const right = Math.max((x[high] as number) + insideOf(plan, high, rightRooms) + height * pad - 2, wanted);
    const top = headTop - height * row - 4;
    const end = bottom + height * 6;
    return {
      role: "boundary",
      name: `${boundary.label.text}, boundary`,
      classes: ["boundary"],
      ...authored(boundary, lineOf),
      marks: [
        {
          kind: "rect",
          paint: "boundary",
          x: left,
          y: top,
          width: right - left,
          height: end - top,
          radius: 10,
        },
        ...textMarks(centredText(words, left + pad, top + row / 2 + 1, "start"), "boundary-text"),
      ],
    };
  });
};
