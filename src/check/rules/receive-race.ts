import { alternatesWith } from "../alternates.ts";
import { about, type Rule } from "../rule.ts";
import { label } from "../schedule-words.ts";

export const receiveRace: Rule = {
  code: "receive-race",
  severity: "warning",
  category: "ordering",
  precision: "high",
  tier: "order",
  fixKind: "none",
  summary: "Two messages from different senders are drawn in one order and can arrive in the other.",
  why:
    "Nothing that happens before makes the second message wait for the first: their senders do not know of each other. What works on " +
    "one machine breaks under load, when the first one takes longer. No ordered channel helps, since they come by two.",
  bad: "a ~> c: order placed\nb ~> c: order cancelled\n",
  good: "a ~> c: order placed\nc ~> b: seen\nb ~> c: order cancelled\n",
  sources: [
    "Alur, Holzmann and Peled, An analyzer for message sequence charts, 1996",
    "Elkind, Genest and Peled, Detecting races in ensembles of message sequence charts, 2007",
  ],
  yieldsTo: ["callback-reply-race"],
  limits:
    "Not judged are callbacks, which are told apart by their name; messages with different keys; what persons, queues and topics receive; " +
    "messages from outside; and pairs with a wait of everyone or a divider between them. Operands of a `par` have no order to lose. " +
    "Where another alternative draws the opposite order, either is taken to be meant. Latencies are not weighed.",
  check: ({ facts, words, flow, orderings }) =>
    orderings.overtakings
      .filter(({ first, second, through }) => through === undefined && !alternatesWith(facts, first, second))
      .map(({ first, second, witness }) => {
        const to = words.participant(second.to);
        const isDispatch = flow.participants[second.to ?? -1]?.attributes.inbox === "dispatch";
        return {
          message: `${to} can receive ${label(second)} from ${words.participant(second.from)} before ${label(first)} from ${words.participant(first.from)}: nothing makes it wait.`,
          span: second.span,
          ...(isDispatch && { severity: "error" as const }),
          notes: [{ message: `${label(first)} is drawn first`, span: first.span }],
          help: `let ${words.participant(second.from)} send it only after word that the other has arrived, or draw both in a \`par\` if either order will do`,
          ...(witness !== undefined && { witness }),
          about: [about.message(second.index)],
        };
      }),
};
