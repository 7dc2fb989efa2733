import { poisonMessageLoop } from "../../../src/check/rules/poison-message-loop.ts";
import { describeRule } from "../describe-rule.ts";

const use = "api ~> jobs: job\njobs ~> worker: job\nworker --> jobs: ack\n";

describeRule(poisonMessageLoop, {
  silent: {
    "a queue that says nothing of it": `jobs: { kind: queue }\n${use}`,
    "a bound without a place for the rest": `jobs: { kind: queue; visibility: 30s; max-receives: 3 }\n${use}`,
    "dead letters that somebody reads": `jobs: { kind: queue; max-receives: 3; dead-letter: dead }\ndead: { kind: queue }\n${use}dead ~> ops: look\n`,
    "dead letters that go to a person": `ops: { kind: person }\njobs: { kind: queue; max-receives: 3; dead-letter: ops }\n${use}`,
    "a queue that delivers once": `jobs: { kind: queue; delivery: at-most-once }\n${use}`,
    "a chain of dead letters": `jobs: { kind: queue; dead-letter: dead }\ndead: { kind: queue; dead-letter: morgue }\nmorgue: { kind: queue }\n${use}dead ~> ops: look\nmorgue ~> ops: look\n`,
  },
  reports: {
    "a queue that delivers at least once": [`jobs: { kind: queue; delivery: at-least-once }\n${use}`, "jobs"],
    "a message that it delivers at least once": [
      "jobs: { kind: queue }\napi ~> jobs: job\njobs ~> worker: job { delivery: at-least-once }\nworker --> jobs: ack\n",
      "jobs",
    ],
    "a message that is given back": [
      `jobs: { kind: queue }\napi ~> jobs: job\njobs ~> worker: job\nworker --> jobs: no { settle: nack }\n`,
      "jobs",
    ],
    "dead letters that nobody reads": [
      `jobs: { kind: queue; max-receives: 3; dead-letter: dead }\ndead: { kind: queue }\n${use}`,
      "dead",
    ],
    "dead letters that come back": [
      `jobs: { kind: queue; max-receives: 3; dead-letter: jobs }\n${use}`,
      "jobs",
    ],
    "dead letters that come back by way of another": [
      `jobs: { kind: queue; dead-letter: dead }\ndead: { kind: queue; dead-letter: jobs }\n${use}dead ~> ops: look\n`,
      "dead",
      "jobs",
    ],
  },
});
