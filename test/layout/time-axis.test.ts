import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { sceneOf } from "../../src/draw.ts";
import { timeAxisOf } from "../../src/layout/sequence/time-axis.ts";
import { order as orderOf } from "../../src/order/order.ts";
import { predecessors } from "../../src/order/predecessors.ts";

const compiled = (text: string) => {
  const { flow, diagnostics } = compile({ name: "flow.slant", text });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return flow;
};

const momentsOf = (text: string): readonly number[] | undefined => {
  const order = orderOf(compiled(text));
  return timeAxisOf(order.flow, order, predecessors(order))?.moments;
};

/** The words beside the axis with their heights, from the top. */
const axisOf = (text: string) => {
  const scene = sceneOf(compiled(text), { "flow.slant": text });
  const axis = scene.groups.find(({ classes }) => classes.includes("time"));
  const words = (axis?.marks ?? []).flatMap((mark) =>
    mark.kind === "text" ? [{ text: mark.text, y: mark.y }] : [],
  );
  const paths = (axis?.marks ?? []).filter((mark) => mark.kind === "path");
  return { scene, words, cuts: paths.filter(({ commands }) => commands.length > 4).length };
};

const linear = "config: { time: linear }\n";

describe("moments", () => {
  const rows: Readonly<Record<string, readonly [string, readonly number[] | undefined]>> = {
    "a flight takes its latency, of a range the upper bound": [
      "a ~> b: x { latency: 10ms..30ms }\nb ~> c: y { latency: 5ms }\n",
      [0, 30, 35],
    ],
    "a call's way counts for what its receiver does": [
      "a -> b: x { latency: 20ms }\nb --> a: y { latency: 10ms }\na ~> c: z { latency: 1ms }\n",
      [0, 20, 30, 31],
    ],
    "work takes its time": [
      "b: B { takes: 1s }\na ~> b: x { latency: 1ms }\nb ~> c: y { latency: 1ms }\n",
      [0, 1, 1001, 1002],
    ],
    "a sender is not held up": [
      "a ~> b: x { latency: 1s }\na ~> b: y { latency: 10ms }\n",
      [0, 1000, 1000].filter((moment, at, all) => all.indexOf(moment) === at),
    ],
    "a wait of everyone": [
      "a ~> b: x { latency: 1ms }\nwait: 5m\na ~> b: y { latency: 1ms }\n",
      [0, 1, 300_001, 300_002],
    ],
    "a wait of one": ["a -> b: x\nwait: 2s { on: a }\na -> b: y\n", [0, 2000]],
    "an expiry": [
      "a ~> b: x { callback: done; latency: 1ms }\nawait: done { timeout: 3s }\non: done timeout {\n  a -> a: give up\n}\n",
      [0, 1, 3000],
    ],
    "no time passes": ["a ~> b: x\nb ~> a: y\n", undefined],
  };
  for (const [name, [text, expected]] of Object.entries(rows))
    test(name, () => {
      expect(momentsOf(linear + text)).toEqual(expected);
    });

  test("without an axis there are none", () => {
    expect(momentsOf("a ~> b: x { latency: 1s }\n")).toBe(undefined);
  });
});

test("the axis tells the time since the flow began", () => {
  const { words } = axisOf(`${linear}a ~> b: x { latency: 50ms }\nb ~> a: y { latency: 100ms }\n`);
  expect(words.map(({ text }) => text)).toEqual(["0", "50 ms", "150 ms"]);
});

test("stretches are as long as their times where nothing else needs room", () => {
  const { words, cuts } = axisOf(
    `${linear}a ~> b: x { latency: 1s }\nb ~> a: y { latency: 1500ms }\na ~> b: z { latency: 2s }\n`,
  );
  const [first = 0, second = 0, third = 0] = words.slice(1).map(({ y }, at) => y - (words[at]?.y ?? 0));
  expect(second / first).toBeCloseTo(1.5, 1);
  expect(third / first).toBeCloseTo(2, 1);
  expect(cuts).toBe(0);
});

test("a silence much longer than the rest is cut", () => {
  const quick = Array.from(
    { length: 6 },
    (_, at) => `a ~> b: m${at} { latency: 50ms }\nb ~> a: n${at} { latency: 50ms }\n`,
  );
  const { cuts, scene } = axisOf(`${linear}${quick.join("")}wait: 1d\na ~> b: last { latency: 50ms }\n`);
  expect(cuts).toBe(1);
  expect(scene.height).toBeLessThan(2500);
});

test("a logarithmic axis gives each tenfold the same", () => {
  const { words } = axisOf(
    `config: { time: log }\na ~> b: x { latency: 1s }\nb ~> a: y { latency: 100s }\na ~> b: z { latency: 10000s }\nb ~> a: v { latency: 1000000s }\n`,
  );
  const [, second = 0, third = 0, last = 0] = words.slice(1).map(({ y }, at) => y - (words[at]?.y ?? 0));
  expect(last - third).toBeCloseTo(third - second, 0);
});

test("what happens later stands lower", () => {
  const steps = fc.array(
    fc.record({
      from: fc.nat({ max: 2 }),
      hop: fc.integer({ min: 1, max: 2 }),
      arrow: fc.constantFrom("~>", "->"),
      latency: fc.constantFrom("", " { latency: 10ms }", " { latency: 200ms..2s }", " { latency: 1h }"),
    }),
    { minLength: 1, maxLength: 10 },
  );
  fc.assert(
    fc.property(steps, fc.constantFrom("linear", "log"), (list, time) => {
      const keys = ["a", "b", "c"];
      const lines = list.map(
        ({ from, hop, arrow, latency }, at) =>
          `${keys[from]} ${arrow} ${keys[(from + hop) % 3]}: m${at}${latency}\n`,
      );
      const text = `config: { time: ${time} }\na: A { takes: 20ms }\nb: B\nc: C\n${lines.join("")}`;
      const flow = compiled(text);
      const order = orderOf(flow);
      const graph = predecessors(order);
      const axis = timeAxisOf(flow, order, graph);
      const scene = sceneOf(flow, { "flow.slant": text });
      if (!axis) {
        expect(axisOf(text).words).toEqual([]);
        return;
      }
      const ends = scene.groups.flatMap(({ role, marks }) => {
        const label = marks.find((mark) => mark.kind === "text")?.text;
        const line = marks.find((mark) => mark.kind === "path")?.commands;
        const message = flow.messages.findIndex((each) => each.label?.text === label);
        if (role !== "message" || message < 0) return [];
        const momentOf = (occurrence: number | undefined) =>
          axis.momentOf[graph.rowOf[occurrence ?? -1] ?? -1] ?? -1;
        return [
          { y: line?.[0]?.[2] as number, moment: momentOf(order.sendOf[message]) },
          { y: line?.at(-1)?.[2] as number, moment: momentOf(order.receiptOf[message]) },
        ];
      });
      for (const upper of ends)
        for (const lower of ends)
          if (upper.moment < lower.moment) expect(upper.y).toBeLessThanOrEqual(lower.y + 0.5);
    }),
    { numRuns: 100 },
  );
});
