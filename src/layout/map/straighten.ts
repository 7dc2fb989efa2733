import type { Point } from "../strokes.ts";
import { type Box, meet, moved, simple, stretchesOf } from "./box.ts";
import { type Obstacles, withEdge, wordFaults } from "./obstacles.ts";
import type { PlacedEdge } from "./placed-map.ts";

/** 0 where the map flows along x, 1 where it flows along y. */
export type Axis = 0 | 1;

/** px: steps up to this high are taken out where there is room. */
const highest = 48;
/** px kept between lines side by side, a line and a box or words, a line and a frame that it follows, an end and a corner. */
const lineGap = 9;
const boxGap = 5;
const frameGap = 6;
const cornerGap = 8;

/**
 * Takes steps out of lines: what comes before a step, or what comes after it, moves sideways until both are one.
 *
 * In:   where everything stands; the axis of the flow.
 * Out:  the same with straighter lines; words move with the stretch that they stand beside, dots of the outside with their
 *       line. No move brings a line to a box, a title or words, close to another line or along a frame, or adds a crossing.
 * Cost: for each of three rounds at most, steps times stretches.
 */
export const straighten = (given: Obstacles, axis: Axis): Obstacles => {
  let now = given;
  for (let round = 0, before: Obstacles | undefined; before !== now && round < 3; round++) {
    before = now;
    for (let at = 0; at < now.edges.length; at++) {
      const edge = now.edges[at] as PlacedEdge;
      const better = withoutStep(edge, axis).find((each) => isAllowed(at, edge, each, now, axis));
      if (better) now = withEdge(now, at, better);
    }
  }
  return now;
};

/** The edge without one of its steps, in every way in which it can be taken out. */
const withoutStep = (edge: PlacedEdge, axis: Axis): readonly PlacedEdge[] => {
  const across = axis === 0 ? 1 : 0;
  const { run } = edge;
  return run.slice(1, -2).flatMap((corner, before) => {
    const [at, next] = [before + 1, run[before + 2] as Point];
    const height = next[across] - corner[across];
    if (corner[axis] !== next[axis] || Math.abs(height) > highest) return [];
    return [shifted(edge, at - 1, height, axis), shifted(edge, at + 1, -height, axis)];
  });
};

/** The edge with the stretch that begins at a corner moved sideways. */
const shifted = (edge: PlacedEdge, at: number, by: number, axis: Axis): PlacedEdge => {
  const [dx, dy] = axis === 0 ? [0, by] : [by, 0];
  const run = edge.run.map(
    ([x, y], place): Point => (place === at || place === at + 1 ? [x + dx, y + dy] : [x, y]),
  );
  const carries = edge.label && meet(edge.label, stretchesOf(edge.run)[at] as Box, besideGap);
  return {
    ...edge,
    run: simple(run),
    label: carries && edge.label ? moved(edge.label, dx, dy) : edge.label,
    ...(at === 0 && edge.from.isDot && { from: { ...moved(edge.from, dx, dy), isDot: true } }),
    ...(at + 2 === edge.run.length && edge.to.isDot && { to: { ...moved(edge.to, dx, dy), isDot: true } }),
  };
};

/** px: words this close to a stretch stand beside it. */
const besideGap = 8;

const isAllowed = (
  at: number,
  old: PlacedEdge,
  better: PlacedEdge,
  obstacles: Obstacles,
  axis: Axis,
): boolean => {
  const { run, from, to } = better;
  if (!endsOn(from, run[0] as Point, axis) || !endsOn(to, run.at(-1) as Point, axis)) return false;
  const before = stretchesOf(old.run);
  const after = stretchesOf(run);
  const fresh = after.filter((each) => !before.some((one) => isSame(one, each)));
  if (fresh.some((each) => meet(each, old.from, -1) || meet(each, old.to, -1))) return false;
  const others = obstacles.solids.filter((solid) => !isSame(solid, from) && !isSame(solid, to));
  if (fresh.some((each) => others.some((solid) => meet(each, solid, boxGap)))) return false;
  if (fresh.some((each) => obstacles.frames.some((frame) => followsFrame(each, frame)))) return false;
  let crossings = 0;
  for (let other = 0; other < obstacles.edges.length; other++) {
    if (other === at) continue;
    const words = obstacles.edges[other]?.label;
    if (words && fresh.some((each) => meet(each, words, boxGap))) return false;
    for (const line of obstacles.stretches[other] ?? []) {
      if (fresh.some((each) => runsAlong(each, line))) return false;
      crossings += after.filter((each) => meet(each, line, 0)).length;
      crossings -= before.filter((each) => meet(each, line, 0)).length;
    }
  }
  return crossings <= 0 && wordFaults(at, better, obstacles) <= wordFaults(at, old, obstacles);
};

const isSame = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** A line may end anywhere on a box's side but at its round corners; a dot goes where its line goes. */
const endsOn = (box: PlacedEdge["from"], end: Point, axis: Axis): boolean => {
  if (box.isDot) return true;
  const [low, size, at] = axis === 0 ? [box.y, box.height, end[1]] : [box.x, box.width, end[0]];
  return at >= low + cornerGap && at <= low + size - cornerGap;
};

/** Two lines of one direction come close side by side. */
const runsAlong = (a: Box, b: Box): boolean => {
  if (a.height === 0 && b.height === 0)
    return Math.abs(a.y - b.y) < lineGap && a.x < b.x + b.width && b.x < a.x + a.width;
  if (a.width === 0 && b.width === 0)
    return Math.abs(a.x - b.x) < lineGap && a.y < b.y + b.height && b.y < a.y + a.height;
  return false;
};

const followsFrame = (line: Box, { x, y, width, height }: Box): boolean =>
  [
    { x, y, width, height: 0 },
    { x, y: y + height, width, height: 0 },
    { x, y, width: 0, height },
    { x: x + width, y, width: 0, height },
  ].some((side) => meet(line, side, frameGap) && (line.width === 0) === (side.width === 0));
