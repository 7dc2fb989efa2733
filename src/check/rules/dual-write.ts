import type { Message } from "../../flow/flow.ts";
import { messageKinds } from "../../language/message-kinds.ts";
import { participantKinds } from "../../language/participant-kinds.ts";
import type { Context } from "../context.ts";
import { knowsRepeats } from "../effects.ts";
import { groupBy } from "../group-by.ts";
import { mayMeet } from "../may-meet.ts";
import { about, type Finding, type Rule } from "../rule.ts";

export const dualWrite: Rule = {
  code: "dual-write",
  severity: "warning",
  category: "reliability",
  precision: "medium",
  tier: "structure",
  fixKind: "none",
  summary: "Something is written to a store and published in one step, without an outbox.",
  why:
    "A crash between the two leaves one without the other: an order that nobody hears of, or news of an order that does not exist. " +
    "No retry mends it, since nobody knows any more which half is missing.",
  bad:
    "db: { kind: store }\nbus: { kind: topic }\nweb -> orders: place\norders -> db: save { effect: true }\ndb --> orders: saved\n" +
    "orders ~> bus: OrderPlaced\norders --> web: placed\n",
  good:
    "db: { kind: store }\nbus: { kind: topic }\norders: { outbox: true }\nweb -> orders: place\norders -> db: save { effect: true }\ndb --> orders: saved\n" +
    "orders ~> bus: OrderPlaced\norders --> web: placed\n",
  sources: ["Richardson, Microservices Patterns, 2018: Transactional outbox"],
  yieldsTo: [],
  limits:
    "A write is a message with `effect: true` to a store; reads and writes without it cannot be told apart. Both must belong to one execution, and can happen on one path. " +
    "It is silent for a participant with `outbox: true`, and where the work is done for a delivery that comes again until it is acknowledged below, to somebody who recognises repeats. " +
    "That a message may be lost cannot be written down.",
  check: (context) => {
    const mayHappen =
      context.flow.messages.some((message) => isWrite(context, message)) &&
      context.flow.messages.some((message) => publishes(context, message));
    if (!mayHappen) return [];
    const { flow, facts, handling, words } = context;
    const executionOf = ({ index }: Message): number =>
      handling.executionOf[facts.occurrences.sendOf[index] ?? -1] ?? -1;
    const working = flow.messages.filter((message) => executionOf(message) >= 0);
    return [...groupBy(working, executionOf).values()].flatMap((sent): readonly Finding[] => {
      const [first] = sent;
      const sender = flow.participants[first?.from ?? -1];
      if (sender === undefined || sender.attributes.outbox === true || isRepeated(context, sent)) return [];
      const writes = sent.filter((message) => isWrite(context, message));
      if (writes.length === 0) return [];
      const publication = sent.find(
        (message) =>
          publishes(context, message) && writes.some((write) => mayMeet(flow, write.within, message.within)),
      );
      const write = writes.find(
        (each) => publication !== undefined && mayMeet(flow, each.within, publication.within),
      );
      if (publication === undefined || write === undefined) return [];
      const [name, store, channel] = [sender.index, write.to, publication.to].map(words.participant);
      return [
        {
          message: `${name} writes to ${store} and publishes to ${channel} in one step: a crash between them leaves one of the two.`,
          span: publication.span,
          notes: [{ message: "it is written here", span: write.span }],
          help: `write both into ${store} and let a relay publish, then say \`outbox: true\` of ${name}`,
          about: [about.message(publication.index)],
        },
      ];
    });
  },
};

const isWrite = ({ flow }: Context, { to, attributes }: Message): boolean =>
  attributes.effect === true && flow.participants[to ?? -1]?.kind === "store";

const publishes = ({ flow }: Context, { to, kind }: Message): boolean => {
  const receiver = flow.participants[to ?? -1];
  const { answers, waits } = messageKinds[kind];
  return receiver !== undefined && participantKinds[receiver.kind].channel && (!answers || waits);
};

/** A crash makes the whole step happen again, and nothing of it counts twice. */
const isRepeated = ({ flow, facts, handling }: Context, sent: readonly Message[]): boolean => {
  const [first] = sent;
  const delivery = flow.messages[handling.handledFor[first?.index ?? -1] ?? -1];
  const queue = flow.participants[delivery?.from ?? -1];
  if (delivery === undefined || queue === undefined || !participantKinds[queue.kind].channel) return false;
  const settles = flow.messages.some(({ index }) => facts.queues.settles[index] === delivery.index);
  return settles && knowsRepeats(flow.participants[delivery.to ?? -1]?.attributes);
};
