import { dlqRetentionTooShort } from "../../../src/check/rules/dlq-retention-too-short.ts";
import { describeRule } from "../describe-rule.ts";

const use = "api ~> jobs: job\njobs ~> worker: job\nworker --> jobs: ack\n";
const dead = (retention: string) => `dead: { kind: queue; ${retention} }\n${use}dead ~> ops: look\n`;

describeRule(dlqRetentionTooShort, {
  silent: {
    "dead letters that are kept longer": `jobs: { kind: queue; max-receives: 5; retention: 4d; dead-letter: dead }\n${dead("retention: 14d")}`,
    "dead letters that are kept for an unknown time": `jobs: { kind: queue; max-receives: 5; retention: 4d; dead-letter: dead }\n${dead("order: fifo")}`,
    "a queue that says nothing of it": `jobs: { kind: queue; max-receives: 5; dead-letter: dead }\n${dead("retention: 1d")}`,
    "a queue without dead letters": `jobs: { kind: queue; max-receives: 5; visibility: 1d; retention: 4d }\n${use}`,
    "few receives in much time": `jobs: { kind: queue; max-receives: 5; visibility: 30s; retention: 4d; dead-letter: dead }\n${dead("retention: 14d")}`,
  },
  reports: {
    "dead letters that are kept as long": [
      `jobs: { kind: queue; max-receives: 5; retention: 4d; dead-letter: dead }\n${dead("retention: 4d")}`,
      "4d",
    ],
    "dead letters that are kept less long": [
      `jobs: { kind: queue; max-receives: 5; retention: 4d; dead-letter: dead }\n${dead("retention: 1d")}`,
      "1d",
    ],
    "a message that expires before it is a dead letter": [
      `jobs: { kind: queue; max-receives: 50; visibility: 12h; retention: 4d; dead-letter: dead }\n${dead("retention: 14d")}`,
      "50",
    ],
  },
});
