import { timeoutInversion } from "../../../src/check/rules/timeout-inversion.ts";
import { describeRule } from "../describe-rule.ts";

const nested = (outer: string, inner: string): string =>
  `a -> b: get { ${outer} }\nb -> c: get { ${inner} }\nc --> b: ok\nb --> a: ok\n`;

describeRule(timeoutInversion, {
  silent: {
    "equal limits": nested("timeout: 2s", "timeout: 2s"),
    "an inner wait without a limit": nested("timeout: 2s", "retry: 3"),
    "a call that comes after the reply":
      "a -> b: get { timeout: 1s }\nb --> a: ok\nb -> c: get { timeout: 5s }\nc --> b: ok\n",
    "work that nobody waits for":
      "a -> b: get { timeout: 1s }\nb ~> c: get\nc -> d: get { timeout: 5s }\nd --> c: ok\nb --> a: ok\n",
    "calls side by side":
      "a -> b: get { timeout: 2s }\npar: {\n  b -> c: get { timeout: 2s }\n  c --> b: ok\n} and: {\n  b -> d: get { timeout: 2s }\n  d --> b: ok\n}\nb --> a: ok\n",
    "a callback that latencies make late, as its handler says":
      "a ~> b: ask { callback: x; timeout: 1s; latency: 2s..3s }\nb ~> a: done { resolves: x }\non: x {\n  a -> a: next\n}\non: x timeout {\n  a -> a: stop\n}\non: x late {\n  a -> a: log\n}\n",
    "calls on different paths":
      "a -> b: get { timeout: 3s }\nalt: one {\n  b -> c: get { timeout: 2s }\n  c --> b: ok\n} else: two {\n  b -> d: get { timeout: 2s }\n  d --> b: ok\n}\nb --> a: ok\n",
  },
  reports: {
    "attempts inside": [nested("timeout: 3s", "timeout: 2s; retry: 2"), "3s"],
    "pauses between attempts, each twice as long": [
      nested("timeout: 5s", "timeout: 1s; retry: 3 backoff 1s..60s"),
      "5s",
    ],
    "calls one after the other": [
      "a -> b: get { timeout: 3s }\nb -> c: get { timeout: 2s }\nc --> b: ok\nb -> d: get { timeout: 2s }\nd --> b: ok\nb --> a: ok\n",
      "3s",
    ],
    "the longer of two branches": [
      "a -> b: get { timeout: 3s }\nalt: one {\n  b -> c: get { timeout: 2s }\n  c --> b: ok\n} else: two {\n  b -> d: get { timeout: 4s }\n  d --> b: ok\n}\nb --> a: ok\n",
      "3s",
    ],
    "a loop with more rounds than a path runs": [
      "a -> b: get { timeout: 5s }\nloop: 6 times {\n  b -> c: get { timeout: 1s }\n  c --> b: ok\n}\nb --> a: ok\n",
      "5s",
    ],
    "calls without drawn replies": [
      "config: { implicit-replies: true }\na -> b: get { timeout: 1s }\nb -> c: get { timeout: 2s }\na -> a: next\n",
      "1s",
    ],
    "latencies alone, as a warning": [
      "a -> b: get { timeout: 1s; latency: 100ms..900ms }\nb --> a: ok { latency: 100ms..900ms }\n",
      "1s",
    ],
    "a callback whose worker waits longer": [
      "a ~> b: ask { callback: x; timeout: 2s }\nb -> c: get { timeout: 5s }\nc --> b: ok\nb ~> a: done { resolves: x }\nawait: x\n",
      "2s",
    ],
    "a wait that is written above what it waits for": [
      "a ~> b: ask { callback: x }\nawait: x { timeout: 2s }\nb -> c: get { timeout: 5s }\nc --> b: ok\nb ~> a: done { resolves: x }\n",
      "await: x { timeout: 2s }",
    ],
  },
});
