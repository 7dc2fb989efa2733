import { callbackBeforeRequest } from "../../../src/check/rules/callback-before-request.ts";
import { describeRule } from "../describe-rule.ts";

const asked = "a ~> b: job { callback: x }";
const answered = "b ~> a: ready { resolves: x }";

describeRule(callbackBeforeRequest, {
  silent: {
    "an answer that nobody's message leads to": `${asked}\nc ~> a: ready { resolves: x }\nawait: x\n`,
    "an answer in the other operand of a par, written above": `par: {\n  ${answered}\n  await: x\n} and: {\n  ${asked}\n}\n`,
    "an answer below a loop that asks": `loop: for each item {\n  ${asked}\n}\n${answered}\nawait: x\n`,
    "a request in the handler of another callback": `a ~> c: first { callback: y }\nc ~> a: ok { resolves: y }\non: y {\n  ${asked}\n}\n${answered}\nawait: x\n`,
    "a request in the handler of a timeout": `a ~> c: first { callback: y; timeout: 5s }\nc ~> a: ok { resolves: y }\nawait: y\non: y timeout {\n  ${asked}\n}\n${answered}\nawait: x\n`,
    "a reply that names what its call asked for":
      "a -> b: job { callback: x }\nb --> a: ready { resolves: x }\n",
  },
  reports: {
    "an answer on a path that asks for nothing": [
      `opt: needed {\n  ${asked}\n}\n${answered}\nawait: x\n`,
      "x",
    ],
    "a failure above the request": [`b ~> a: no { rejects: x }\n${asked}\n`, "x"],
    "an answer that is sent above and received below": [
      `b ~> a: ready { resolves: x; id: r }\n${asked}\narrive: r\nawait: x\n`,
      "x",
    ],
  },
});
