import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { sceneOf } from "../../src/draw.ts";
import type { Flow } from "../../src/flow/flow.ts";
import { exactOrder } from "../../src/layout/lifeline-exact.ts";
import { autoOrder } from "../../src/layout/lifeline-order.ts";
import { searchOrder } from "../../src/layout/lifeline-search.ts";
import { lengthOf, lifelineTree, turnedPairs } from "../../src/layout/lifeline-tree.ts";
import { flowTexts } from "../generated/flow-text.ts";
import { faultsOf } from "./scene-faults.ts";

const flowOf = (text: string): Flow => compile({ name: "flow.slant", text }).flow;

const keys = (flow: Flow): readonly string[] =>
  autoOrder(flow).map((index) => flow.participants[index]?.key ?? "");

interface Shape {
  /** Participants by the boundary that they stand in: 0 is none, 3 stands in 2. */
  readonly boundaries: readonly number[];
  readonly messages: readonly (readonly [number, number])[];
}

const textOf = ({ boundaries, messages }: Shape): string => {
  const inside = (boundary: number): readonly string[] =>
    boundaries.flatMap((own, at) => (own === boundary ? [`p${at}: P`] : []));
  const block = (boundary: number, more: readonly string[] = []): readonly string[] => [
    `b${boundary}: B {`,
    "kind: boundary",
    ...inside(boundary),
    ...more,
    "}",
  ];
  const count = boundaries.length;
  return [
    ...inside(0),
    ...block(1),
    ...block(2, block(3)),
    ...messages.map(([from, to]) => `p${from % count} ~> p${to % count}: m`),
    "",
  ].join("\n");
};

const shapes = (least: number, most: number): fc.Arbitrary<Shape> =>
  fc.record({
    boundaries: fc.array(fc.constantFrom(0, 0, 0, 1, 2, 3), { minLength: least, maxLength: most }),
    messages: fc.array(fc.tuple(fc.nat(100), fc.nat(100)), { minLength: 1, maxLength: 40 }),
  });

/** Everything that one boundary holds, whatever is inside it too, stands in neighbouring columns. */
const splitBoundaries = (flow: Flow, order: readonly number[]): readonly string[] =>
  flow.boundaries
    .filter(({ index }) => {
      const isInside = (at: number | undefined): boolean =>
        at !== undefined && (at === index || isInside(flow.boundaries[at]?.parent));
      const places = order.flatMap((participant, column) =>
        isInside(flow.participants[participant]?.boundary) ? [column] : [],
      );
      return places.length > 0 && Math.max(...places) - Math.min(...places) + 1 !== places.length;
    })
    .map(({ key }) => key);

const permutations = (items: readonly number[]): readonly (readonly number[])[] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item) =>
        permutations(items.filter((each) => each !== item)).map((rest) => [item, ...rest]),
      );

describe("the order of lifelines", () => {
  test("puts those that talk beside each other", () => {
    expect(keys(flowOf("a ~> b: m\nc ~> d: m\nb ~> d: m\nd ~> c: m\n"))).toEqual(["a", "b", "d", "c"]);
  });

  test("stays as it is written where nothing is gained", () => {
    expect(keys(flowOf("a ~> b: m\nb ~> c: m\nc ~> b: m\n"))).toEqual(["a", "b", "c"]);
    expect(keys(flowOf("d: D\na: A\nc: C\na -> a: m\n() ~> c: m\n"))).toEqual(["d", "a", "c"]);
  });

  test("leaves boundaries whole, though messages would be shorter", () => {
    const text = "b: B {\n  kind: boundary\n  x: X\n  y: Y\n}\nz: Z\nx ~> z: m\nx ~> z: m\ny ~> z: m\n";
    expect(keys(flowOf(text))).toEqual(["y", "x", "z"]);
    const crossed = "b: B {\n  kind: boundary\n  x: X\n  y: Y\n}\nz: Z\nw: W\nx ~> z: m\ny ~> w: m\n";
    expect(splitBoundaries(flowOf(crossed), autoOrder(flowOf(crossed)))).toEqual([]);
  });

  test("puts participants without a lifeline last", () => {
    const text = "q: Q { kind: queue; dead-letter: d }\nd: D { kind: queue }\na ~> q: m\nq ~> b: m\n";
    expect(keys(flowOf(text))).toEqual(["a", "q", "b", "d"]);
  });

  test("of a flow with nobody is empty", () => {
    expect(autoOrder(flowOf("title: Nobody\n"))).toEqual([]);
  });
});

describe("`lifelines: auto`", () => {
  const headsOf = (text: string): readonly (string | undefined)[] => {
    const { flow, sources } = compile({ name: "flow.slant", text });
    return sceneOf(flow, sources)
      .groups.filter(({ role }) => role === "head")
      .map(({ name }) => name?.split(",")[0]);
  };
  const text = "a ~> b: m\nc ~> d: m\nb ~> d: m\nd ~> c: m\n";

  test("draws lifelines in that order, and only when it is asked to", () => {
    expect(headsOf(text)).toEqual(["a", "b", "c", "d"]);
    expect(headsOf(`lifelines: auto\n${text}`)).toEqual(["a", "b", "d", "c"]);
  });

  test("draws no text over a text, no line through one and nothing outside", () => {
    fc.assert(
      fc.property(flowTexts, (each) => {
        const { flow, sources } = compile({ name: "flow.slant", text: `lifelines: auto\n${each.text}` });
        expect(faultsOf(sceneOf(flow, sources))).toEqual({ overlaps: [], crossed: [], outside: [] });
      }),
      { numRuns: 60 },
    );
  });
});

describe("laws", () => {
  const lengthIn = (flow: Flow, order: readonly number[]): number => {
    const tree = lifelineTree(flow);
    const drawn = order.filter((index) => tree.participants.includes(index));
    return lengthOf(
      drawn.map((index) => tree.participants.indexOf(index)),
      tree.links,
    );
  };

  test("everybody has one place, boundaries stay whole, and messages are not longer than as written", () => {
    fc.assert(
      fc.property(shapes(1, 30), (shape) => {
        const flow = flowOf(textOf(shape));
        const order = autoOrder(flow);
        const written = flow.participants.map(({ index }) => index);
        expect(order.toSorted((a, b) => a - b)).toEqual(written);
        expect(splitBoundaries(flow, order)).toEqual([]);
        expect(lengthIn(flow, order)).toBeLessThanOrEqual(lengthIn(flow, written));
        expect(autoOrder(flow)).toEqual(order);
      }),
      { numRuns: 200 },
    );
  });

  test("of few lifelines, no order that keeps boundaries whole is shorter, or as short and closer to the written one", () => {
    fc.assert(
      fc.property(shapes(2, 6), (shape) => {
        const flow = flowOf(textOf(shape));
        const tree = lifelineTree(flow);
        const best = exactOrder(tree);
        const all = permutations(best.toSorted((a, b) => a - b)).filter(
          (order) => splitBoundaries(flow, order).length === 0,
        );
        const least = Math.min(...all.map((order) => lengthOf(order, tree.links)));
        const shortest = all.filter((order) => lengthOf(order, tree.links) === least);
        expect(splitBoundaries(flow, best)).toEqual([]);
        expect(lengthOf(best, tree.links)).toBe(least);
        expect(turnedPairs(best)).toBe(Math.min(...shortest.map(turnedPairs)));
      }),
      { numRuns: 100 },
    );
  });

  test("the search is within a tenth of the best order of 200 random flows of nine", () => {
    fc.assert(
      fc.property(shapes(9, 9), (shape) => {
        const tree = lifelineTree(flowOf(textOf(shape)));
        const best = lengthOf(exactOrder(tree), tree.links);
        const found = lengthOf(searchOrder(tree), tree.links);
        expect(found).toBeGreaterThanOrEqual(best);
        expect(found).toBeLessThanOrEqual(best * 1.1);
      }),
      { numRuns: 200 },
    );
  });

  test("the search finds the only short order of a long chain that is written in disorder", () => {
    const count = 60;
    const at = (step: number): number => (step * 37) % count;
    const names = Array.from({ length: count }, (_, each) => `p${each}: P`);
    const chain = Array.from({ length: count - 1 }, (_, step) => `p${at(step)} ~> p${at(step + 1)}: m`);
    const tree = lifelineTree(flowOf([...names, ...chain, ""].join("\n")));
    expect(lengthOf(searchOrder(tree), tree.links)).toBe(count - 1);
  });
});
