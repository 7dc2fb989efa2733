import type { Group, GroupRole, Mark, PathCommand, Scene } from "../scene.ts";

export type Point = readonly [x: number, y: number];

/** Finds where on a picture a badge may stand. */
export interface Anchors {
  /** What is drawn for the statement in a line, or for the one that the line is part of. */
  readonly groupAt: (line: number) => Group | undefined;
  /** Places on it, the best first, px. */
  readonly placesOn: (group: Group) => readonly Point[];
}

/** What a reader would look at first among things from one line. */
const rank: Readonly<Record<GroupRole, number>> = {
  message: 0,
  channel: 0,
  head: 1,
  node: 1,
  mark: 2,
  note: 3,
  divider: 4,
  frame: 5,
  boundary: 6,
  ...{ title: 9, lifeline: 9, lane: 9, execution: 9, wait: 9 },
};

/** Cost: n log n in the groups. */
export const anchorsOf = ({ groups }: Scene): Anchors => {
  const byLine = new Map<number, Group>();
  for (const group of groups) {
    if (group.line === undefined || rank[group.role] === 9 || group.classes.includes("frame-title")) continue;
    const known = byLine.get(group.line);
    if (!known || rank[group.role] < rank[known.role]) byLine.set(group.line, group);
  }
  const lines = [...byLine.keys()].sort((a, b) => a - b);
  return {
    groupAt: (line) => byLine.get(lines.findLast((each) => each <= line) ?? -1),
    placesOn: (group) => (group.role === "message" || group.role === "channel" ? along(group) : aside(group)),
  };
};

const pointOf = (command: PathCommand): Point | undefined => {
  const [x, y] = command.slice(-2);
  return typeof x === "number" && typeof y === "number" ? [x, y] : undefined;
};

const pointsOf = (mark: Mark): readonly Point[] => {
  if (mark.kind === "rect")
    return [
      [mark.x, mark.y],
      [mark.x + mark.width, mark.y + mark.height],
    ];
  if (mark.kind === "circle") return [[mark.x, mark.y]];
  return mark.kind === "path"
    ? mark.commands.flatMap((command) => {
        const point = pointOf(command);
        return point ? [point] : [];
      })
    : [];
};

/** Near the tail of a line, on it; further and further along; then a little below and above. */
const along = ({ marks }: Group): readonly Point[] => {
  const line = marks.find((mark) => mark.kind === "path" && mark.paint.endsWith("-line"));
  const points = line ? pointsOf(line) : [];
  const pieces = points.slice(1).map((to, at) => [points[at] as Point, to] as const);
  const length = pieces.reduce((sum, [from, to]) => sum + Math.hypot(to[0] - from[0], to[1] - from[1]), 0);
  const at = (distance: number): Point => {
    let left = distance;
    for (const [from, to] of pieces) {
      const own = Math.hypot(to[0] - from[0], to[1] - from[1]);
      if (left <= own && own > 0)
        return [from[0] + ((to[0] - from[0]) * left) / own, from[1] + ((to[1] - from[1]) * left) / own];
      left -= own;
    }
    return points.at(-1) ?? [0, 0];
  };
  const steps = [20, 32, 44, length - 24, length / 2, 60, 80, 100].filter(
    (step) => step > 0 && step < length,
  );
  const on = (steps.length > 0 ? steps : [length / 2]).map(at);
  return [0, 9, -9, 18, -18].flatMap((by) => on.map(([x, y]): Point => [x, y + by]));
};

/** At the corners of a shape, its right upper one first; then around it. */
const aside = ({ marks }: Group): readonly Point[] => {
  const points = marks.flatMap(pointsOf);
  if (points.length === 0) return [];
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const middle = (top + bottom) / 2;
  const corners: readonly Point[] = [
    ...([
      [right, top],
      [left, top],
      [right, bottom],
      [left, bottom],
    ] as const),
    ...([
      [right + 10, middle],
      [left - 10, middle],
      [right - 20, top],
      [left + 20, top],
    ] as const),
  ];
  return [0, 12, 24].flatMap((by) =>
    corners.map(([x, y]): Point => [x + (x >= (left + right) / 2 ? by : -by), y]),
  );
};
