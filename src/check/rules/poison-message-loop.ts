import type { Flow, Participant } from "../../flow/flow.ts";
import { participantKinds } from "../../language/participant-kinds.ts";
import { redelivers } from "../redelivery.ts";
import { about, type Finding, type Rule } from "../rule.ts";

export const poisonMessageLoop: Rule = {
  code: "poison-message-loop",
  severity: "error",
  category: "reliability",
  precision: "high",
  tier: "structure",
  fixKind: "none",
  summary:
    "A message that always fails is delivered for ever, or ends in a dead-letter queue that nobody reads.",
  why:
    "One message that its consumer cannot take comes back again and again, and blocks or slows all others. Parked where nobody looks, " +
    "it is lost as surely, only later.",
  bad: "jobs: { kind: queue; visibility: 30s }\napi ~> jobs: job\njobs ~> worker: job\nworker --> jobs: ack\n",
  good:
    "jobs: { kind: queue; visibility: 30s; max-receives: 5; dead-letter: dead }\ndead: { kind: queue }\nops: { kind: person }\n" +
    "api ~> jobs: job\njobs ~> worker: job\nworker --> jobs: ack\ndead ~> ops: alert\n",
  sources: [
    "Amazon SQS Developer Guide: dead-letter queues",
    "RabbitMQ: delivery limits and dead letter exchanges",
  ],
  yieldsTo: [],
  limits:
    "Only a queue or topic whose text speaks of redelivery is judged: one with `visibility`, `max-receives`, `delivery: at-least-once` " +
    "or a `settle: nack`. Who reads a dead-letter queue must be drawn in this flow.",
  check: ({ flow, words }) =>
    flow.participants
      .filter(({ kind }) => participantKinds[kind].channel)
      .flatMap((queue): readonly Finding[] => {
        const span = queue.attributeSpans["dead-letter"] ?? queue.attributeSpans.visibility ?? queue.span;
        const at = { span, about: [about.participant(queue.index)] };
        const dead = flow.participants[queue.attributes["dead-letter"] ?? -1];
        const name = words.participant(queue.index);
        if (dead === undefined) {
          const isBounded = queue.attributes["max-receives"] !== undefined;
          if (isBounded || !redelivers(flow, queue)) return [];
          const message = `What always fails is delivered from ${name} for ever.`;
          return [{ ...at, message, help: "add `max-receives: 5; dead-letter: …`" }];
        }
        if (leadsBack(flow, queue))
          return [
            {
              ...at,
              message: `Dead letters of ${name} come back to it.`,
              help: "send them to a queue that somebody reads",
            },
          ];
        const isRead = flow.messages.some(({ from }) => from === dead.index);
        if (!participantKinds[dead.kind].channel || isRead) return [];
        const message = `Nobody reads ${words.participant(dead.index)}, where ${name} sends what always fails.`;
        return [{ ...at, message, help: `draw who takes it: \`${dead.key} ~> …: …\`` }];
      }),
};

/** Whether dead letters of dead letters end where they began. */
const leadsBack = ({ participants }: Flow, queue: Participant): boolean => {
  const seen = new Set<number>();
  let next = queue.attributes["dead-letter"];
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    next = participants[next]?.attributes["dead-letter"];
  }
  return next !== undefined && seen.has(queue.index);
};
