import type { ElkEdgeSection, ElkNode, ElkPoint, ElkShape } from "elkjs/lib/elk-api.js";

/** px between two parts. */
const partGap = 56;
/** How much wider than high the whole should be: a screen, or a sheet of paper. */
const aspect = 1.7;

/**
 * Puts parts that are laid out beside and below one another.
 *
 * Out:    one graph, its places with it. The highest part comes first, each further one as far up as it fits and then as far
 *         left; none overlaps another.
 * Cost:   parts times the steps of the outline below them, and linear in what they hold.
 * Source: bottom-left packing on a skyline (after Baker, Coffman and Rivest, Orthogonal packings in two dimensions, 1980).
 */
export const packParts = (parts: readonly ElkNode[]): ElkNode => {
  const [first] = parts;
  if (!first || parts.length === 1) return first ?? { id: "map" };
  const sizes = parts.map(({ width = 0, height = 0 }) => ({
    width: width + partGap,
    height: height + partGap,
  }));
  const area = sizes.reduce((sum, { width, height }) => sum + width * height, 0);
  const room = Math.max(...sizes.map(({ width }) => width), Math.sqrt(area * aspect));
  const places = sizes.map((): ElkPoint => ({ x: 0, y: 0 }));
  let outline: readonly Step[] = [{ x: 0, y: 0 }];
  const bySize = sizes
    .map((_, at) => at)
    .sort(
      (a, b) => heightOf(sizes[b]) - heightOf(sizes[a]) || widthOf(sizes[b]) - widthOf(sizes[a]) || a - b,
    );
  for (const at of bySize) {
    const { width, height } = sizes[at] as Size;
    const place = highest(outline, width, room);
    places[at] = place;
    outline = raised(outline, place.x, place.x + width, place.y + height);
  }
  const moved = parts.map((part, at) => shifted(part, places[at] as ElkPoint));
  return {
    ...first,
    width: Math.max(...places.map(({ x }, at) => x + widthOf(sizes[at]))) - partGap,
    height: Math.max(...places.map(({ y }, at) => y + heightOf(sizes[at]))) - partGap,
    children: moved.flatMap(({ children = [] }) => children),
    edges: moved.flatMap(({ edges = [] }) => edges),
  };
};

interface Size {
  readonly width: number;
  readonly height: number;
}

const widthOf = (size: Size | undefined): number => size?.width ?? 0;
const heightOf = (size: Size | undefined): number => size?.height ?? 0;

/** From x on, up to the next step, everything above y is taken. */
interface Step {
  readonly x: number;
  readonly y: number;
}

/** The highest place for something so wide, and of several the leftmost. */
const highest = (outline: readonly Step[], width: number, room: number): ElkPoint => {
  let best: ElkPoint | undefined;
  for (const [at, { x }] of outline.entries()) {
    if (x > 0 && x + width > room + 0.01) break;
    let y = 0;
    for (let next = at; next < outline.length && (outline[next] as Step).x < x + width; next++)
      y = Math.max(y, (outline[next] as Step).y);
    if (best === undefined || y < best.y) best = { x, y };
  }
  return best ?? { x: 0, y: 0 };
};

/** The outline when all from one x to another is taken down to y. */
const raised = (outline: readonly Step[], from: number, to: number, y: number): readonly Step[] => {
  const after = outline.findLast(({ x }) => x <= to)?.y ?? 0;
  return [
    ...outline.filter(({ x }) => x < from),
    { x: from, y },
    ...(outline.some(({ x }) => x === to) ? [] : [{ x: to, y: after }]),
    ...outline.filter(({ x }) => x >= to),
  ];
};

/** All coordinates count from the root, so all move alike. */
const shifted = (part: ElkNode, { x: dx, y: dy }: ElkPoint): ElkNode => {
  const shape = <T extends ElkShape>(each: T): T => ({
    ...each,
    x: (each.x ?? 0) + dx,
    y: (each.y ?? 0) + dy,
  });
  const point = ({ x, y }: ElkPoint): ElkPoint => ({ x: x + dx, y: y + dy });
  const node = (each: ElkNode): ElkNode => ({
    ...shape(each),
    ...(each.children && { children: each.children.map(node) }),
  });
  const section = (each: ElkEdgeSection): ElkEdgeSection => ({
    ...each,
    startPoint: point(each.startPoint),
    endPoint: point(each.endPoint),
    ...(each.bendPoints && { bendPoints: each.bendPoints.map(point) }),
  });
  return {
    ...part,
    children: (part.children ?? []).map(node),
    edges: (part.edges ?? []).map((edge) => ({
      ...edge,
      ...(edge.labels && { labels: edge.labels.map(shape) }),
      ...(edge.sections && { sections: edge.sections.map(section) }),
    })),
  };
};
