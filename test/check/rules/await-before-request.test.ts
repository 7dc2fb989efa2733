import { expect, test } from "vitest";
import { awaitBeforeRequest } from "../../../src/check/rules/await-before-request.ts";
import { describeRule, findingsIn } from "../describe-rule.ts";

const asked = "a ~> b: job { callback: x }";
const answered = "b ~> a: ready { resolves: x }";

describeRule(awaitBeforeRequest, {
  silent: {
    "a handler above the request": `on: x {\n  a -> a: next\n}\n${asked}\n${answered}\n`,
    "a request in the other operand of a par, written below": `par: {\n  await: x\n} and: {\n  ${asked}\n  ${answered}\n}\n`,
    "a request and a wait under one condition": `opt: needed {\n  ${asked}\n  ${answered}\n}\nopt: needed {\n  await: x\n}\n`,
    "a wait below a loop that asks": `loop: for each item {\n  ${asked}\n  ${answered}\n}\nawait: x\n`,
    "a request in either operand": `alt: small {\n  ${asked}\n} else: big {\n  a ~> c: job { callback: x }\n}\nb ~> a: ready { resolves: x }\nawait: x\n`,
    "a cancel above the request": `cancel: x\n${asked}\n${answered}\nawait: x\n`,
  },
  reports: {
    "a wait in the round before": [`loop: 2 times {\n  await: x\n  ${asked}\n  ${answered}\n}\n`, "x"],
    "a wait on a path that asks for nothing": [
      `opt: needed {\n  ${asked}\n  ${answered}\n}\nawait: x\n`,
      "x",
    ],
    "one of two names": [
      `a ~> c: other { callback: y }\nc ~> a: done { resolves: y }\nawait: [y; x]\n${asked}\n${answered}\n`,
      "x",
    ],
    "a wait for the first of two": [
      `a ~> c: other { callback: y }\nc ~> a: done { resolves: y }\nawait: [x; y] { any: true }\ncancel: y\n${asked}\n${answered}\n`,
      "x",
    ],
  },
});

test("it says on which path nobody asks", () => {
  const text = `opt: needed {\n  ${asked}\n  ${answered}\n}\nawait: x\n`;
  expect(findingsIn(text).map(({ message }) => message)).toEqual([
    "`a` waits for `x`, which nobody asks for when `opt: needed` is skipped.",
  ]);
});
