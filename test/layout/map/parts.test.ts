import type { ElkNode } from "elkjs/lib/elk-api.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { packParts } from "../../../src/layout/map/pack-parts.ts";
import { partsOf } from "../../../src/layout/map/parts.ts";

const graph = (count: number, links: readonly (readonly [number, number])[]): ElkNode => ({
  id: "map",
  layoutOptions: { "elk.direction": "RIGHT" },
  children: Array.from({ length: count }, (_, at) => ({
    id: `t${at}`,
    children: [{ id: `n${at}`, width: 10, height: 10 }],
  })),
  edges: links.map(([from, to], at) => ({
    id: `e${at}`,
    sources: [`n${from % count}`],
    targets: [`n${to % count}`],
  })),
});

const graphs = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 14 }))
  .map(([count, links]) => graph(count, links));

const idsOf = (parts: readonly ElkNode[], what: "children" | "edges"): readonly string[] =>
  parts.flatMap((part) => (part[what] ?? []).map(({ id }) => id));

test("law: parts hold everything once, and whatever is joined is in one part; no part falls apart further", () => {
  fc.assert(
    fc.property(graphs, (whole) => {
      const parts = partsOf(whole);
      for (const what of ["children", "edges"] as const)
        expect(idsOf(parts, what).toSorted()).toEqual(idsOf([whole], what).toSorted());
      for (const part of parts) {
        const own = new Set(
          (part.children ?? []).flatMap(({ children = [] }) => children.map(({ id }) => id)),
        );
        for (const { sources, targets } of part.edges ?? [])
          for (const end of [...sources, ...targets]) expect(own.has(end)).toBe(true);
        expect(partsOf(part)).toHaveLength(1);
        expect(part.layoutOptions).toEqual(whole.layoutOptions);
      }
    }),
  );
});

test("law: packed parts do not overlap, and all that is in them moves with them", () => {
  const sizes = fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 500 })), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(sizes, (all) => {
      const parts = all.map(
        ([width, height], at): ElkNode => ({
          id: "map",
          width,
          height,
          children: [{ id: `t${at}`, x: 0, y: 0, width, height, children: [{ id: `n${at}`, x: 1, y: 2 }] }],
          edges: [
            {
              id: `e${at}`,
              sources: [],
              targets: [],
              labels: [{ x: 3, y: 4 }],
              sections: [{ id: "s", startPoint: { x: 0, y: 0 }, endPoint: { x: width, y: height } }],
            },
          ],
        }),
      );
      const { children = [], edges = [], width: whole = 0, height: high = 0 } = packParts(parts);
      children.forEach(({ x = 0, y = 0, width = 0, height = 0, children: inner = [] }, at) => {
        expect(x >= 0 && y >= 0 && x + width <= whole + 0.01 && y + height <= high + 0.01).toBe(true);
        expect(inner[0]).toMatchObject({ x: x + 1, y: y + 2 });
        expect(edges[at]?.labels?.[0]).toMatchObject({ x: x + 3, y: y + 4 });
        expect(edges[at]?.sections?.[0]).toMatchObject({
          startPoint: { x, y },
          endPoint: { x: x + width, y: y + height },
        });
        for (const other of children.slice(at + 1)) {
          const apart =
            x + width < (other.x ?? 0) ||
            (other.x ?? 0) + (other.width ?? 0) < x ||
            y + height < (other.y ?? 0) ||
            (other.y ?? 0) + (other.height ?? 0) < y;
          expect(apart).toBe(true);
        }
      });
    }),
  );
});
