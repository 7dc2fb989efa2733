import type { BudgetStep, Flow, Step } from "../../flow/flow.ts";
import type { Order } from "../../order/order.ts";
import { timeText } from "../amounts.ts";
import type { LineOf } from "../line-of.ts";
import { fill } from "../phrases/phrases.ts";
import type { Group, Mark } from "../scene.ts";
import { textMarks } from "./draw-texts.ts";
import { baseline } from "./place-label.ts";
import type { Rows } from "./placement.ts";
import type { Plan } from "./plan.ts";
import { oneLine, type Words } from "./words.ts";

/** A stretch with a budget, beside all lifelines. */
export interface BudgetPlan {
  readonly step: BudgetStep;
  readonly words: Words;
  /** px from the left edge of all budgets to its line. */
  readonly x: number;
}

export interface Budgets {
  readonly list: readonly BudgetPlan[];
  /** px that they take left of the first lifeline's own room. */
  readonly width: number;
}

/** px: half a tick's length, and the room around a line. */
const tick = 4;
const air = 8;

/**
 * Gives each budget a place beside the picture: those whose stretches have messages in common stand side by side.
 *
 * In:   a flow.
 * Out:  lines from left to right, px.
 * Cost: budgets times lanes.
 * Source: interval colouring from left to right (Kleinberg, Tardos: Algorithm Design, section 4.1).
 */
export const budgetsOf = (flow: Flow, { style }: Pick<Plan, "style">): Budgets => {
  const steps = budgetSteps(flow).sort((a, b) => firstOf(a) - firstOf(b));
  if (steps.length === 0) return noBudgets;
  const lanes: { end: number; width: number; readonly steps: { step: BudgetStep; words: Words }[] }[] = [];
  for (const step of steps) {
    const words = oneLine(`≤ ${timeText(step.limit)}`, { face: "medium", size: style.small });
    const free = lanes.find(({ end }) => end < firstOf(step));
    const lane = free ?? { end: 0, width: 0, steps: [] };
    if (!free) lanes.push(lane);
    lane.end = Math.max(step.from, step.to);
    lane.width = Math.max(lane.width, words.width + air);
    lane.steps.push({ step, words });
  }
  let left = 0;
  const list = lanes.flatMap(({ width, steps: own }) => {
    const x = left + width / 2;
    left += width;
    return own.map(({ step, words }) => ({ step, words, x: Math.round(x) }));
  });
  return { list, width: left > 0 ? Math.ceil((left + air) / 4) * 4 : 0 };
};

const noBudgets: Budgets = { list: [], width: 0 };

const firstOf = ({ from, to }: BudgetStep): number => Math.min(from, to);

const budgetSteps = (flow: Flow): BudgetStep[] => {
  const found: BudgetStep[] = [];
  const visit = (body: readonly Step[]): void => {
    for (const step of body) {
      if (step.kind === "budget") found.push(step);
      else if (step.kind === "fragment")
        for (const operand of flow.fragments[step.fragment]?.operands ?? []) visit(operand.body);
    }
  };
  visit(flow.body);
  return found;
};

/** Each as a measure: a line from the sending of its first message to the arrival of its last. */
export const drawBudgets = (
  { list }: Budgets,
  left: number,
  rows: Rows,
  order: Order,
  { say }: Plan,
  lineOf: LineOf,
): readonly Group[] =>
  list.flatMap(({ step, words, x: offset }): readonly Group[] => {
    const ends = [step.from, step.to].flatMap((message) => [order.sendOf[message], order.receiptOf[message]]);
    const heights = ends
      .map((each) => rows.places[each ?? -1])
      .filter((y): y is number => y !== undefined && !Number.isNaN(y));
    const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
    if (!(bottom > top)) return [];
    const x = left + offset;
    const line = (x1: number, y1: number, x2: number, y2: number): Mark => ({
      kind: "path",
      paint: "divider-line",
      commands: [
        ["M", x1, y1],
        ["L", x2, y2],
      ],
    });
    const middle = (top + bottom) / 2;
    const label = {
      words,
      x,
      y: middle - words.height / 2 + baseline(words),
      anchor: "middle",
      rotate: 0,
    } as const;
    const fits = bottom - top >= words.height + 4;
    return [
      {
        role: "mark",
        name: fill(say.atMost, { time: timeText(step.limit) }),
        classes: ["budget"],
        line: lineOf(step.span),
        marks: [
          line(x - tick, top, x + tick, top),
          line(x, top, x, bottom),
          line(x - tick, bottom, x + tick, bottom),
          ...textMarks(fits ? label : { ...label, y: bottom + 2 + baseline(words) }, "divider-text", true),
        ],
      },
    ];
  });
