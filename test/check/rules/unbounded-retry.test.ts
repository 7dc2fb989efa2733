import { unboundedRetry } from "../../../src/check/rules/unbounded-retry.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(unboundedRetry, {
  silent: {
    "a bound": "retry: 3 times {\n  a -> b: put\n}\n",
    "a range": "retry: 1..5 times {\n  a -> b: put\n}\n",
    "a way out": "retry: until it works {\n  a -> b: put\n} else: too late {\n  a ~> ops: alert\n}\n",
    "a break":
      "retry: until it works {\n  a -> b: put\n  break: down for long {\n    a ~> ops: alert\n  }\n}\n",
    "a loop, which is no retry": "loop: while it rains {\n  a -> b: put\n}\n",
    "attempts of one arrow": "a -> b: put { retry: 3 backoff 1s..60s }\n",
  },
  reports: {
    "words without a count": ["retry: as long as it fails {\n  a -> b: put\n}\n", "as long as it fails"],
    "no words": ["retry: {\n  a -> b: put\n}\n", "retry"],
    "a pause alone": ["retry: every 5s {\n  a -> b: put\n}\n", "every 5s"],
    "a callback that ends it": [
      "a ~> b: job { callback: x }\nretry: until x {\n  b ~> a: done { resolves: x }\n}\nawait: x\n",
      "until x",
    ],
  },
});
