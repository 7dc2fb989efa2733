import type { ElkEdgeSection, ElkNode, ElkPoint, ElkShape } from "elkjs/lib/elk-api.js";

/**
 * Takes a graph apart into what is joined by edges, so that each part is laid out by itself.
 *
 * In:   a graph whose nodes may hold nodes; edges at its root.
 * Out:  graphs with the same options; parts, and the nodes and edges in them, in the order of the graph.
 * Cost: nearly linear in nodes and edges.
 */
export const partsOf = (graph: ElkNode): readonly ElkNode[] => {
  const tops = graph.children ?? [];
  const topOf = new Map<string, number>();
  const visit = ({ id, children = [] }: ElkNode, top: number): void => {
    topOf.set(id, top);
    for (const child of children) visit(child, top);
  };
  tops.forEach(visit);
  const leader = tops.map((_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (leader[root] !== root) root = leader[root] as number;
    for (let each = at; leader[each] !== root; ) [leader[each], each] = [root, leader[each] as number];
    return root;
  };
  const edges = graph.edges ?? [];
  const endsOf = ({ sources, targets }: (typeof edges)[number]): readonly number[] =>
    [...sources, ...targets].map((id) => topOf.get(id) ?? 0);
  for (const edge of edges) {
    const [first = 0, ...others] = endsOf(edge).map(find);
    for (const other of others) leader[Math.max(first, find(other))] = Math.min(find(first), find(other));
  }
  const parts = new Map<number, Required<Pick<ElkNode, "children" | "edges">>>();
  const partOf = (top: number) => {
    const root = find(top);
    const part = parts.get(root) ?? { children: [], edges: [] };
    parts.set(root, part);
    return part;
  };
  tops.forEach((top, at) => {
    partOf(at).children.push(top);
  });
  for (const edge of edges) partOf(endsOf(edge)[0] ?? 0).edges.push(edge);
  return [...parts.values()].map((part) => ({ ...graph, ...part }));
};

/** px between two parts. */
const partGap = 56;
/** How much wider than high the whole should be: a screen, or a sheet of paper. */
const aspect = 1.7;

/**
 * Puts parts that are laid out beside and below one another.
 *
 * Out:    one graph, its places with it. The largest part comes first; none overlaps another.
 * Cost:   parts times shelves, and linear in what they hold.
 * Source: first-fit decreasing on shelves (Coffman, Garey, Johnson and Tarjan, Performance bounds for level-oriented
 *         two-dimensional packing algorithms, 1980).
 */
export const packed = (parts: readonly ElkNode[]): ElkNode => {
  const [first] = parts;
  if (!first || parts.length === 1) return first ?? { id: "map" };
  const sizeOf = ({ width = 0, height = 0 }: ElkNode) => ({
    width: width + partGap,
    height: height + partGap,
  });
  const sizes = parts.map(sizeOf);
  const area = sizes.reduce((sum, { width, height }) => sum + width * height, 0);
  const widest = Math.max(...sizes.map(({ width }) => width), Math.sqrt(area * aspect));
  const shelves: { readonly top: number; readonly height: number; used: number }[] = [];
  const places = new Map<ElkNode, ElkPoint>();
  const bySize = parts.map((part, at) => ({ part, ...(sizes[at] as (typeof sizes)[number]) }));
  bySize.sort((a, b) => b.height - a.height || b.width - a.width);
  let bottom = 0;
  for (const { part, width, height } of bySize) {
    const free = shelves.find(({ used }) => used + width <= widest);
    const shelf = free ?? { top: bottom, height, used: 0 };
    if (!free) {
      shelves.push(shelf);
      bottom += height;
    }
    places.set(part, { x: shelf.used, y: shelf.top });
    shelf.used += width;
  }
  const moved = parts.map((part) => shifted(part, places.get(part) ?? { x: 0, y: 0 }));
  return {
    ...first,
    width: Math.max(...shelves.map(({ used }) => used)) - partGap,
    height: bottom - partGap,
    children: moved.flatMap(({ children = [] }) => children),
    edges: moved.flatMap(({ edges = [] }) => edges),
  };
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
