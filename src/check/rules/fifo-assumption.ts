import type { Participant } from "../../flow/flow.ts";
import { about, type Rule } from "../rule.ts";
import { label } from "../schedule-words.ts";

export const fifoAssumption: Rule = {
  code: "fifo-assumption",
  severity: "warning",
  category: "ordering",
  precision: "high",
  tier: "order",
  fixKind: "none",
  summary:
    "The drawn order of two messages holds only if a queue or topic keeps order, and this one does not.",
  why:
    "Most queues hand things out in about the order in which they came, until something is delivered again or several consumers take " +
    "turns. Then the cancellation is worked off before the order, and nothing tells that it came too early.",
  bad: "orders: Orders queue { kind: queue; consumers: 4 }\nshop ~> orders: created\nshop ~> orders: cancelled\norders ~> depot: created\norders ~> depot: cancelled\n",
  good:
    "orders: Orders queue { kind: queue; order: fifo; consumers: 4 }\nshop ~> orders: created { key: order id }\nshop ~> orders: cancelled { key: order id }\n" +
    "orders ~> depot: created\norders ~> depot: cancelled\n",
  sources: [
    "Amazon SQS Developer Guide: message group id",
    "Azure Architecture Center: Competing Consumers pattern",
  ],
  yieldsTo: ["receive-race", "callback-reply-race"],
  limits:
    "Judged are two deliveries of one queue or topic to one receiver. Not judged are callbacks, messages with different keys, and what is " +
    "`idempotent`. That a dead-letter queue or a redelivery breaks the order of a fifo queue is not seen.",
  check: ({ facts, words, flow, orderings }) =>
    orderings.overtakings.flatMap(({ first, second, through, witness }) => {
      const queue = flow.participants[through ?? -1];
      const receiver = flow.participants[second.to ?? -1];
      const isSafe = [first, second, receiver].some((each) => each?.attributes.idempotent === true);
      if (queue === undefined || isSafe) return [];
      const keyOf = ({ index, attributes }: typeof first): string | undefined =>
        attributes.key ?? flow.messages[facts.queues.takes[index] ?? -1]?.attributes.key;
      const isOneThing = keyOf(first) !== undefined && keyOf(first) === keyOf(second);
      return [
        {
          message: `${words.participant(second.to)} can get ${label(second)} before ${label(first)}: ${words.participant(queue.index)} ${reason(queue)}.`,
          span: second.span,
          ...(isOneThing && { severity: "error" as const }),
          notes: [{ message: `${label(first)} is drawn first`, span: first.span }],
          help:
            queue.attributes.order === "fifo"
              ? "give both messages the same `key`, or let one consumer take them"
              : `say \`order: fifo\` of ${words.participant(queue.index)} if it is so, else let the receiver put them in order`,
          ...(witness !== undefined && { witness }),
          about: [about.message(second.index)],
        },
      ];
    }),
};

const reason = ({ attributes: { order, consumers } }: Participant): string =>
  order === "fifo" && (consumers?.high ?? 1) > 1
    ? `has ${consumers?.high} consumers, and messages without a key are taken by any of them`
    : "keeps no order";
