import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { focusSystem } from "../../src/system/focus-system.ts";
import { mergeFlows } from "../../src/system/merge-flows.ts";
import { flowTexts } from "../generated/flow-text.ts";
import { systemOf } from "./system-of.ts";

const chain = systemOf({
  a: "jobs: Jobs { kind: queue; dead-letter: dead; max-receives: 2 }\ndead: Dead { kind: queue }\nweb -> api: one\napi ~> jobs: two\n",
  b: "jobs: Jobs { kind: queue }\njobs ~> worker: two\nworker -> db: three\ndb -> disk: four\n() ~> web: in\n",
});

const near = (key: string, depth: number): readonly string[] => {
  const at = chain.flow.participants.findIndex((each) => each.key === key);
  return focusSystem(chain, at, depth).flow.participants.map((each) => each.key);
};

test("keeps who is so many steps away, through queues as if they were not there", () => {
  expect(near("api", 1)).toEqual(["jobs", "dead", "web", "api", "worker"]);
  expect(near("api", 2)).toEqual(["jobs", "dead", "web", "api", "worker", "db"]);
  expect(near("db", 1)).toEqual(["worker", "db", "disk"]);
  expect(near("jobs", 1)).toEqual(["jobs", "dead", "api", "worker"]);
});

test("keeps the messages among them, and those from outside", () => {
  const at = chain.flow.participants.findIndex(({ key }) => key === "web");
  const { flow, memberOf } = focusSystem(chain, at, 1);
  expect(flow.messages.map(({ label }) => label?.text)).toEqual(["one", "in"]);
  expect(memberOf).toEqual([0, 1]);
});

test("law: every index points at something", () => {
  fc.assert(
    fc.property(flowTexts, fc.nat(20), fc.nat(4), ({ text }, at, depth) => {
      const whole = mergeFlows([{ name: "f", flow: compile({ name: "f.slant", text }).flow }]);
      const count = whole.flow.participants.length;
      if (count === 0) return;
      const { flow, memberOf, sayings } = focusSystem(whole, at % count, depth);
      expect(flow.participants.map(({ index }) => index)).toEqual(flow.participants.map((_, place) => place));
      expect([memberOf.length, sayings.length]).toEqual([flow.messages.length, flow.participants.length]);
      for (const { from, to, of = 0 } of flow.messages) {
        for (const end of [from, to]) if (end !== null) expect(flow.participants[end]).toBeDefined();
        expect(flow.messages[of]).toBeDefined();
      }
    }),
    { numRuns: 100 },
  );
});
