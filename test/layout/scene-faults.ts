import type { Mark, PathMark, Scene, TextMark } from "../../src/layout/scene.ts";

/** What is wrong with a scene, counted from its numbers alone, as a reader of the picture would count it. */
export interface Faults {
  readonly overlaps: readonly string[];
  readonly crossed: readonly string[];
  readonly outside: readonly string[];
}

type Point = readonly [number, number];
type Quad = readonly Point[];

/** Paints that cover what lies below them. */
const covers = new Set([
  "frame-tab",
  "note",
  "chip",
  "chip-plain",
  "chip-failure",
  "head",
  "head-person",
  "head-channel",
  "head-store",
  "head-external",
  "band",
  "silence",
]);

/** The letters' own box, turned with them: from the top of an x-height's ascenders to the baseline and a little below. */
const quad = ({ x, y, width, anchor, size, rotate = 0 }: TextMark): Quad => {
  const left = anchor === "start" ? 0 : anchor === "middle" ? -width / 2 : -width;
  const corners: Quad = [
    [left, -0.74 * size],
    [left + width, -0.74 * size],
    [left + width, 0.2 * size],
    [left, 0.2 * size],
  ];
  const radians = (rotate * Math.PI) / 180;
  return corners.map(([dx, dy]) => [
    x + dx * Math.cos(radians) - dy * Math.sin(radians),
    y + dx * Math.sin(radians) + dy * Math.cos(radians),
  ]);
};

const axes = (shape: Quad): readonly Point[] =>
  [0, 1].map((at) => {
    const [a, b] = [shape[at] as Point, shape[at + 1] as Point];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    return [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  });

const reach = (shape: Quad, [ax, ay]: Point): readonly [number, number] => {
  const values = shape.map(([x, y]) => x * ax + y * ay);
  return [Math.min(...values), Math.max(...values)];
};

const overlap = (a: Quad, b: Quad): boolean =>
  [...axes(a), ...axes(b)].every((axis) => {
    const [a0, a1] = reach(a, axis);
    const [b0, b1] = reach(b, axis);
    return Math.min(a1, b1) - Math.max(a0, b0) > 1;
  });

const segments = (mark: Mark): readonly (readonly [Point, Point])[] => {
  if (mark.kind === "rect") {
    const { x, y, width, height } = mark;
    const corners: Quad = [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ];
    return corners.map((corner, at) => [corner, corners[(at + 1) % 4] as Point]);
  }
  return mark.kind === "path" ? pathSegments(mark) : [];
};

const pathSegments = ({ commands }: PathMark): readonly (readonly [Point, Point])[] => {
  const found: (readonly [Point, Point])[] = [];
  let start: Point = [0, 0];
  let here: Point = [0, 0];
  for (const command of commands) {
    if (command[0] === "Z") {
      found.push([here, start]);
      here = start;
      continue;
    }
    const next: Point = [command[command.length - 2] as number, command[command.length - 1] as number];
    if (command[0] === "M") start = next;
    else if (command[0] === "C" || command[0] === "Q") {
      for (const point of curve([here, ...pairs(command.slice(1) as number[])])) {
        found.push([here, point]);
        here = point;
      }
    } else found.push([here, next]);
    here = next;
  }
  return found;
};

const pairs = (numbers: readonly number[]): readonly Point[] =>
  numbers.flatMap((x, at) => (at % 2 === 0 ? [[x, numbers[at + 1] as number] as const] : []));

/** Eight points on a Bézier curve, by de Casteljau's construction. */
const curve = (control: readonly Point[]): readonly Point[] =>
  Array.from({ length: 8 }, (_, step) => {
    const part = (step + 1) / 8;
    let points = control;
    while (points.length > 1)
      points = points.slice(1).map(([x, y], at): Point => {
        const [x0, y0] = points[at] as Point;
        return [x0 + (x - x0) * part, y0 + (y - y0) * part];
      });
    return points[0] as Point;
  });

/** A segment meets a convex shape: they have no separating axis. */
const meets = ([from, to]: readonly [Point, Point], shape: Quad): boolean => {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const normal: Point = [-(to[1] - from[1]) / length, (to[0] - from[0]) / length];
  return [...axes(shape), normal].every((axis) => {
    const [a0, a1] = reach([from, to], axis);
    const [b0, b1] = reach(shape, axis);
    return Math.min(a1, b1) - Math.max(a0, b0) > (axis === normal ? -0.001 : 0.5);
  });
};

/**
 * Counts texts over texts, lines through texts that no halo and no cover protects, and what lies outside the picture.
 * Written from the rules for pictures, not from the layout: it knows nothing of how places were found.
 */
export const faultsOf = (scene: Scene): Faults => {
  const marks = scene.groups.flatMap(({ marks: inside }) => inside);
  const texts = marks
    .map((mark, order) => ({ mark, order }))
    .filter(
      (each): each is { mark: TextMark; order: number } =>
        each.mark.kind === "text" && each.mark.text.trim() !== "",
    )
    .map(({ mark, order }) => ({ mark, order, shape: quad(mark), owner: owners(scene).get(mark) }));
  const overlaps: string[] = [];
  const sorted = texts.toSorted((a, b) => top(a.shape) - top(b.shape));
  sorted.forEach((a, at) => {
    for (let next = at + 1; next < sorted.length; next++) {
      const b = sorted[next] as (typeof sorted)[number];
      if (top(b.shape) > bottom(a.shape)) break;
      if (overlap(a.shape, b.shape)) overlaps.push(`${a.mark.text} | ${b.mark.text}`);
    }
  });

  const crossed = new Set<string>();
  for (const { mark, order, shape, owner } of texts) {
    if (mark.halo) continue;
    marks.forEach((other, place) => {
      if (other.kind !== "path" && other.kind !== "rect") return;
      const hits = segments(other).some((segment) => meets(segment, shape));
      if (!hits) return;
      // Under a cover that was painted after the line and before the text, nothing of the line is seen.
      const hidden = marks.some(
        (cover, at) =>
          at > place && at < order && covers.has(cover.paint) && cover.kind !== "text" && holds(cover, shape),
      );
      if (!hidden || place > order) crossed.add(`${mark.text} × ${other.paint} (${owner ?? ""})`);
    });
  }

  const outside: string[] = [];
  const within = ([x, y]: Point): boolean =>
    x >= -0.5 && y >= -0.5 && x <= scene.width + 0.5 && y <= scene.height + 0.5;
  for (const { mark, shape } of texts) if (!shape.every(within)) outside.push(mark.text);
  for (const mark of marks) {
    if (mark.kind === "text" || mark.kind === "icon") continue;
    const points: readonly Point[] =
      mark.kind === "circle"
        ? [
            [mark.x - mark.radius, mark.y - mark.radius],
            [mark.x + mark.radius, mark.y + mark.radius],
          ]
        : segments(mark).flat();
    if (!points.every(within)) outside.push(`<${mark.paint}>`);
  }
  return { overlaps, crossed: [...crossed], outside };
};

const known = new WeakMap<Scene, ReadonlyMap<Mark, string>>();
const owners = (scene: Scene): ReadonlyMap<Mark, string> => {
  const found =
    known.get(scene) ??
    new Map(scene.groups.flatMap(({ role, marks }) => marks.map((mark) => [mark, role] as const)));
  known.set(scene, found);
  return found;
};

const top = (shape: Quad): number => Math.min(...shape.map(([, y]) => y));
const bottom = (shape: Quad): number => Math.max(...shape.map(([, y]) => y));

/** The box of a mark holds a text, a hair's breadth aside. */
const holds = (cover: Mark, shape: Quad): boolean => {
  const corners = segments(cover).flat();
  const [x0, x1] = [Math.min(...corners.map(([x]) => x)), Math.max(...corners.map(([x]) => x))];
  const [y0, y1] = [Math.min(...corners.map(([, y]) => y)), Math.max(...corners.map(([, y]) => y))];
  return shape.every(([x, y]) => x >= x0 - 1 && x <= x1 + 1 && y >= y0 - 2 && y <= y1 + 2);
};
