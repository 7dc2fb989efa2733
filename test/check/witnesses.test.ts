import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { contextOf } from "../../src/check/context.ts";
import { counterexample } from "../../src/check/counterexample.ts";
import type { Facts } from "../../src/check/facts.ts";
import { factsOf } from "../../src/check/facts.ts";
import { replay } from "../../src/check/replay.ts";
import { rules } from "../../src/check/rules.ts";
import type { Witness } from "../../src/check/witness.ts";
import { wordsFor } from "../../src/check/words.ts";
import { compile } from "../../src/compile.ts";
import type { Flow } from "../../src/flow/flow.ts";
import { format } from "../../src/format.ts";
import * as b from "../order/build-flow.ts";
import { messyFlows } from "../order/messy-flows.ts";
import { runAll } from "../order/oracle.ts";
import { smallFlows } from "../order/small-flows.ts";

const witnessesIn = (flow: Flow): readonly Witness[] => {
  const { orderings } = contextOf({ flow, sources: {}, suppressions: [], unused: [], codes: [] });
  const { overtakings, hasty, selfBlocks, splits, ambiguities } = orderings;
  return [...overtakings, ...hasty, ...selfBlocks, ...splits, ...ambiguities].flatMap(
    ({ witness }) => witness ?? [],
  );
};

/** Sends and receipts, each with its lifeline and label: what a picture of a flow shows, from top to bottom. */
const drawn = ({ flow, occurrences }: Facts, steps: readonly number[]): readonly string[] =>
  steps.flatMap((step) => {
    const found = occurrences.list[step];
    const message = flow.messages[found?.message ?? -1];
    const word = { send: "sends", answer: "sends", receipt: "receives", answered: "receives" }[
      found?.kind as "send"
    ];
    if (found === undefined || word === undefined || found.lifeline < 0 || message === undefined) return [];
    return [`${flow.participants[found.lifeline]?.key} ${word} ${message.label?.text ?? ""}`];
  });

/** The text of a witness, compiled; fails on one that does not, or that is not what its formatter makes of it. */
const written = (flow: Flow, witness: Witness): { readonly text: string; readonly facts: Facts } => {
  const facts = factsOf(flow);
  const text = counterexample(facts, wordsFor(flow, {}), witness, {
    code: "a-code",
    message: "`a` says: what, then?",
  });
  const compiled = compile({ name: "w.slant", text });
  expect([text, compiled.diagnostics.filter(({ severity }) => severity === "error")]).toEqual([text, []]);
  return { text, facts: factsOf(compiled.flow) };
};

const expectDrawn = (flow: Flow, witness: Witness): void => {
  const steps = witness.steps.map(({ occurrence }) => occurrence);
  const { text, facts } = written(flow, witness);
  const all = facts.occurrences.list.map(({ index }) => index);
  expect([text, drawn(facts, all)]).toEqual([text, drawn(factsOf(flow), steps)]);
};

const ordered = [
  ...["callback-reply-race", "callback-into-blocked-caller", "receive-race", "fifo-assumption"],
  ...["non-local-choice", "ambiguous-branch"],
];

describe("a counterexample", () => {
  test("of flows with one way compiles, stands in the bad order, and is one of all executions", () => {
    let seen = 0;
    fc.assert(
      fc.property(smallFlows, ({ drafts, words }) => {
        const flow = b.buildFlow(drafts, words);
        const { isLegal } = runAll(flow, "declared");
        for (const witness of witnessesIn(flow)) {
          seen++;
          expect(isLegal(witness.steps.map(({ occurrence }) => occurrence))).toBe(true);
          expectDrawn(flow, witness);
        }
      }),
      { numRuns: 300, seed: 3 },
    );
    expect(seen).toBeGreaterThan(50);
  });

  test("of any flow compiles and stands in the bad order", () => {
    let seen = 0;
    fc.assert(
      fc.property(messyFlows, ({ drafts, words }) => {
        const flow = b.buildFlow(drafts, words);
        for (const witness of witnessesIn(flow).slice(0, 5)) {
          seen++;
          expectDrawn(flow, witness);
        }
      }),
      { numRuns: 300, seed: 3 },
    );
    expect(seen).toBeGreaterThan(50);
  });

  test("printed and read again, it replays as it is drawn", () => {
    fc.assert(
      fc.property(smallFlows, ({ drafts, words }) => {
        const flow = b.buildFlow(drafts, words);
        for (const witness of witnessesIn(flow)) {
          const { text, facts } = written(flow, witness);
          // A reply that comes late is drawn as a message; that it may be overtaken is not in the text any more.
          if (text.includes("stroke-dash")) continue;
          const printed = compile({ name: "w.slant", text: format({ name: "w.slant", text }).output });
          const again = factsOf(printed.flow);
          expect(
            drawn(
              again,
              again.occurrences.list.map(({ index }) => index),
            ),
          ).toEqual(
            drawn(
              facts,
              facts.occurrences.list.map(({ index }) => index),
            ),
          );
          const steps = again.occurrences.list.map(({ index }) => ({
            occurrence: index,
            rounds: [],
            gaveUp: false,
          }));
          expect(replay(again, { steps, remarks: new Map() })).toBeUndefined();
        }
      }),
      { numRuns: 150, seed: 5 },
    );
  });

  test.each(ordered)("stands behind the example of %s", (code) => {
    const compiled = compile({ name: "t.slant", text: rules.find((rule) => rule.code === code)?.bad ?? "" });
    expect(
      check(compiled, { extends: "all" }).map(({ schedule }) => (schedule?.steps.length ?? 0) > 0),
    ).toEqual([true]);
  });

  test.each(ordered)("is left out where nobody reads it, and changes nothing else about %s", (code) => {
    const compiled = compile({ name: "t.slant", text: rules.find((rule) => rule.code === code)?.bad ?? "" });
    const [none, steps, whole] = (["none", "steps", "whole"] as const).map((schedules) =>
      check(compiled, { extends: "all", schedules }),
    );
    const bare = whole?.map(({ schedule: _, ...found }) => found);
    expect(none).toEqual(bare);
    expect(steps?.map(({ schedule: _, ...found }) => found)).toEqual(bare);
    expect(steps?.map(({ schedule }) => schedule)).toEqual(
      whole?.map(({ schedule }) => schedule && { steps: schedule.steps }),
    );
  });

  test("holds names and labels as they are", () => {
    const text =
      '"a.b": "{ \\"one\\" } # two"\nawait-er: "$5; -> x"\n"a.b" ~> c: "first\\nline"\nawait-er ~> c: |md **second** |\n"note" ~> c: \'it\'\'s\'\n';
    const compiled = compile({ name: "t.slant", text });
    const [found] = check(compiled, { extends: "all" });
    const again = compile({ name: "w.slant", text: found?.schedule?.source ?? "" });
    expect(again.diagnostics).toEqual([]);
    expect(again.flow.participants.map(({ key, label }) => [key, label.text])).toEqual([
      ["a.b", '{ "one" } # two'],
      ["await-er", "$5; -> x"],
      ["c", "c"],
    ]);
    expect(again.flow.messages.map(({ label }) => label?.text)).toEqual(["**second**", "first\nline"]);
  });
});
