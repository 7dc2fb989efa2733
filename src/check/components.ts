/**
 * Says which nodes of a directed graph lead to each other.
 *
 * In:     how many nodes; edges as pairs of them.
 * Out:    by node, the number of its strongly connected component.
 * Says:   nothing.
 * Cost:   linear in nodes and edges.
 * Source: Sharir, A strong-connectivity algorithm, 1981: depth first over the graph, then over its reverse.
 */
export const componentsOf = (
  nodes: number,
  edges: readonly (readonly [from: number, to: number])[],
): readonly number[] => {
  const next: number[][] = Array.from({ length: nodes }, () => []);
  const back: number[][] = Array.from({ length: nodes }, () => []);
  for (const [from, to] of edges) {
    next[from]?.push(to);
    back[to]?.push(from);
  }
  const finished: number[] = [];
  const seen = new Uint8Array(nodes);
  const visit = (
    root: number,
    graph: readonly (readonly number[])[],
    leave: (node: number) => void,
  ): void => {
    if (seen[root]) return;
    seen[root] = 1;
    const stack = [{ node: root, edge: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const to = graph[top.node]?.[top.edge++];
      if (to === undefined) {
        leave(top.node);
        stack.pop();
      } else if (!seen[to]) {
        seen[to] = 1;
        stack.push({ node: to, edge: 0 });
      }
    }
  };
  for (let node = 0; node < nodes; node++) visit(node, next, (each) => finished.push(each));
  const component = new Array<number>(nodes).fill(-1);
  seen.fill(0);
  let number = 0;
  for (const root of finished.toReversed()) {
    visit(root, back, (each) => {
      component[each] = number;
    });
    number++;
  }
  return component;
};
