import type { ElkNode } from "elkjs/lib/elk-api.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { elk, elkSync } from "../../../src/layout/map/elk.ts";

const graph = (nodes: number, links: readonly (readonly [number, number])[]): ElkNode => ({
  id: "root",
  layoutOptions: { "elk.algorithm": "layered", "elk.edgeRouting": "ORTHOGONAL" },
  children: Array.from({ length: nodes }, (_, at) => ({ id: `n${at}`, width: 30 + at, height: 20 })),
  edges: links.map(([from, to], at) => ({
    id: `e${at}`,
    sources: [`n${from % nodes}`],
    targets: [`n${to % nodes}`],
    labels: [{ text: "x", width: 40, height: 12 }],
  })),
});

const graphs: fc.Arbitrary<ElkNode> = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 14 }))
  .map(([nodes, links]) => graph(nodes, links));

describe("ELK at once", () => {
  test("places what it is given, and leaves that as it is", () => {
    const given = graph(2, [[0, 1]]);
    const before = structuredClone(given);
    const laid = elkSync(given);
    expect(given).toEqual(before);
    const [a, b] = (laid.children ?? []) as [ElkNode, ElkNode];
    expect(b.x ?? 0).toBeGreaterThan((a.x ?? 0) + (a.width ?? 0));
    expect(laid.edges?.[0]?.sections).toHaveLength(1);
    expect(JSON.stringify(laid)).not.toContain("$H");
  });

  test("says in ELK's words what it cannot lay out, and goes on after that", () => {
    const wrong = graph(1, []);
    wrong.edges = [{ id: "e", sources: ["n0"], targets: ["nobody"] }];
    expect(() => elkSync(wrong)).toThrow(
      /^ELK cannot lay out this graph: .*Referenced shape does not exist: nobody/,
    );
    expect(() => elkSync({ ...graph(1, []), layoutOptions: { "elk.algorithm": "tea-leaves" } })).toThrow(
      /tea-leaves/,
    );
    expect(elkSync(graph(1, [])).children).toHaveLength(1);
  });

  test("a promise of it is broken with the same words", async () => {
    const wrong = graph(1, []);
    wrong.edges = [{ id: "e", sources: ["n0"], targets: ["nobody"] }];
    await expect(elk(wrong)).rejects.toThrow(/Referenced shape does not exist: nobody/);
  });

  test("calls that interleave, at once and later, find what each finds alone", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(graphs, { minLength: 2, maxLength: 4 }), async (several) => {
        const alone = several.map((each) => JSON.stringify(elkSync(each)));
        const together = several.map(async (each, at) => {
          const early = at % 2 === 0 ? elk(each) : undefined;
          const now = elkSync(each);
          await Promise.resolve();
          return [JSON.stringify(now), JSON.stringify((await early) ?? elkSync(each))];
        });
        expect(await Promise.all(together)).toEqual(alone.map((one) => [one, one]));
      }),
      { numRuns: 40 },
    );
  });
});
