import { retentionOverflow } from "../../../src/check/rules/retention-overflow.ts";
import { describeRule } from "../describe-rule.ts";

const flow = (queue: string, rate = "key: id"): string =>
  `jobs: { kind: queue; ${queue} }\nworker: { kind: worker; takes: 2s }\napi ~> jobs: job { ${rate} }\njobs ~> worker: job\n`;

describeRule(retentionOverflow, {
  silent: {
    "a full queue that is emptied in time": flow("capacity: 1000; retention: 1h"),
    "a queue without a bound, and no rate": flow("retention: 1m"),
    "a queue that keeps messages for an unknown time": flow("capacity: 1M"),
    "many consumers": flow("capacity: 10k; retention: 1h; consumers: 20"),
    "a load that queue-unstable reports": flow("capacity: 10k; retention: 1h", "rate: 5/s"),
  },
  reports: {
    "a full queue": [flow("capacity: 10k; retention: 1h"), "1h"],
    "the average wait": [flow("retention: 5s; consumers: 1", "rate: 0.4/s"), "5s"],
  },
});
