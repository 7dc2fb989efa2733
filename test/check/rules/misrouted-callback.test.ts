import { misroutedCallback } from "../../../src/check/rules/misrouted-callback.ts";
import { describeRule } from "../describe-rule.ts";

const asked = "a ~> b: job { callback: x }";

describeRule(misroutedCallback, {
  silent: {
    "a declared address":
      "a ~> b: job { callback: x; reply-to: c }\nb ~> c: ready { resolves: x }\nawait: x { by: c }\n",
    "a receiver that hands it on": `${asked}\nb ~> c: ready { resolves: x }\nc ~> a: ready { carries: x }\nawait: x\n`,
    "a queue that delivers it": `q: { kind: queue }\n${asked}\nb ~> q: ready { resolves: x }\nq ~> a: ready\nawait: x\n`,
    "a topic that delivers it among others": `t: { kind: topic }\n${asked}\nb ~> t: ready { resolves: x }\nt ~> [a; c]: ready\nawait: x\n`,
    "the way back of an exchange": "a <-> b: job { callback: x; resolves: x }\n",
    "an answer that is lost": `${asked}\nb ~> c: ready { resolves: x; lost: true }\n`,
    "requests of two senders in sibling operands": `alt: one {\n  ${asked}\n  b ~> a: ready { resolves: x }\n  await: x\n} else: two {\n  c ~> b: job { callback: x }\n  b ~> c: ready { resolves: x }\n  await: x { by: c }\n}\n`,
  },
  reports: {
    "a third participant": [`${asked}\nb ~> c: ready { resolves: x }\nawait: x\n`, "x"],
    "a failure": [`${asked}\nb ~> c: no { rejects: x }\n`, "x"],
    "an answer to nowhere": [`${asked}\nb ~> (): ready { resolves: x }\n`, "x"],
    "a person who did not ask": [`user: { kind: person }\n${asked}\nb ~> user: ready { resolves: x }\n`, "x"],
    "a queue that nobody takes it from": [
      `q: { kind: queue }\n${asked}\nb ~> q: ready { resolves: x }\nawait: x\n`,
      "x",
    ],
    "a hand-over by somebody else": [
      `${asked}\nb ~> c: ready { resolves: x }\nd ~> a: ready { carries: x }\nawait: x\n`,
      "x",
    ],
    "one of two ends": [
      `${asked}\nalt: ok {\n  b ~> a: ready { resolves: x }\n} else: not {\n  b ~> c: no { rejects: x }\n}\nawait: x\n`,
      "x",
    ],
  },
});
