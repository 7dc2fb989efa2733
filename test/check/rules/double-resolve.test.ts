import { doubleResolve } from "../../../src/check/rules/double-resolve.ts";
import { describeRule } from "../describe-rule.ts";

const asked = "a ~> b: job { callback: x }";
const answered = "b ~> a: ready { resolves: x }";

describeRule(doubleResolve, {
  silent: {
    "one end or the other": `${asked}\nalt: ok {\n  ${answered}\n} else: not {\n  b ~> a: no { rejects: x }\n}\nawait: x\n`,
    "a stream": `a ~> b: watch { callback: x; stream: x }\n${answered}\n${answered}\non: x {\n  a -> a: show\n}\n`,
    "a request in each round": `loop: for each item {\n  ${asked}\n  ${answered}\n  await: x\n}\n`,
    "answers to keyed requests": `loop: for each item {\n  a ~> b: job { callback: x; correlation: item }\n}\nloop: for each answer {\n  ${answered}\n}\nawait: x\n`,
    "each of several receivers":
      "a ~> [b; c]: job { callback: x }\nb ~> a: ready { resolves: x }\nc ~> a: ready { resolves: x }\nawait: x\n",
    "attempts to answer": `${asked}\nretry: 3 times {\n  ${answered}\n}\nawait: x\n`,
    "a webhook that resolves it once more":
      "a ~> b: job { callback: x; reply-to: c }\nb ~> c: ready { resolves: x }\nc ~> a: ready { resolves: x }\nawait: x\n",
    "a message that is received twice": `${asked}\nb ~> a: ready { resolves: x; duplicate: true }\nawait: x\n`,
    "an answer that is lost and sent again": `${asked}\nb ~> a: ready { resolves: x; lost: true }\n${answered}\nawait: x\n`,
    "a break between two answers": `${asked}\nbreak: no {\n  b ~> a: no { rejects: x }\n  await: x\n}\n${answered}\nawait: x\n`,
  },
  reports: {
    "a second answer": [`${asked}\n${answered}\nawait: x\n${answered}\n`, "x"],
    "a failure after a success": [
      `${asked}\n${answered}\nb ~> a: no after all { rejects: x }\nawait: x\n`,
      "x",
    ],
    "an early answer that does not end it": [
      `${asked}\nopt: cached {\n  ${answered}\n}\n${answered}\nawait: x\n`,
      "x",
    ],
    "an answer in each round": [
      `${asked}\nloop: every 5s {\n  ${answered}\n}\non: x {\n  a -> a: show\n}\n`,
      "x",
    ],
    "an answer in each of several rounds": [`${asked}\nloop: 2 times {\n  ${answered}\n}\nawait: x\n`, "x"],
  },
});
