import type { Participant } from "../../flow/flow.ts";
import { participantKinds } from "../../language/participant-kinds.ts";
import { duration } from "../amounts.ts";
import { about, type Finding, type Rule } from "../rule.ts";

export const dlqRetentionTooShort: Rule = {
  code: "dlq-retention-too-short",
  severity: "warning",
  category: "quantity",
  precision: "high",
  tier: "numbers",
  fixKind: "none",
  summary: "A message can expire before anybody looks at it among the dead letters.",
  why:
    "In many brokers a message keeps its age when it is moved. One that has waited for most of its time in the queue then stays " +
    "among the dead letters for what is left, which may be minutes, and nobody ever learns what failed.",
  bad:
    "jobs: { kind: queue; max-receives: 5; retention: 4d; dead-letter: dead }\ndead: { kind: queue; retention: 4d }\n" +
    "api ~> jobs: job\njobs ~> worker: job\nworker --> jobs: ack\ndead ~> ops: alert\n",
  good:
    "jobs: { kind: queue; max-receives: 5; retention: 4d; dead-letter: dead }\ndead: { kind: queue; retention: 14d }\n" +
    "api ~> jobs: job\njobs ~> worker: job\nworker --> jobs: ack\ndead ~> ops: alert\n",
  sources: ["Amazon SQS Developer Guide: dead-letter queues, message retention"],
  yieldsTo: ["poison-message-loop"],
  limits:
    "It assumes that a message keeps its age when it becomes a dead letter, as in standard queues of Amazon SQS. Where the clock starts anew, as in its FIFO queues, " +
    "say so in a suppression. Retention that is not written is not known.",
  check: ({ flow, words }) =>
    flow.participants.flatMap((queue): readonly Finding[] => {
      const { retention, visibility } = queue.attributes;
      const dead = flow.participants[queue.attributes["dead-letter"] ?? -1];
      if (dead === undefined || retention === undefined || !participantKinds[queue.kind].channel) return [];
      const name = words.participant(queue.index);
      const at = (one: Participant, key: "retention" | "max-receives") => one.attributeSpans[key] ?? one.span;
      const kept = dead.attributes.retention;
      if (kept !== undefined && kept <= retention && dead !== queue)
        return [
          {
            message: `${words.participant(dead.index)} keeps dead letters for ${duration(kept)}, no longer than ${name} keeps the messages.`,
            span: at(dead, "retention"),
            notes: [
              { message: `${name} keeps them for ${duration(retention)}`, span: at(queue, "retention") },
              {
                message: `${duration(kept)} ≤ ${duration(retention)}: one that fails on its last day has no time left`,
              },
            ],
            help: `keep them longer than ${duration(retention)} in ${words.participant(dead.index)}`,
            about: [about.participant(queue.index)],
          },
        ];
      const receives = queue.attributes["max-receives"];
      if (receives === undefined || visibility === undefined || receives * visibility < retention) return [];
      return [
        {
          message: `A message that always fails expires in ${name} before it becomes a dead letter.`,
          span: at(queue, "max-receives"),
          notes: [
            { message: `it is kept for ${duration(retention)}`, span: at(queue, "retention") },
            {
              message: `${receives} receives × ${duration(visibility)} hidden = ${duration(receives * visibility)} ≥ ${duration(retention)}`,
            },
          ],
          help: "keep messages longer, or lower `max-receives` or `visibility`",
          about: [about.participant(queue.index)],
        },
      ];
    }),
};
