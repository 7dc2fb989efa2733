import { missingCorrelation } from "../../../src/check/rules/missing-correlation.ts";
import { describeRule } from "../describe-rule.ts";

const asked = "a ~> b: price { callback: x }";
const answered = "b ~> a: price is { resolves: x }";

describeRule(missingCorrelation, {
  silent: {
    "a wait in each round": `loop: for each item {\n  ${asked}\n  ${answered}\n  await: x\n}\n`,
    "a handler in each round": `loop: for each item {\n  ${asked}\n  ${answered}\n  on: x {\n    a -> a: add\n  }\n}\n`,
    "a key": `loop: for each item {\n  a ~> b: price { callback: x; correlation: item }\n}\nloop: for each answer {\n  ${answered}\n}\nawait: x\n`,
    attempts: `retry: 3 times {\n  ${asked}\n}\n${answered}\nawait: x\n`,
    "sibling operands": `par: {\n  ${asked}\n} and: {\n  a ~> c: price { callback: x }\n}\n${answered}\nc ~> a: price is { resolves: x }\nawait: x\n`,
    "one request before a loop": `${asked}\nloop: for each item {\n  b -> b: add\n}\n${answered}\nawait: x\n`,
  },
  reports: {
    "requests in a loop, awaited below it": [
      `loop: for each item {\n  ${asked}\n  ${answered}\n}\nawait: x\n`,
      "x",
    ],
    "requests in a loop whose answers come below it": [
      `loop: 3 times {\n  ${asked}\n}\n${answered}\nawait: x\n`,
      "x",
    ],
  },
});
