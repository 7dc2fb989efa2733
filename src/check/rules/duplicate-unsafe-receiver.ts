import { messageKinds } from "../../language/message-kinds.ts";
import { isUnsafeEffect, knowsRepeats } from "../effects.ts";
import { mayRepeat } from "../redelivery.ts";
import { about, type Finding, type Rule } from "../rule.ts";

export const duplicateUnsafeReceiver: Rule = {
  code: "duplicate-unsafe-receiver",
  severity: "error",
  category: "reliability",
  precision: "medium",
  tier: "paths",
  fixKind: "suggestion",
  summary: "A message that may come twice leads to an effect that must not happen twice.",
  why:
    "Nearly every queue delivers again when an acknowledgement is lost or late. A receiver that does not recognise the second copy " +
    "charges the card, ships the goods or writes the row once more.",
  bad:
    "jobs: { kind: queue }\nworker: { kind: worker }\ncard: Card network { kind: external }\n" +
    "shop ~> jobs: charge\njobs ~> worker: charge\nworker -> card: debit { effect: true; timeout: 5s }\ncard --> worker: done\nworker --> jobs: ack\n",
  good:
    "jobs: { kind: queue }\nworker: { kind: worker; dedupe: order id }\ncard: Card network { kind: external }\n" +
    "shop ~> jobs: charge\njobs ~> worker: charge\nworker -> card: debit { effect: true; timeout: 5s }\ncard --> worker: done\nworker --> jobs: ack\n",
  sources: [
    "Hohpe and Woolf, Enterprise Integration Patterns, 2003: Idempotent Receiver",
    "Amazon SQS Developer Guide: at-least-once delivery",
  ],
  yieldsTo: [],
  limits:
    "Only messages with `effect: true` count as effects. It is silent where receiver or effect are `idempotent`, or know repeats by `dedupe`, and where `delivery` is `at-most-once` or `exactly-once`. " +
    "Calls that are made for the message, further down, count as long as each is waited for.",
  check: (context) => {
    const { flow, words } = context;
    const reported = new Set<number>();
    return flow.messages.flatMap((effect): readonly Finding[] => {
      if (!isUnsafeEffect(flow, effect)) return [];
      // From the effect upwards: whoever recognises repeats on the way shields it.
      const line = [...context.handling.ancestors(effect.index), effect.index].toReversed();
      for (const [depth, index] of line.entries()) {
        const message = flow.messages[index];
        if (message === undefined) return [];
        if (depth > 0) {
          if (
            message.attributes.idempotent === true ||
            knowsRepeats(flow.participants[message.to ?? -1]?.attributes)
          )
            return [];
          if (mayRepeat(flow, message)) {
            if (reported.has(message.index)) return [];
            reported.add(message.index);
            const receiver = flow.participants[message.to ?? -1];
            const name = words.participant(message.to);
            return [
              {
                message: `${name} may receive ${words.message(message.index)} twice, and then ${words.message(effect.index)} happens twice.`,
                span: message.span,
                notes: [{ message: "this changes something outside", span: effect.span }],
                help: `let ${receiver === undefined ? "the receiver" : name} recognise repeats, \`dedupe: …\`, or make the effect \`idempotent: true\``,
                fixes: [
                  words.addAttribute(effect.span, "idempotent: true", "Say that the effect may be repeated"),
                ].flatMap((fix) => fix ?? []),
                about: [about.message(message.index)],
              },
            ];
          }
          if (!messageKinds[message.kind].waits) return [];
        }
      }
      return [];
    });
  },
};
