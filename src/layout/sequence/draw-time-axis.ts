import type { Style } from "../../theme/theme.ts";
import { timeText } from "../amounts.ts";
import type { Group, Mark } from "../scene.ts";
import { textMarks } from "./draw-texts.ts";
import { baseline } from "./place-label.ts";
import type { Tick } from "./placement.ts";
import type { Plan } from "./plan.ts";
import type { TimeAxis } from "./time-axis.ts";
import { oneLine, type Words } from "./words.ts";

/** px: half a tick, and how far the zigzag of a cut stretch swings. */
const tick = 4;
const swing = 4;

/** px that the axis takes left of everything else: its words, its line, and some air. */
export const axisWidth = (axis: TimeAxis | undefined, style: Style): number => {
  const widest = (axis?.moments ?? []).map((time) => wordsAt(time, style).width);
  return axis ? Math.ceil((Math.max(...widest) + 2 * tick + 4 + air) / 4) * 4 : 0;
};

/** px between the axis and what stands right of it. */
const air = 12;

const wordsAt = (time: number, style: Style): Words =>
  oneLine(time === 0 ? "0" : timeText(time), { face: "medium", size: style.small });

/**
 * The axis of time: a line with a tick for each moment, and the time since the flow began.
 *
 * In:  the moments, px; the right edge of its room, px.
 * Out: one group; moments too near to the one before have a tick and no words.
 */
export const drawTimeAxis = (
  ticks: readonly Tick[] | undefined,
  right: number,
  { style }: Plan,
): readonly Group[] => {
  const [first] = ticks ?? [];
  const last = ticks?.at(-1);
  if (!ticks || !first || !last) return [];
  const x = right - air - tick;
  const line = (...points: readonly (readonly [number, number])[]): Mark => ({
    kind: "path",
    paint: "divider-line",
    commands: points.map(([px, py], at) => [at === 0 ? "M" : "L", px, py]),
  });
  const marks: Mark[] = [];
  ticks.forEach(({ y, folded }, at) => {
    marks.push(line([x - tick, y], [x + tick, y]));
    const next = ticks[at + 1];
    if (!next) return;
    const middle = (y + next.y) / 2;
    marks.push(
      folded
        ? line(
            ...([
              [x, y],
              [x, middle - 6],
              [x - swing, middle - 3],
              [x + swing, middle + 3],
              [x, middle + 6],
            ] as const),
            [x, next.y],
          )
        : line([x, y], [x, next.y]),
    );
  });
  let free = Number.NEGATIVE_INFINITY;
  for (const { y, time } of ticks) {
    const words = wordsAt(time, style);
    const top = y - words.height / 2;
    if (top < free) continue;
    free = top + words.height;
    marks.push(
      ...textMarks(
        { words, x: x - tick - 4, y: top + baseline(words), anchor: "end", rotate: 0 },
        "divider-text",
      ),
    );
  }
  return [{ role: "mark", classes: ["time"], marks }];
};
