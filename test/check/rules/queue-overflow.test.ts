import { expect, test } from "vitest";
import { queueOverflow } from "../../../src/check/rules/queue-overflow.ts";
import { describeRule, findingsIn } from "../describe-rule.ts";

const flow = (queue: string, rate: string): string =>
  `jobs: { kind: queue; ${queue} }\nworker: { kind: worker; takes: 80ms }\napi ~> jobs: job { ${rate} }\njobs ~> worker: job\n`;

describeRule(queueOverflow, {
  silent: {
    "a queue that holds enough": flow("capacity: 100", "rate: 10/s"),
    "a queue without a bound": flow("consumers: 1", "rate: 10/s"),
    "a rate that is not known": flow("capacity: 1", "key: id"),
    "a load that no capacity can hold, which queue-unstable reports": flow("capacity: 1", "rate: 100/s"),
    "enough consumers": flow("capacity: 2; consumers: 3", "rate: 10/s"),
  },
  reports: {
    "a queue that is too short": [flow("capacity: 2; overflow: drop-new", "rate: 10/s"), "2"],
    "a queue that makes its senders wait": [flow("capacity: 2", "rate: 10/s"), "2"],
  },
});

test("what loses messages is an error, what makes senders wait a warning", () => {
  expect(findingsIn(flow("capacity: 2; overflow: drop-old", "rate: 10/s"))[0]?.severity).toBe("error");
  expect(findingsIn(flow("capacity: 2; overflow: block", "rate: 10/s"))[0]?.severity).toBe("warning");
});
