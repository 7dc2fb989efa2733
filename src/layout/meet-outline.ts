import type { PathCommand } from "./scene.ts";
import type { Point } from "./strokes.ts";

/** Lines that stand for a curve: at the size of a head, nobody sees that it is none. */
const pieces = 16;

/**
 * Where a level or an upright line from a side of a box first meets the outline in that box.
 *
 * In:   the outline's lines, px, of which an arc counts as its chord; the line's beginning, and whether it is level.
 * Out:  the nearest point of the outline on that line; the beginning itself where nothing is drawn there.
 * Cost: linear in the outline.
 */
export const meetOutline = (
  paths: readonly (readonly PathCommand[])[],
  [x, y]: Point,
  isLevel: boolean,
): Point => {
  const [from, at] = isLevel ? [x, y] : [y, x];
  let nearest = Number.NaN;
  const meet = (where: number): void => {
    if (!(Math.abs(where - from) >= Math.abs(nearest - from))) nearest = where;
  };
  for (const path of paths) {
    let before: Point | undefined;
    for (const point of pointsOf(path)) {
      const [one, other] = before ? [before, point] : [point, point];
      const [oneAlong, oneAcross] = isLevel ? one : [one[1], one[0]];
      const [otherAlong, otherAcross] = isLevel ? other : [other[1], other[0]];
      if (oneAcross === at) meet(oneAlong);
      if (otherAcross === at) meet(otherAlong);
      if ((oneAcross - at) * (otherAcross - at) < 0)
        meet(oneAlong + ((otherAlong - oneAlong) * (at - oneAcross)) / (otherAcross - oneAcross));
      before = point;
    }
  }
  if (Number.isNaN(nearest)) return [x, y];
  return isLevel ? [nearest, y] : [x, nearest];
};

/** The corners of a path, its curves in pieces. */
const pointsOf = (path: readonly PathCommand[]): readonly Point[] => {
  const points: Point[] = [];
  let [start, here]: [Point, Point] = [
    [0, 0],
    [0, 0],
  ];
  const go = (to: Point): void => {
    here = to;
    points.push(to);
  };
  const bend = (controls: readonly Point[]): void => {
    const all = [here, ...controls];
    for (let piece = 1; piece <= pieces; piece++) go(onCurve(all, piece / pieces));
  };
  for (const command of path) {
    switch (command[0]) {
      case "M":
        start = [command[1], command[2]];
        go(start);
        break;
      case "L":
        go([command[1], command[2]]);
        break;
      case "Q":
        bend([
          [command[1], command[2]],
          [command[3], command[4]],
        ]);
        break;
      case "C":
        bend([
          [command[1], command[2]],
          [command[3], command[4]],
          [command[5], command[6]],
        ]);
        break;
      case "A":
        go([command[5], command[6]]);
        break;
      case "Z":
        go(start);
        break;
    }
  }
  return points;
};

/** Source: de Casteljau's construction. */
const onCurve = (points: readonly Point[], part: number): Point => {
  const [first = [0, 0], ...more] = points;
  if (more.length === 0) return first;
  return onCurve(
    more.map(([x, y], at): Point => {
      const [beforeX, beforeY] = points[at] as Point;
      return [beforeX + (x - beforeX) * part, beforeY + (y - beforeY) * part];
    }),
    part,
  );
};
