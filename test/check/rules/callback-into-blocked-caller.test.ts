import { callbackIntoBlockedCaller } from "../../../src/check/rules/callback-into-blocked-caller.ts";
import { describeRule } from "../describe-rule.ts";

const worker = "a: Agent { kind: worker }\n";
const inside = "a -> b: start\nb -> a: get config\na --> b: config\nb --> a: ok\n";

describeRule(callbackIntoBlockedCaller, {
  silent: {
    "a caller that handles messages meanwhile": inside,
    "a worker that says so": `a: Agent { kind: worker; reentrant: true }\n${inside}`,
    "a reply that does not need what is drawn before it": `${worker}a -> b: start\nb ~> a: progress\nb --> a: ok\n`,
    "what somebody else sends meanwhile": `${worker}a -> b: start\nc ~> a: news\nb --> a: ok\n`,
    "an answer that comes later": `${worker}a -> b: start\nb --> a: accepted\nb ~> a: get config\na ~> b: config\nb ~> a: ok\n`,
    "a call without a reply": `${worker}a -> b: start\nb -> a: get config\na --> b: config\n`,
    "a call to itself": `${worker}a -> a: think\na -> b: start\nb --> a: ok\n`,
    "nested calls of others": `${worker}a -> b: start\nb -> c: ask\nc --> b: answer\nb --> a: ok\n`,
    "two that call each other side by side":
      "a: A { kind: worker }\nb: B { kind: worker }\npar: {\n  a -> b: one\n  b --> a: done\n} and: {\n  b -> a: two\n  a --> b: done\n}\n",
  },
  reports: {
    "a call back": [`${worker}${inside}`, "a -> b: start"],
    "a service that says that it handles nothing": [
      `a: Agent { reentrant: false }\n${inside}`,
      "a -> b: start",
    ],
    "a question over somebody else": [
      `${worker}a -> b: start\nb ~> c: look\nc ~> a: get config\na ~> b: config\nb --> a: ok\n`,
      "a -> b: start",
    ],
    "a message that the callee waits for": [
      `${worker}a -> b: start\na ~> b: more\nb --> a: ok\n`,
      "a -> b: start",
    ],
    "one operand of a choice": [
      `${worker}alt: unknown {\n${inside}} else: known {\n  a -> b: go\n  b --> a: ok\n}\n`,
      "a -> b: start",
    ],
    "a callback that the reply waits for": [
      `${worker}a -> b: start { callback: x }\nb ~> a: ready { resolves: x }\nawait: x\na ~> b: go\nb --> a: ok\n`,
      "a -> b: start { callback: x }",
    ],
  },
});
