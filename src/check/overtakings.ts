import type { Message } from "../flow/flow.ts";
import { messageKinds } from "../language/message-kinds.ts";
import { participantKinds } from "../language/participant-kinds.ts";
import { causesOf } from "../order/causes.ts";
import type { Occurrence } from "../order/occurrence.ts";
import { racesOf } from "../order/races.ts";
import { scheduleOf } from "../order/schedule.ts";
import { eachStatement } from "../order/statements.ts";
import type { Facts } from "./facts.ts";
import { groupBy } from "./group-by.ts";
import type { Look } from "./orderings.ts";
import { roundsAgree } from "./rounds-agree.ts";
import { turnedWitness, type Witness } from "./witness.ts";

/** A message that can be received before another one, though the text draws it below. */
export interface Overtaking {
  readonly first: Message;
  readonly second: Message;
  /** The queue or topic that hands both out: if it kept their order, the second could not overtake. */
  readonly through?: number;
  readonly witness?: Witness;
}

/**
 * Whether two messages of a flow can race at all.
 *
 * In: the facts of a flow. Out: true when some lifeline is to receive two of which order may matter. Says: nothing.
 * Cost: linear in messages.
 */
export const mayRace = (facts: Facts): boolean => {
  const { messages, participants } = facts.flow;
  const received = messages.filter((message) => matters(facts, message));
  return [...groupBy(received, ({ to }) => to).values()].some(
    (all) =>
      new Set(all.map(({ from }) => from)).size > 1 ||
      (all.length > 1 && isChannel(participants[all[0]?.from ?? -1]?.kind)),
  );
};

/**
 * Finds messages of a path that can overtake others.
 *
 * In:     a path; `found` takes each pair by its name, and what to say of it.
 * Out:    of each message the newest one above it that it can overtake, and apart, the newest one that it could not overtake if
 *         queues and topics kept the order in which things came in. Left out are pairs that are told apart by a callback or by
 *         different keys, pairs from different rounds, pairs with a wait of everyone or a divider between them, and what
 *         persons receive.
 * Says:   nothing.
 * Cost:   that of racesOf; where a channel keeps no order, of one more causal order.
 * Source: CHECKS rules 25 and 26.
 */
export const overtakingsOn = (look: Look, found: (key: string, make: () => Overtaking) => void): void => {
  const { facts, causes } = look;
  const { events } = causes;
  const loose = looseChannels(facts);
  const ordered = loose.size === 0 ? causes : causesOf(events, "fifo");
  const occurrenceOf = (event: number): Occurrence | undefined =>
    facts.occurrences.list[events.list[event]?.occurrence ?? -1];
  const messageAt = (event: number): Message | undefined =>
    facts.flow.messages[occurrenceOf(event)?.message ?? -1];
  const divides = dividersOf(facts);
  const isPair = (first: number, second: number): boolean => {
    const [one, other] = [messageAt(first), messageAt(second)];
    const send = events.cause[second] ?? -1;
    if (one === undefined || other === undefined || one.send === other.send) return false;
    if (!matters(facts, one) || !matters(facts, other) || areApart(facts, one, other)) return false;
    if (occurrenceOf(first)?.kind !== "receipt" || occurrenceOf(second)?.kind !== "receipt") return false;
    if ((events.pausedBy[send] ?? -1) > first) return false;
    return (
      roundsAgree(facts, events.list[first], events.list[second]) &&
      !divides(occurrenceOf(first), occurrenceOf(send))
    );
  };
  const tell = (first: number, second: number, through?: number): void => {
    const [one, other] = [messageAt(first), messageAt(second)];
    if (one === undefined || other === undefined) return;
    found(`${one.index} ${other.index}`, () => ({
      first: one,
      second: other,
      ...(through !== undefined && { through }),
      ...look.shown(() => {
        const schedule = scheduleOf(causes, first, second);
        const remarks = ["drawn below, and comes first", "comes too late"] as const;
        return schedule && turnedWitness(events, schedule, [second, first], remarks);
      }),
    }));
  };

  for (const { first, second } of racesOf(ordered, false, isPair)) tell(first, second);
  if (loose.size === 0) return;
  const isMended = (first: number, second: number): boolean => {
    const from = messageAt(second)?.from ?? -1;
    return (
      loose.has(from) &&
      messageAt(first)?.from === from &&
      ordered.precedes(first, second) &&
      isPair(first, second)
    );
  };
  for (const { first, second } of racesOf(causes, false, isMended))
    tell(first, second, messageAt(second)?.from ?? undefined);
};

/** A message whose place among others may matter to its receiver, and is not known by a callback. */
const matters = ({ flow, occurrences, queues }: Facts, message: Message): boolean => {
  const { kind, from, to, index } = message;
  const receiver = flow.participants[to ?? -1];
  if (receiver === undefined || from === null || from === to || !messageKinds[kind].slants) return false;
  if (isChannel(receiver.kind) || receiver.kind === "person") return false;
  const told = [index, queues.takes[index] ?? -1].some(
    (each) => (occurrences.callbacks.arrivalsOf[each] ?? []).length > 0,
  );
  return !told && (occurrences.receiptOf[index] ?? -1) >= 0;
};

const isChannel = (kind: keyof typeof participantKinds | undefined): boolean =>
  kind !== undefined && participantKinds[kind].channel;

/** Two messages about different things, by their keys; a delivery has the key of what it takes. */
const areApart = ({ flow, queues }: Facts, one: Message, other: Message): boolean => {
  const [a, b] = [one, other].map(
    ({ index, attributes }) => attributes.key ?? flow.messages[queues.takes[index] ?? -1]?.attributes.key,
  );
  return a !== undefined && b !== undefined && a !== b;
};

/** Queues and topics out of which things need not come in the order in which they went in. */
const looseChannels = ({ flow }: Facts): ReadonlySet<number> =>
  new Set(
    flow.participants
      .filter(
        ({ kind, attributes: { order, consumers } }) =>
          isChannel(kind) && (order !== "fifo" || (consumers?.high ?? 1) > 1),
      )
      .map(({ index }) => index),
  );

/** Whether a divider stands between two occurrences: the text says that time passes. */
const dividersOf = ({ flow }: Facts) => {
  const steps: number[] = [];
  let count = 0;
  eachStatement(flow, ({ kind }) => {
    if (kind === "divider") steps.push(count);
    count++;
  });
  return (above: Occurrence | undefined, below: Occurrence | undefined): boolean =>
    above !== undefined &&
    below !== undefined &&
    steps.some((step) => above.step < step && step < below.step);
};
