import { about, type Rule } from "../rule.ts";
import { label } from "../schedule-words.ts";

export const callbackReplyRace: Rule = {
  code: "callback-reply-race",
  severity: "error",
  category: "ordering",
  precision: "high",
  tier: "order",
  fixKind: "none",
  summary: "A callback can arrive before its owner is able to match it to its request.",
  why:
    "The id that tells whose answer this is comes with the reply, or is saved after it; the callback takes another way and may be " +
    "faster. Then nobody knows it, and it is dropped or answered with 404. That it is drawn below the reply, or sent after it, " +
    "orders nothing.",
  bad:
    "shop: Shop { inbox: dispatch }\nshop -> pay: charge { callback: charged }\npay --> shop: 202, id\nshop -> shop: save the id\nstored: charged\n" +
    "pay ~> shop: charged { resolves: charged }\nawait: charged\n",
  good:
    "shop: Shop { inbox: dispatch }\nshop -> shop: save an id of its own\nshop -> pay: charge { callback: charged }\npay --> shop: 202\n" +
    "pay ~> shop: charged { resolves: charged }\nawait: charged\n",
  sources: [
    "Alur, Holzmann and Peled, An analyzer for message sequence charts, 1996",
    "Elkind, Genest and Peled, Detecting races in ensembles of message sequence charts, 2007",
  ],
  yieldsTo: ["callback-before-request", "misrouted-callback", "callback-into-blocked-caller"],
  limits:
    "Only a flow that says `stored: NAME` is judged: without it, the request itself is the point from which its callback is known. " +
    "Where the owner picks what it waits for, or the sender tries again, the first attempt may be lost and it is a warning.",
  check: ({ flow, facts, words, orderings }) =>
    orderings.hasty.map(({ callback, arrival, stored, witness }) => {
      const receiver = flow.participants[arrival.to ?? -1];
      const isSure = receiver?.attributes.inbox === "dispatch" && arrival.attributes.retry === undefined;
      const place = callback.arrivals.find(({ message }) => message === arrival.index);
      return {
        message: `The callback \`${callback.name}\` can arrive at ${words.participant(arrival.to)} before ${words.participant(callback.owner)} has stored it: nothing makes ${label(arrival)} wait.`,
        span: place?.span ?? arrival.span,
        ...(!isSure && { severity: "warning" as const }),
        notes: [
          {
            message: "only from here on can it be matched to its request",
            span: facts.occurrences.list[stored]?.span ?? arrival.span,
          },
        ],
        help: `store an id of ${words.participant(callback.owner)}'s own before the request, or let it be answered only after a message that follows \`stored: ${callback.name}\``,
        ...(witness !== undefined && { witness }),
        about: [about.callback(callback.index), about.message(arrival.index)],
      };
    }),
};
