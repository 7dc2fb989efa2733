import { retryUnsafeCall } from "../../../src/check/rules/retry-unsafe-call.ts";
import { describeRule } from "../describe-rule.ts";

const retried = (text: string): string => `retry: 3 times {\n  ${text.replaceAll("\n", "\n  ")}\n}\n`;

describeRule(retryUnsafeCall, {
  silent: {
    "a call that changes nothing": "a -> b: get { retry: 3 }\nb --> a: ok\n",
    "a call that may be repeated": "a -> b: put { retry: 3; effect: true; idempotent: true }\nb --> a: ok\n",
    "a receiver that knows repeats":
      "b: { dedupe: order id }\na -> b: put { retry: 3; effect: true }\nb --> a: ok\n",
    "a receiver that may see it twice":
      "b: { idempotent: true }\na -> b: put { retry: 3; effect: true }\nb --> a: ok\n",
    "one attempt": "a -> b: put { retry: 1; effect: true }\nb --> a: ok\n",
    "rounds of a loop": "loop: 3 times {\n  a -> b: put { effect: true }\n  b --> a: ok\n}\n",
    "what happens when attempts are exhausted":
      "retry: 3 times {\n  a -> b: get\n  b --> a: ok\n} else: exhausted {\n  a -> ops: page { effect: true }\n  ops --> a: ok\n}\n",
    "an effect behind somebody who knows repeats":
      "b: { dedupe: order id }\na -> b: put { retry: 3 }\nb -> c: save { effect: true }\nc --> b: ok\nb --> a: ok\n",
    "an effect that nobody waits for":
      "a ~> b: put { retry: 3 }\nb -> c: save { effect: true }\nc --> b: ok\n",
  },
  reports: {
    "a retry of its own": [
      "a -> b: put { retry: 3; effect: true }\nb --> a: ok\n",
      "a -> b: put { retry: 3; effect: true }",
    ],
    "a retry around it": [
      retried("a -> b: put { effect: true }\nb --> a: ok"),
      "a -> b: put { effect: true }",
    ],
    "a retry without a bound": [
      "retry: {\n  a -> b: put { effect: true }\n  b --> a: ok\n}\n",
      "a -> b: put { effect: true }",
    ],
    "an effect of a call that is tried again": [
      "a -> b: put { retry: 3 }\nb -> c: save { effect: true }\nc --> b: ok\nb --> a: ok\n",
      "b -> c: save { effect: true }",
    ],
    "a message that nobody waits for, tried again itself": [
      "a ~> b: put { retry: 3; effect: true }\n",
      "a ~> b: put { retry: 3; effect: true }",
    ],
  },
});
