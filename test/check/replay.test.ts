import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contextOf } from "../../src/check/context.ts";
import { factsOf } from "../../src/check/facts.ts";
import { replay } from "../../src/check/replay.ts";
import type { Witness, WitnessStep } from "../../src/check/witness.ts";
import { compile } from "../../src/compile.ts";
import * as b from "../order/build-flow.ts";
import { runAll } from "../order/oracle.ts";
import { smallFlows } from "../order/small-flows.ts";

const plainStep = (occurrence: number): WitnessStep => ({ occurrence, rounds: [], gaveUp: false });

/** What the replayer says of some occurrences of a text, by their numbers in written order; a round stands behind `@`. */
const told = (text: string, ...steps: readonly (number | string)[]): string => {
  const { flow, diagnostics } = compile({ name: "t.slant", text });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const made = steps.map((step): WitnessStep => {
    const [occurrence = "", ...rounds] = `${step}`.split("@");
    return { ...plainStep(Number(occurrence)), rounds: rounds.map(Number) };
  });
  const refusal = replay(factsOf(flow), { steps: made, remarks: new Map() });
  return refusal === undefined ? "fine" : `${refusal.step}: ${refusal.why}`;
};

describe("a list of steps", () => {
  const two = "a ~> c: one\nb ~> c: two\n";
  const call = "w: W { kind: worker }\nw -> b: ask\nc ~> w: news\nb --> w: answer\n";
  const queue = "q: Q { kind: queue; order: fifo }\na ~> q: one\na ~> q: two\nq ~> c: one\nq ~> c: two\n";
  const choice = "alt: x {\n  a ~> b: one\n  b ~> c: two\n} else: y {\n  a ~> b: three\n}\nb ~> c: four\n";
  const loop = "loop: 3 times {\n  a ~> b: one\n  b ~> c: two\n}\nb ~> d: end\n";
  test.each<[string, string, readonly (number | string)[], string]>([
    ["as it is drawn", two, [0, 1, 2, 3], "fine"],
    ["the other one first", two, [2, 3, 0, 1], "fine"],
    ["a receipt without its send", two, [1], "0: it was not sent yet"],
    ["a receipt before its send", two, [0, 3, 2], "1: it was not sent yet"],
    ["something twice", two, [0, 0], "1: it has happened already"],
    ["what is not there", two, [9], "0: it is not in the flow"],
    [
      "a deed before what stands above it",
      "a ~> b: one\nb ~> c: two\n",
      [2],
      "0: its lifeline has not come down to it",
    ],
    [
      "a deed above what has been done",
      "a ~> b: one\na ~> c: two\n",
      [2],
      "0: its lifeline has not come down to it",
    ],
    [
      "one sender's messages out of order",
      "a ~> b: one\na ~> b: two\n",
      [0, 2, 3],
      "2: something sent before it is still under way",
    ],
    [
      "a reply that beats what was sent before",
      "a -> b: ask\nb ~> a: news\nb --> a: ok\n",
      [0, 1, 2, 4, 5, 3],
      "fine",
    ],
    [
      "a blocked caller that takes something",
      call,
      [0, 1, 2, 3, 4, 5],
      "3: its lifeline waits for a reply and handles nothing",
    ],
    ["a blocked caller that takes it afterwards", call, [0, 1, 2, 4, 5, 3], "fine"],
    ["a queue in order", queue, [0, 1, 2, 3, 4, 5, 6, 7], "fine"],
    ["a queue out of order", queue, [0, 1, 2, 3, 6, 7], "4: its queue holds something older"],
    ["a delivery of what has not come in", queue, [4], "0: its queue does not hold it yet"],
    ["a queue that keeps no order", queue.replace("; order: fifo", ""), [0, 1, 2, 3, 6, 7, 4, 5], "fine"],
    [
      "an await before what it is for",
      "a ~> b: ask { callback: x }\nb ~> a: done { resolves: x }\nawait: x\n",
      [0, 1, 2, 4],
      "3: its lifeline has not come down to it",
    ],
    [
      "an await drawn above, before what it is for",
      "a ~> b: ask { callback: x }\nawait: x\nb ~> a: done { resolves: x }\n",
      [0, 1, 2],
      "2: what it waits for has not come",
    ],
    [
      "an await drawn above, after what it is for",
      "a ~> b: ask { callback: x }\nawait: x\nb ~> a: done { resolves: x }\n",
      [0, 1, 3, 4, 2],
      "fine",
    ],
    ["one operand of a choice", choice, [0, 1, 2, 3, 6, 7], "fine"],
    ["none of a choice, so far", choice, [6], "fine"],
    ["half an operand", choice, [0, 1, 6], "2: its lifeline has not come down to it"],
    ["two operands of a choice", choice, [0, 1, 4], "2: its lifeline took another operand"],
    [
      "an operand that its lifeline has passed",
      "opt: x {\n  a ~> b: one\n}\na ~> b: two\n",
      [2, 3, 0],
      "2: its lifeline is past it",
    ],
    ["two rounds", loop, ["0@0", "1@0", "2@0", "3@0", "0@1", "1@1", "2@1", "3@1", 4, 5], "fine"],
    ["a round that runs ahead", loop, ["0@0", "0@1", "1@0", "2@0", "1@1", "2@1"], "fine"],
    ["a round before the one before it", loop, ["0@1"], "0: its lifeline has not come down to it"],
    [
      "a round left unfinished",
      loop,
      ["0@0", "1@0", "0@1", "1@1", "2@1"],
      "4: its lifeline has not come down to it",
    ],
    [
      "what follows a round left unfinished",
      loop,
      ["0@0", "1@0", 4],
      "2: its lifeline has not come down to it",
    ],
    [
      "operands side by side",
      "par: {\n  a ~> b: one\n} and: {\n  a ~> c: two\n}\na ~> d: three\n",
      [2, 0, 4],
      "fine",
    ],
    [
      "what follows them before one of them",
      "par: {\n  a ~> b: one\n} and: {\n  a ~> c: two\n}\na ~> d: three\n",
      [2, 4],
      "1: its lifeline has not come down to it",
    ],
    [
      "a lifeline before it exists",
      "a ~> b: one { creates: true }\nc ~> b: two\n",
      [2, 3],
      "1: its lifeline does not exist yet",
    ],
    ["one send to several", "a ~> [b; c]: news\n", [0, 2, 1], "fine"],
    ["what comes from outside", "() ~> a: go\na ~> b: gone\n", [0, 1, 2], "fine"],
    ["the way back of an exchange", "a <-> b: get\n", [0, 1, 2, 3], "fine"],
    ["an answer before the question", "a <-> b: get\n", [0, 2], "1: it was not sent yet"],
  ])("%s", (_, text, steps, verdict) => {
    expect(told(text, ...steps)).toBe(verdict);
  });

  test("that shows what the text draws as well shows nothing", () => {
    const { flow } = compile({ name: "t.slant", text: two });
    const steps = [0, 1, 2, 3].map(plainStep);
    const witness = (turned: readonly [number, number]): Witness => ({ steps, turned, remarks: new Map() });
    expect(replay(factsOf(flow), witness([1, 3]))?.why).toBe("the text draws it there too");
    expect(replay(factsOf(flow), witness([3, 1]))?.why).toBe("the text draws it there too");
  });
});

test("the replayer and an account that runs all executions judge every order of steps alike", () => {
  const counts = { legal: 0, broken: 0 };
  fc.assert(
    fc.property(smallFlows, fc.infiniteStream(fc.nat({ max: 999 })), ({ drafts, words }, dice) => {
      const flow = b.buildFlow(drafts, words);
      const oracle = runAll(flow, "declared");
      const roll = (sides: number): number => (dice.next().value ?? 0) % sides;
      const order: number[] = [];
      // Mostly a legal step; sometimes any at all.
      for (let count = 0; count < oracle.steps.length; count++) {
        const left = oracle.steps.flatMap((_, step) => (order.includes(step) ? [] : [step]));
        const legal = left.filter((step) => oracle.isLegal([...order, step]));
        const from = legal.length > 0 && roll(12) > 0 ? legal : left;
        order.push(from[roll(from.length)] ?? 0);
      }
      const isLegal = oracle.isLegal(order);
      counts[isLegal ? "legal" : "broken"]++;
      const refusal = replay(factsOf(flow), { steps: order.map(plainStep), remarks: new Map() });
      expect(refusal === undefined ? "legal" : `broken: ${refusal.why}`).toMatch(
        isLegal ? /^legal$/ : /^broken/,
      );
    }),
    { numRuns: 600, seed: 1 },
  );
  expect(Math.min(counts.legal, counts.broken)).toBeGreaterThan(100);
});

test("a finding whose witness does not replay is told without one", () => {
  // The wait above the race never ends on the one path that has both.
  const text =
    "a ~> b: ask { callback: x }\nalt: up {\n  b ~> a: done { resolves: x }\n  await: x\n} else: down {\n  await: x\n  a ~> c: one\n  d ~> c: two\n}\n";
  const { flow, sources } = compile({ name: "t.slant", text });
  const { overtakings } = contextOf({ flow, sources, suppressions: [], unused: [], codes: [] }).orderings;
  expect(overtakings.map(({ second, witness }) => [second.label?.text, witness])).toEqual([
    ["two", undefined],
  ]);
});
