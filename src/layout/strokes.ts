import type { PaintRole, Style } from "../theme/theme.ts";
import type { Mark, PathCommand } from "./scene.ts";

/** px. */
export type Point = readonly [number, number];

/** The corners that a line runs through, sender first; at least two. */
export type Run = readonly Point[];

export const reversed = (run: Run): Run => run.toReversed();

/** Moves the last point along its own direction. */
export const shifted = (run: Run, by: number): Run => {
  if (by === 0) return run;
  const [from, to] = lastTwo(run);
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const end: Point = [to[0] + ((to[0] - from[0]) / length) * by, to[1] + ((to[1] - from[1]) / length) * by];
  return [...run.slice(0, -1), end];
};

const lastTwo = (run: Run): readonly [Point, Point] => [
  run[run.length - 2] as Point,
  run[run.length - 1] as Point,
];

/** px of a line's rounded corners. */
const corner = 6;

/** The line itself, cut back where a filled head covers its end so that the tip stays sharp. */
export const shorten = (run: Run, atTail: number, atHead: number): readonly PathCommand[] => {
  const headed = shifted(run, -atHead);
  const both = atTail > 0 ? shifted(headed.toReversed(), -atTail).toReversed() : headed;
  const start = both[0] as Point;
  const commands: PathCommand[] = [["M", start[0], start[1]]];
  for (let at = 1; at + 1 < both.length; at++) {
    const point = both[at] as Point;
    const [ix, iy] = towards(point, both[at - 1] as Point, corner);
    const [ox, oy] = towards(point, both[at + 1] as Point, corner);
    commands.push(["L", ix, iy], ["Q", point[0], point[1], ox, oy]);
  }
  const last = both[both.length - 1] as Point;
  commands.push(["L", last[0], last[1]]);
  return commands;
};

const towards = (from: Point, to: Point, by: number): Point => {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const step = Math.min(by, length / 2);
  return [from[0] + ((to[0] - from[0]) / length) * step, from[1] + ((to[1] - from[1]) / length) * step];
};

/** A triangle, or the two strokes of an open head, at the end of a run. */
export const arrowhead = (run: Run, style: Style, form: "filled" | "open", paint: PaintRole): Mark => {
  const [from, tip] = lastTwo(run);
  const length = Math.hypot(tip[0] - from[0], tip[1] - from[1]) || 1;
  const ux = (tip[0] - from[0]) / length;
  const uy = (tip[1] - from[1]) / length;
  const backX = tip[0] - ux * style.arrowLength;
  const backY = tip[1] - uy * style.arrowLength;
  const commands: PathCommand[] = [
    ["M", backX - uy * style.arrowHalf, backY + ux * style.arrowHalf],
    ["L", tip[0], tip[1]],
    ["L", backX + uy * style.arrowHalf, backY - ux * style.arrowHalf],
  ];
  if (form === "filled") commands.push(["Z"]);
  return { kind: "path", paint, commands };
};

export const cross = (x: number, y: number, half: number, paint: PaintRole): Mark => ({
  kind: "path",
  paint,
  commands: [
    ["M", x - half, y - half],
    ["L", x + half, y + half],
    ["M", x + half, y - half],
    ["L", x - half, y + half],
  ],
});
