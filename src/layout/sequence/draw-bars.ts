import type { Flow, NamedExecution, OperandRef, Participant } from "../../flow/flow.ts";
import { participantKinds } from "../../language/participant-kinds.ts";
import type { Execution } from "../../order/executions.ts";
import type { Order } from "../../order/order.ts";
import type { Lane } from "../../order/queues.ts";
import type { Wait } from "../../order/waits.ts";
import { authored } from "../authored.ts";
import type { LineOf } from "../line-of.ts";
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
  lineOf: LineOf,
): readonly Group[] => {
  const { style, column, barred } = plan;
  const { places, operandEnds, bottom: foot } = rows;
  const { executions, waits, lanes } = order;
  const named = new Map(flow.executions.map((each) => [`${each.participant}.${each.path}`, each]));
  const groups: Group[] = [];
  const leftOf = (at: number, level: number): number =>
    (x[at] as number) - style.barWidth / 2 + level * style.barShift;
  const endOf = ({ fragment, operand }: OperandRef): number => operandEnds[fragment]?.[operand] ?? Number.NaN;

  const bar = ({ lifeline, start, end, endsAtReply, level, name }: Execution): void => {
    const at = column[lifeline] ?? -1;
    const top = places[start] ?? Number.NaN;
    const last = end === null ? foot : (places[end] ?? Number.NaN);
    if (at < 0 || Number.isNaN(top) || Number.isNaN(last) || !barred[at]) return;
    const tail = endsAtReply || end === null ? 0 : style.barTail;
    const mark: Mark = {
      kind: "rect",
      paint: "execution",
      x: leftOf(at, level),
      y: top,
      width: style.barWidth,
      height: Math.max(last + tail - top, endsAtReply ? 4 : shortest),
      radius: 2,
    };
    const said = name === undefined ? undefined : named.get(`${lifeline}.${name}`);
    groups.push({
      role: "execution",
      classes: executionClasses,
      ...(said && lookOf(said, lineOf)),
      marks: [mark],
    });
  };

  const wait = ({ lifeline, start, startsAfter, end, endsAfter, level }: Wait): void => {
    const at = lifeline === null ? -1 : (column[lifeline] ?? -1);
    const top = startsAfter ? endOf(startsAfter) : (places[start] ?? Number.NaN);
    const bottom = endsAfter ? endOf(endsAfter) : end === null ? foot : (places[end] ?? Number.NaN);
    if (at < 0 || !barred[at] || !(bottom > top + 3)) return;
    const box = { x: leftOf(at, level), y: top, width: style.barWidth, height: bottom - top };
    const marks: readonly Mark[] = [
      { kind: "rect", paint: "waiting", ...box },
      { kind: "rect", paint: "waiting-hatch", ...box },
    ];
    groups.push({ role: "wait", classes: waitClasses, marks });
  };

  for (const lane of lanes) groups.push(...band(flow, plan, lane, rows, x));
  for (const each of executions.toSorted((a, b) => a.level - b.level)) bar(each);
  for (const each of waits) wait(each);
  return groups;
};

const executionClasses = ["execution"] as const;
const waitClasses = ["waiting"] as const;

/** What the text says of an execution. */
const lookOf = (execution: NamedExecution, lineOf: LineOf): Omit<Group, "role" | "classes" | "marks"> => ({
  ...(execution.label && { name: execution.label.text }),
  ...authored(execution, lineOf),
});

/** A queue's contents: a band as wide as the number of messages that wait at each height, with the number in it. */
const band = (flow: Flow, plan: Plan, lane: Lane, rows: Rows, x: readonly number[]): readonly Group[] => {
  const { style } = plan;
  const column = plan.column[lane.participant] ?? -1;
  const kind = (flow.participants[lane.participant] as Participant).kind;
  if (column < 0 || participantKinds[kind].lane !== "rails") return [];
  const points = lane.changes
    .map(({ occurrence, endOf, count }) => ({
      y: endOf
        ? (rows.operandEnds[endOf.fragment]?.[endOf.operand] ?? Number.NaN)
        : (rows.places[occurrence] ?? Number.NaN),
      count,
    }))
    .filter(({ y }) => !Number.isNaN(y));
  const marks: Mark[] = [];
  const taken = textsAt(rows, x[column] as number, style.railWidth / 2);
  // Its contents end where it is destroyed, above the cross.
  const last = Math.min(
    rows.bottom,
    (rows.destroyed[lane.participant] || Number.POSITIVE_INFINITY) - crossHeight,
  );
  let passed = 0;
  points.forEach(({ y, count }, index) => {
    while ((taken[passed]?.[1] ?? Number.POSITIVE_INFINITY) <= y) passed++;
    const end = Math.min(last, points[index + 1]?.y ?? last);
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
    const middle = freeMiddle(y, end, taken, passed);
    if (middle !== undefined)
      marks.push(...textMarks(centredText(shown, centre, middle, "middle"), "band-text"));
  });
  return marks.length > 0 ? [{ role: "lane", classes: ["band"], marks }] : [];
};

type Stretch = readonly [top: number, bottom: number];

/** Where texts and messages lie over a lane: its number must not stand there. By their upper edge. */
const textsAt = (rows: Rows, centre: number, half: number): readonly Stretch[] => {
  const found: Stretch[] = [];
  const add = (left: number, right: number, top: number, bottom: number): void => {
    if (right > centre - half && left < centre + half) found.push([top, bottom]);
  };
  for (const { box, tab, operands } of rows.frames) {
    add(box.x, box.x + tab.width, box.y, box.y + tab.height);
    for (const { label } of operands)
      if (label)
        add(
          label.x,
          label.x + label.words.width,
          label.y - label.words.leading,
          label.y + label.words.height,
        );
  }
  for (const { label, detail, ends, x1, y1, x2, y2 } of rows.messages) {
    const slope = (y2 - y1) / (x2 - x1 || 1);
    const crossing = y1 + slope * (centre - x1);
    const reach = Math.abs(slope) * half + 2;
    if (Math.min(x1, x2) < centre && centre < Math.max(x1, x2))
      add(centre, centre, crossing - reach, crossing + reach);
    for (const text of [label, detail, ...(ends ?? [])]) {
      if (!text) continue;
      const { width, height } = text.words;
      const left = text.anchor === "start" ? text.x : text.x - width / 2;
      const tilt = Math.abs((width / 2) * Math.sin((text.rotate * Math.PI) / 180));
      add(left, left + width, text.y - text.words.leading - tilt, text.y + height + tilt);
    }
  }
  for (const { box } of [...rows.notes, ...rows.chips])
    add(box.x, box.x + box.width, box.y, box.y + box.height);
  for (const { y, words } of rows.dividers)
    add(0, Number.POSITIVE_INFINITY, y - words.height, y + words.height);
  return found.toSorted((a, b) => a[0] - b[0]);
};

/** px above a destroyed lane's end that its cross takes. */
const crossHeight = 10;
/** px that a lane's number takes. */
const numberHeight = 16;

/** The middle of the first free stretch that is high enough for a number; all before `first` end above `top`. */
const freeMiddle = (
  top: number,
  bottom: number,
  taken: readonly Stretch[],
  first: number,
): number | undefined => {
  let start = top;
  let at = first;
  for (; at < taken.length; at++) {
    const [from, to] = taken[at] as Stretch;
    if (from >= bottom || (to > start && from - start >= numberHeight)) break;
    start = Math.max(start, to);
  }
  const end = Math.min(bottom, taken[at]?.[0] ?? bottom);
  return end - start >= numberHeight ? (start + end) / 2 : undefined;
};
