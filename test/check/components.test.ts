import fc from "fast-check";
import { expect, test } from "vitest";
import { componentsOf } from "../../src/check/components.ts";

test("two nodes are in one component when each can be reached from the other", () => {
  const graphs = fc.integer({ min: 1, max: 8 }).chain((nodes) => {
    const node = fc.nat({ max: nodes - 1 });
    return fc.record({ nodes: fc.constant(nodes), edges: fc.array(fc.tuple(node, node), { maxLength: 20 }) });
  });
  fc.assert(
    fc.property(graphs, ({ nodes, edges }) => {
      const reach = Array.from({ length: nodes }, (_, from) =>
        Array.from(
          { length: nodes },
          (__, to) => from === to || edges.some(([a, b]) => a === from && b === to),
        ),
      );
      for (let via = 0; via < nodes; via++)
        for (const row of reach)
          if (row[via]) for (let to = 0; to < nodes; to++) row[to] ||= reach[via]?.[to] === true;
      const component = componentsOf(nodes, edges);
      for (let a = 0; a < nodes; a++)
        for (let b = 0; b < nodes; b++)
          expect(component[a] === component[b]).toBe(reach[a]?.[b] === true && reach[b]?.[a] === true);
    }),
  );
});
