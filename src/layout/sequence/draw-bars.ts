import type { Flow, OperandRef, Participant } from "../../flow/flow.ts";
import { participantKinds } from "../../language/participant-kinds.ts";
import type { Execution } from "../../order/executions.ts";
import type { Order } from "../../order/order.ts";
import type { Lane } from "../../order/queues.ts";
import type { Wait } from "../../order/waits.ts";
import type { Group, Mark } from "../scene.ts";
import { centredText, textMarks } from "./draw-texts.ts";
import type { Rows } from "./placement.ts";
import type { Plan } from "./plan.ts";
import { oneLine } from "./words.ts";

/** Shortest bar that still reads as one, px. */
const shortest = 12;

/**
 * What stands on the lifelines: bars where a participant works, hatching where it waits, bands where messages wait.
 * Levels are placed side by side, outer ones first.
 */
export const drawBars = (
  flow: Flow,
  plan: Plan,
  order: Order,
  rows: Rows,
  x: readonly number[],
): readonly Group[] => {
  const { style } = plan;
  const at = (occurrence: number): number => rows.places[occurrence] ?? Number.NaN;
  const bars = order.executions.toSorted((a, b) => a.level - b.level).flatMap((execution) => bar(execution));

  function bar({ lifeline, start, end, endsAtReply, level }: Execution): readonly Group[] {
    const column = plan.column[lifeline] ?? -1;
    const top = at(start);
    const last = end === null ? rows.bottom : at(end);
    if (column < 0 || Number.isNaN(top) || Number.isNaN(last) || !plan.barred[column]) return [];
    const tail = endsAtReply || end === null ? 0 : style.barTail;
    const mark: Mark = {
      kind: "rect",
      paint: "execution",
      x: (x[column] as number) - style.barWidth / 2 + level * style.barShift,
      y: top,
      width: style.barWidth,
      height: Math.max(last + tail - top, endsAtReply ? 4 : shortest),
      radius: 2,
    };
    return [{ role: "execution", classes: ["execution"], marks: [mark] }];
  }

  const endOf = ({ fragment, operand }: OperandRef): number =>
    rows.operandEnds[fragment]?.[operand] ?? Number.NaN;

  const waits = order.waits.flatMap(
    ({ lifeline, start, startsAfter, end, endsAfter, level }: Wait): readonly Group[] => {
      const column = lifeline === null ? -1 : (plan.column[lifeline] ?? -1);
      const top = startsAfter ? endOf(startsAfter) : at(start);
      const bottom = endsAfter ? endOf(endsAfter) : end === null ? rows.bottom : at(end);
      if (column < 0 || !(bottom > top + 3)) return [];
      const box = {
        kind: "rect",
        x: (x[column] as number) - style.barWidth / 2 + level * style.barShift,
        y: top,
        width: style.barWidth,
        height: bottom - top,
      } as const;
      const marks: readonly Mark[] = [
        { ...box, paint: "waiting" },
        { ...box, paint: "waiting-hatch" },
      ];
      return [{ role: "wait", classes: ["waiting"], marks }];
    },
  );

  return [...order.lanes.flatMap((lane) => band(flow, plan, lane, rows, x)), ...bars, ...waits];
};

/** A queue's contents: a band as wide as the number of messages that wait at each height, with the number in it. */
const band = (flow: Flow, plan: Plan, lane: Lane, rows: Rows, x: readonly number[]): readonly Group[] => {
  const { style } = plan;
  const column = plan.column[lane.participant] ?? -1;
  const kind = (flow.participants[lane.participant] as Participant).kind;
  if (column < 0 || participantKinds[kind].lane !== "rails") return [];
  const points = lane.changes
    .map(({ occurrence, count }) => ({ y: rows.places[occurrence] as number, count }))
    .filter(({ y }) => !Number.isNaN(y));
  const marks: Mark[] = [];
  points.forEach(({ y, count }, index) => {
    const end = points[index + 1]?.y ?? rows.bottom;
    if (count === 0 || end - y < 1) return;
    const width = Math.min(style.railWidth - 4, style.bandWidth + (count - 1) * style.bandGrowth);
    const centre = x[column] as number;
    marks.push({
      kind: "rect",
      paint: "band",
      x: centre - width / 2,
      y,
      width,
      height: end - y,
      radius: Math.min(3, (end - y) / 2),
    });
    const shown = oneLine(String(count), { face: "semibold", size: style.small });
    if (end - y >= 16)
      marks.push(...textMarks(centredText(shown, centre, (y + end) / 2, "middle"), "band-text"));
  });
  return marks.length > 0 ? [{ role: "lane", classes: ["band"], marks }] : [];
};
