import type { ElkNode } from "elkjs/lib/elk-api.js";

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
