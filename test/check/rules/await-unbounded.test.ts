import { expect, test } from "vitest";
import { awaitUnbounded } from "../../../src/check/rules/await-unbounded.ts";
import { describeRule, reportsIn } from "../describe-rule.ts";

const far = "pay: { kind: external }\n";
const flow = "shop ~> pay: charge { callback: x }\npay ~> shop: paid { resolves: x }\n";

describeRule(awaitUnbounded, {
  silent: {
    "a neighbour": `${flow}await: x\n`,
    "a limit": `${far}${flow}await: x { timeout: 30s }\n`,
    "a limit of the request": `${far}shop ~> pay: charge { callback: x; timeout: 30s }\npay ~> shop: paid { resolves: x }\nawait: x\n`,
    "a handler of the timeout": `${far}${flow}await: x\non: x timeout {\n  shop -> shop: give up\n}\n`,
    "a handler, which does not wait": `${far}${flow}on: x {\n  shop -> shop: go on\n}\n`,
    "a queue that delivers exactly once": `jobs: { kind: queue; delivery: exactly-once }\nshop ~> jobs: job { callback: x }\njobs ~> w: job\nw ~> shop: done { resolves: x }\nawait: x\n`,
    "a call with a limit": `${far}shop -> pay: charge { timeout: 2s }\npay --> shop: paid\n`,
    "a call that nobody answers": `${far}shop -> pay: charge\n`,
    "a call that asks for a callback too": `${far}shop -> pay: charge { callback: x }\npay --> shop: accepted\npay ~> shop: paid { resolves: x }\non: x {\n  shop -> shop: go on\n}\n`,
  },
  reports: {
    "a queue": [
      "jobs: { kind: queue }\nshop ~> jobs: job { callback: x }\njobs ~> w: job\nw ~> shop: done { resolves: x }\nawait: x\n",
      "x",
    ],
    "a call to an external system": [
      `${far}shop -> pay: charge\npay --> shop: paid\n`,
      "shop -> pay: charge",
    ],
    "an exchange with one": [`${far}shop <-> pay: charge\n`, "shop <-> pay: charge"],
  },
});

test("is for those who ask for strictness", () => {
  expect(reportsIn(awaitUnbounded.bad, {})).toEqual([]);
  expect(reportsIn(awaitUnbounded.bad, { extends: "strict" })).toEqual(["await-unbounded charged"]);
});
