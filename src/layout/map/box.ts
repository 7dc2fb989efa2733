import type { Point, Run } from "../strokes.ts";

/** px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Two boxes come closer than `gap` px; boxes without a width or height are lines. */
export const meet = (a: Box, b: Box, gap: number): boolean =>
  a.x < b.x + b.width + gap &&
  b.x < a.x + a.width + gap &&
  a.y < b.y + b.height + gap &&
  b.y < a.y + a.height + gap;

export const moved = (box: Box, dx: number, dy: number): Box => ({ ...box, x: box.x + dx, y: box.y + dy });

/** The stretch between two corners. */
export const stretch = ([ax, ay]: Point, [bx, by]: Point): Box => ({
  x: Math.min(ax, bx),
  y: Math.min(ay, by),
  width: Math.abs(bx - ax),
  height: Math.abs(by - ay),
});

/** All stretches of a line, from its beginning to its end. */
export const stretchesOf = (run: Run): readonly Box[] =>
  run.slice(1).map((corner, at) => stretch(run[at] as Point, corner));

/** A line without corners at which it does not turn. */
export const simple = (run: Run): Run => {
  const kept: Point[] = [];
  for (const corner of run) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    const goesOn = ([0, 1] as const).some(
      (way) => before && last && before[way] === last[way] && last[way] === corner[way],
    );
    if (goesOn) kept.pop();
    kept.push(corner);
  }
  return kept;
};
