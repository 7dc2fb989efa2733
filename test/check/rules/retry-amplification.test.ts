import { retryAmplification } from "../../../src/check/rules/retry-amplification.ts";
import { describeRule } from "../describe-rule.ts";

const replies = "db --> stock: saved\nstock --> api: reserved\napi --> web: ordered\n";

describeRule(retryAmplification, {
  silent: {
    "many attempts in one layer": "a -> b: put { retry: 50 }\nb --> a: ok\n",
    "two layers with few attempts":
      "a -> b: put { retry: 3 }\nb -> c: put { retry: 3 }\nc --> b: ok\nb --> a: ok\n",
    "calls one after the other":
      "a -> b: put { retry: 5 }\nb --> a: ok\na -> c: put { retry: 5 }\nc --> a: ok\n",
    "a message in between that nobody waits for":
      "a ~> b: put { retry: 5 }\nb -> c: put { retry: 5 }\nc --> b: ok\n",
    "a queue in between":
      "q: { kind: queue }\na -> q: put { retry: 5 }\nq ~> w: put\nw -> c: put { retry: 5 }\nc --> w: ok\n",
    "rounds of a loop": "loop: 20 times {\n  a -> b: put { retry: 5 }\n  b --> a: ok\n}\n",
    "what a retry does when it is exhausted":
      "retry: 5 times {\n  a -> b: put\n  b --> a: ok\n} else: exhausted {\n  a -> ops: alert { retry: 5 }\n}\n",
    "a retry without a bound, which unbounded-retry reports":
      "retry: until it works {\n  a -> b: put { retry: 5 }\n  b --> a: ok\n}\n",
  },
  reports: {
    "the lowest of three layers": [
      `web -> api: order { retry: 4 }\napi -> stock: reserve { retry: 4 }\nstock -> db: save { retry: 3 }\n${replies}`,
      "3",
    ],
    "a retry in a retry": [
      "retry: 4 times {\n  a -> b: put\n  b --> a: ok\n  retry: 3 times {\n    a -> c: put\n    c --> a: ok\n  }\n}\n",
      "3 times",
    ],
    "a fragment around a call, and the call inside": [
      "retry: 6 times {\n  a -> b: put\n  b -> c: put { retry: 2 backoff 1s..10s }\n  c --> b: ok\n  b --> a: ok\n}\n",
      "2 backoff 1s..10s",
    ],
    "each of two branches": [
      "a -> b: put { retry: 4 }\nb -> c: put { retry: 4 }\nc --> b: ok\nb -> d: put { retry: 5 }\nd --> b: ok\nb --> a: ok\n",
      "4",
      "5",
    ],
  },
});
