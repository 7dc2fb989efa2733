import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { systemCodes } from "../../src/check/system-codes.ts";
import { callGraph, shortestCycles } from "../../src/system/call-graph.ts";
import { systemRules } from "../../src/system/system-rules.ts";
import { type Files, reportsIn, systemOf } from "./system-of.ts";

describe("the list of rules over many flows", () => {
  test("holds every file of src/system/rules, under its name, and nothing else", () => {
    const files = readdirSync("src/system/rules").map((name) => name.replace(/\.ts$/, ""));
    expect(systemRules.map(({ code }) => code).toSorted()).toEqual(files.toSorted());
  });

  test("is known to one flow's own checks", () => {
    expect(systemCodes.toSorted()).toEqual(systemRules.map(({ code }) => code).toSorted());
  });
});

describe.each(systemRules)("$code", ({ code, severity, bad, good, files = {} }) => {
  test("its bad example draws it, and nothing else", () => {
    const found = reportsIn({ ...files, "flow.slant": bad });
    expect(found.map((each) => [each.code, each.severity])).toEqual([[code, severity]]);
  });
  test("its good example draws nothing", () => {
    expect(reportsIn({ ...files, "flow.slant": good })).toEqual([]);
  });
});

const wordsUnder = (files: Files, code: string): readonly string[] =>
  reportsIn(files)
    .filter((each) => each.code === code)
    .map(({ words }) => words);

const queue = "jobs: Jobs { kind: queue }\n";

describe("queues", () => {
  test.each<[string, Files, readonly string[]]>([
    [
      "a producer and a consumer in two flows",
      { a: `${queue}a ~> jobs: m\n`, b: `${queue}jobs ~> b: m\n` },
      [],
    ],
    [
      "a topic without a consumer",
      { a: "news: News { kind: topic }\na ~> news: m\n" },
      ["unconsumed-queue a: news"],
    ],
    [
      "a dead-letter queue that people look into",
      {
        a: "jobs: Jobs { kind: queue; dead-letter: dead; max-receives: 3 }\ndead: Dead { kind: queue }\na ~> jobs: m\njobs ~> b: m\n",
      },
      [],
    ],
    [
      "a queue that acknowledges",
      { a: `${queue}a -> jobs: m\njobs --> a: ok\n` },
      ["unconsumed-queue a: jobs"],
    ],
    [
      "a consumer that asks for its next message",
      { a: `${queue}a ~> jobs: m\n`, b: `${queue}b -> jobs: next\njobs --> b: m\n` },
      [],
    ],
    ["a queue that nothing touches", { a: `${queue}a -> b: m\nb --> a: ok\n` }, ["unfed-queue a: jobs"]],
    [
      "a queue of another name",
      { a: `${queue}a ~> jobs: m\n`, b: "job: Job { kind: queue }\njob ~> b: m\n" },
      ["unconsumed-queue a: jobs", "unfed-queue b: job"],
    ],
  ])("%s", (_, files, expected) => {
    const found = reportsIn(files).map(({ code, words }) => `${code} ${words.replace(/ \{.*/, "")}`);
    expect(found).toEqual(expected);
  });
});

describe("circles of calls", () => {
  test.each<[string, Files, readonly (readonly string[])[]]>([
    ["in one flow are that flow's own business", { a: "a -> b: m\nb -> a: m\n" }, []],
    ["of messages that nobody waits for are none", { a: "a ~> b: m\n", b: "b -> a: m\n" }, []],
    [
      "of three flows",
      { a: "x -> y: m\n", b: "y -> z: m\n", c: "z -> x: m\n" },
      [["a: x -> y: m", "b: y -> z: m", "c: z -> x: m"]],
    ],
    [
      "are reported at their shortest",
      { a: "x -> y: m\ny -> z: m\n", b: "z -> x: m\n", c: "y -> x: n\n" },
      [["a: x -> y: m", "c: y -> x: n"]],
    ],
    [
      "are found behind one that a single flow shows",
      { a: "x -> y: m\ny -> x: m\n", b: "y -> z: m\n", c: "z -> x: m\n" },
      [["a: x -> y: m", "b: y -> z: m", "c: z -> x: m"]],
    ],
    [
      "that do not meet are two",
      { a: "x -> y: m\np -> q: m\n", b: "y -> x: m\nq -> p: m\n" },
      [
        ["a: x -> y: m", "b: y -> x: m"],
        ["a: p -> q: m", "b: q -> p: m"],
      ],
    ],
  ])("%s", (_, files, expected) => {
    const found = reportsIn(files).filter(({ code }) => code === "call-cycle");
    expect(found.map(({ words, others }) => [words, ...others])).toEqual(expected);
  });

  test("law: what is found is a circle that no flow shows alone; where any pair of flows closes one, something is found", () => {
    const calls = fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.nat(2)), { maxLength: 14 });
    fc.assert(
      fc.property(calls, (all) => {
        const text = (flow: number): string =>
          all
            .map(([from, to, own]) => (own === flow && from !== to ? `p${from} -> p${to}: m\n` : ""))
            .join("");
        const graph = callGraph(systemOf({ a: text(0), b: text(1), c: text(2) }));
        const found = shortestCycles(graph);
        for (const cycle of found) {
          cycle.forEach(({ to }, at) => {
            expect(cycle[(at + 1) % cycle.length]?.from).toBe(to);
          });
          expect(new Set(cycle.map(({ from }) => from)).size).toBe(cycle.length);
          expect([0, 1, 2].filter((flow) => cycle.every(({ flows }) => flows.has(flow)))).toEqual([]);
        }
        const isPair = graph
          .flat()
          .some((one) =>
            graph[one.to]?.some(
              (other) => other.to === one.from && [...one.flows].every((flow) => !other.flows.has(flow)),
            ),
          );
        if (isPair) expect(found.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  test("a circle of two thousand calls is found", () => {
    const count = 2000;
    const call = (at: number): string => `p${at} -> p${(at + 1) % count}: m\n`;
    const half = (first: number): string =>
      Array.from({ length: count / 2 }, (_, at) => call(first + at)).join("");
    const [cycle] = shortestCycles(callGraph(systemOf({ a: half(0), b: half(count / 2) })));
    expect(cycle).toHaveLength(count);
  });
});

describe("conflicts", () => {
  const worker = "x: Billing { kind: worker }\n";

  test.each<[string, Files, string, readonly string[]]>([
    [
      "a kind that only one flow says",
      { a: `${worker}a ~> x: m\n`, b: "b ~> x: m\n" },
      "conflicting-kinds",
      [],
    ],
    [
      "two kinds",
      { a: `${worker}a ~> x: m\n`, b: "x: { kind: external }\nb ~> x: m\n" },
      "conflicting-kinds",
      ["b: external"],
    ],
    [
      "two things of one key",
      { a: `${worker}a ~> x: m\n`, b: "x: Bank { kind: external }\nb ~> x: m\n" },
      "conflicting-kinds",
      [],
    ],
    [
      "labels that differ in spelling",
      { a: "x: Web shop\na ~> x: m\n", b: "x: web  Shop\nb ~> x: m\n" },
      "conflicting-labels",
      [],
    ],
    [
      "labels that differ",
      { a: "x: Web shop\na ~> x: m\n", b: "x: Corner shop\nb ~> x: m\n" },
      "conflicting-labels",
      ["b: Corner shop"],
    ],
  ])("%s", (_, files, code, expected) => {
    expect(wordsUnder(files, code)).toEqual(expected);
  });

  test("show both places", () => {
    const [found] = reportsIn({ a: "x: Web shop\na ~> x: m\n", b: "x: Corner shop\nb ~> x: m\n" });
    expect(found).toMatchObject({ words: "b: Corner shop", others: ["a: Web shop"] });
  });
});

describe("which rules run", () => {
  const files = { a: `${queue}a ~> jobs: m\n` };

  test("as levels and presets say", () => {
    expect(reportsIn(files, { rules: { "unconsumed-queue": "off" } })).toEqual([]);
    expect(reportsIn(files, { rules: { "unconsumed-queue": "error" } })).toMatchObject([
      { severity: "error" },
    ]);
    expect(reportsIn(files, {})).toHaveLength(1);
  });

  test("but for what the text excuses", () => {
    expect(reportsIn({ a: `# slant-ignore unconsumed-queue: it is read by hand\n${files.a}` })).toEqual([]);
    expect(
      reportsIn({ a: files.a, b: "# slant-ignore-file unconsumed-queue: not here\na -> c: m\n" }),
    ).toHaveLength(1);
  });
});
