import { expect, test } from "vitest";
import { queueUnstable } from "../../../src/check/rules/queue-unstable.ts";
import { describeRule, findingsIn } from "../describe-rule.ts";

const flow = (queue: string, worker: string, rate: string): string =>
  `jobs: { kind: queue; ${queue} }\nworker: { kind: worker; ${worker} }\napi ~> jobs: job { ${rate} }\njobs ~> worker: job\n`;

describeRule(queueUnstable, {
  silent: {
    "no rate": flow("consumers: 1", "takes: 1s", "key: id"),
    "no service time": flow("consumers: 1", "concurrency: 1", "rate: 50/s"),
    "enough consumers": flow("consumers: 8", "takes: 100ms", "rate: 50/s"),
    "consumers that may grow": flow("consumers: 1..20", "takes: 100ms", "rate: 50/s"),
    "workers that do several at once": flow("consumers: 2", "takes: 100ms; concurrency: 5", "rate: 50/s"),
    "a slow end that is rare enough": flow("consumers: 10", "takes: 10ms..200ms", "rate: 50/s"),
    "a service that does not say how much it does at once":
      "b: { takes: 1s }\na -> b: get { rate: 50/s }\nb --> a: ok\n",
    "a rate that is only known up to a choice":
      "jobs: { kind: queue }\nworker: { takes: 1s }\nweb -> api: post { rate: 50/s }\nopt: seldom {\n  api ~> jobs: job\n}\napi --> web: ok\njobs ~> worker: job\n",
    "one of two consumers whose speed is unknown":
      "jobs: { kind: queue }\none: { takes: 1s }\napi ~> jobs: job { rate: 50/s }\njobs ~> one: job\njobs ~> two: job\n",
  },
  reports: {
    "more than can be worked off": [flow("consumers: 4", "takes: 100ms", "rate: 50/s"), "4"],
    "as much as can be worked off": [flow("consumers: 5", "takes: 100ms", "rate: 50/s"), "5"],
    "nearly as much": [flow("consumers: 6", "takes: 100ms", "rate: 50/s"), "6"],
    "two sources together": [
      "jobs: { kind: queue; consumers: 5 }\nworker: { takes: 100ms }\na ~> jobs: job { rate: 30/s }\nb ~> jobs: job { rate: 30/s }\njobs ~> worker: job\n",
      "5",
    ],
    "the rate of what it is sent for, in each round": [
      "jobs: { kind: queue; consumers: 1 }\nworker: { takes: 100ms }\nweb -> api: post { rate: 5/s }\nloop: 3 times {\n  api ~> jobs: job\n}\napi --> web: ok\njobs ~> worker: job\n",
      "1",
    ],
    "the slow one of a topic's receivers": [
      "news: { kind: topic }\nfast: { takes: 1ms }\nslow: { takes: 1s }\napi ~> news: job { rate: 5/s }\nnews ~> [fast; slow]: job\n",
      "news",
    ],
    "a service that says how much it does at once": [
      "b: { takes: 1s; concurrency: 10 }\na -> b: get { rate: 50/s }\nb --> a: ok\n",
      "b",
    ],
  },
});

test("the arithmetic is shown, with the bound that was used", () => {
  const [hopeless] = findingsIn(flow("consumers: 4", "takes: 100ms..300ms", "rate: 50/s"));
  expect(hopeless?.severity).toBe("error");
  expect(hopeless?.message).toBe("50/s come into `jobs`, and `worker` can work off 40/s at most.");
  expect(hopeless?.notes?.at(-1)?.message).toBe(
    "50/s × 100ms / 4 = 1.25, and it must stay below 1 (at the fastest)",
  );
  expect(hopeless?.help).toBe("8 at once would be busy 70 % of the time");
  const [busy] = findingsIn(flow("consumers: 6", "takes: 50ms..150ms", "rate: 50/s"));
  expect(busy?.severity).toBe("warning");
  expect(busy?.notes?.at(-1)?.message).toBe(
    "50/s × 100ms / 6 = 0.83, and it must stay below 1 (at the middle of the service times)",
  );
});
