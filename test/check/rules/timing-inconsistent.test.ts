import { timingInconsistent } from "../../../src/check/rules/timing-inconsistent.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(timingInconsistent, {
  silent: {
    "times that only may be too long": "a -> b: get { timeout: 1s; latency: 100ms..5s }\nb --> a: ok\n",
    "a limit that is just kept":
      "a -> b: get { timeout: 1s; latency: 500ms }\nb --> a: ok { latency: 500ms }\n",
    "a wait that is said to be given up":
      "a ~> b: ask { callback: x; timeout: 1s; latency: 2s }\nb ~> a: done { resolves: x }\non: x timeout {\n  a -> a: stop\n}\non: x late {\n  a -> a: log\n}\n",
    "a budget, which latency-budget-exceeded reports":
      "a ~> b: go { id: one; latency: 1s }\nb ~> a: done { id: two }\nbudget: 300ms { from: one; to: two }\n",
    "times beside each other":
      "a -> b: get { timeout: 1s; latency: 100ms }\npar: {\n  b -> c: x { latency: 800ms }\n  c --> b: ok\n} and: {\n  b -> d: x { latency: 800ms }\n  d --> b: ok\n}\nb --> a: ok\n",
    "events that wait for each other, without numbers":
      "a ~> b: ask { callback: x; latency: 1ms }\nawait: x\na ~> b: go\nb ~> a: done { resolves: x }\n",
  },
  reports: {
    "a service time above the limit": [
      "b: { takes: 2s..3s }\na -> b: get { timeout: 1s }\nb --> a: ok\n",
      "1s",
    ],
    "a message that is dead before it arrives": [
      "a ~> b: news { ttl: 1s; latency: 2s..3s }\n",
      "a ~> b: news { ttl: 1s; latency: 2s..3s }",
    ],
    "a callback after the request's limit": [
      "a ~> b: ask { callback: x; timeout: 1s; latency: 2s }\nb ~> a: done { resolves: x }\nawait: x\n",
      "1s",
    ],
    "one branch only": [
      "a -> b: get { timeout: 1s }\nalt: near {\n  b -> c: x { latency: 10ms }\n  c --> b: ok\n} else: far {\n  b -> d: x { latency: 2s }\n  d --> b: ok\n}\nb --> a: ok\n",
      "1s",
    ],
  },
});
