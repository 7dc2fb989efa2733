import { messageKinds } from "../language/message-kinds.ts";
import { participantKinds } from "../language/participant-kinds.ts";
import { type Occurrence, occurrenceKinds } from "../order/occurrence.ts";
import type { Facts } from "./facts.ts";
import { type Check, columns, isBelow } from "./replay-columns.ts";
import type { Witness, WitnessStep } from "./witness.ts";

/** Why steps are no beginning of an execution: the place of the first one that cannot happen there, and what it lacks. */
export interface Refusal {
  readonly step: number;
  readonly why: string;
}

/**
 * Replays a witness, step by step, and looks at each lifeline and channel by itself. It knows nothing of paths, of the causal
 * order or of how schedules are made, so that a mistake in those does not pass unseen.
 *
 * In:     the facts of a flow; a witness.
 * Out:    undefined when each step can happen in its place: a receipt after its send; what a lifeline does itself after all
 *         that its own column puts above it; an await after what it waits for; nothing on a lifeline that handles nothing
 *         while it waits for a reply; in ordered channels what entered first leaves first; and when the two steps that the
 *         witness turns stand the other way round in the text. Else the first step that cannot.
 * Says:   nothing.
 * Cost:   per step, what stands between it and what its lifeline did last; and what is under way in its channel.
 * Source: CHECKS sections 2.8 and 3.1.
 */
export const replay = (facts: Facts, { steps, turned }: Witness): Refusal | undefined => {
  const checks = [flights(facts), columns(facts), waits(facts), blocking(facts, steps), channels(facts)];
  for (const [place, step] of steps.entries()) {
    const occurrence = facts.occurrences.list[step.occurrence];
    if (occurrence === undefined) return { step: place, why: "it is not in the flow" };
    for (const check of checks) {
      const why = check(step, occurrence);
      if (why !== undefined) return { step: place, why };
    }
  }
  if (turned === undefined) return undefined;
  const [early, late] = turned;
  const [sooner, later] = [steps[early], steps[late]];
  const isTurned =
    early < late && sooner !== undefined && later !== undefined && isBelow(facts, sooner, later);
  return isTurned ? undefined : { step: Math.max(0, late), why: "the text draws it there too" };
};

const flights = ({ occurrences: { sendOf, sentBy } }: Facts): Check => {
  const counts = new Map<string, number>();
  const add = (what: string, message: number, by: number): number => {
    const now = (counts.get(`${what} ${message}`) ?? 0) + by;
    counts.set(`${what} ${message}`, now);
    return now;
  };
  const after: { readonly [K in Occurrence["kind"]]?: readonly [before: string, taken: boolean] } = {
    receipt: ["sent", true],
    duplicate: ["receipt", false],
    answer: ["receipt", false],
    answered: ["answer", true],
  };
  return (_, { kind, message, index }) => {
    if (message === undefined) return undefined;
    if (kind === "send") {
      for (const each of sentBy(index)) add("sent", each, 1);
      return undefined;
    }
    const [before, taken] = after[kind] ?? ["sent", false];
    const comesFromOutside = before === "sent" && sendOf[message] === -1;
    if (!comesFromOutside && add(before, message, taken ? -1 : 0) < (taken ? 0 : 1))
      return "it was not sent yet";
    add(kind, message, 1);
    return undefined;
  };
};

/** An await or a handler comes after what it is for. */
const waits = ({ flow, occurrences: { callbacks: index, bornAt } }: Facts): Check => {
  const arrived = new Set<number>();
  const born = new Set<number>();
  return ({ gaveUp }, { kind, message, callbacks = [], any, arm, lifeline, index: own }) => {
    const birth = bornAt[lifeline] ?? -1;
    if (birth === own) born.add(lifeline);
    if (birth >= 0 && !born.has(lifeline) && !occurrenceKinds[kind].controlled)
      return "its lifeline does not exist yet";
    if (kind === "receipt" || kind === "answered")
      for (const { callback } of index.arrivalsOf[message ?? -1] ?? []) arrived.add(callback);
    if (!occurrenceKinds[kind].waits || gaveUp || arm === "timeout") return undefined;
    const coming = callbacks.filter((callback) => (flow.callbacks[callback]?.arrivals.length ?? 0) > 0);
    const come = coming.filter((callback) => arrived.has(callback));
    const enough = any === true ? Math.min(1, coming.length) : coming.length;
    return come.length < enough ? "what it waits for has not come" : undefined;
  };
};

/** Whoever handles nothing while it waits for a reply handles nothing. */
const blocking = ({ flow, calls, occurrences: { list } }: Facts, steps: readonly WitnessStep[]): Check => {
  const blocks = (lifeline: number): boolean => {
    const participant = flow.participants[lifeline];
    return (
      participant !== undefined &&
      !(participant.attributes.reentrant ?? participantKinds[participant.kind].reentrant)
    );
  };
  const replied = new Map<number, number>();
  const callAt = (index: number): number => {
    const { kind, message = -1 } = list[index] ?? {};
    if (kind === "answered") return message;
    return kind === "receipt" ? (calls.callOf[message] ?? -1) : -1;
  };
  for (const { occurrence } of steps) {
    const call = callAt(occurrence);
    if (call >= 0) replied.set(call, (replied.get(call) ?? 0) + 1);
  }
  const waiting = new Map<number, number>();
  return (_, { index, kind, lifeline, message = -1 }) => {
    const call = waiting.get(lifeline);
    if (call !== undefined) {
      if (callAt(index) !== call) return "its lifeline waits for a reply and handles nothing";
      waiting.delete(lifeline);
      return undefined;
    }
    const left = replied.get(message) ?? 0;
    if (kind === "send" && calls.blocks[message] === true && left > 0 && blocks(lifeline)) {
      replied.set(message, left - 1);
      waiting.set(lifeline, message);
    }
    return undefined;
  };
};

/** What two lifelines send each other, and what ordered queues hold, comes out as it went in. */
const channels = (facts: Facts): Check => {
  const { flow, occurrences, queues } = facts;
  const { list, receiptOf, sentBy } = occurrences;
  const flying = new Map<string, number[]>();
  const inside = new Map<number, number[]>();
  const isChannel = (lifeline: number | null): boolean =>
    lifeline !== null && participantKinds[flow.participants[lifeline]?.kind ?? "service"].channel;
  /** Its receipt is drawn where it is sent, so that it is under way until then. */
  const mustArrive = (message: number, { within }: Occurrence): boolean => {
    const receipt = list[receiptOf[message] ?? -1];
    return (
      receipt?.within.every(
        (ref, depth) => within[depth]?.fragment === ref.fragment && within[depth]?.operand === ref.operand,
      ) ?? false
    );
  };
  const isFifo = (lane: number): boolean => flow.participants[lane]?.attributes.order === "fifo";
  const sameKey = (lane: number, one: number, other: number): boolean => {
    const { consumers } = flow.participants[lane]?.attributes ?? {};
    const [a, b] = [flow.messages[one]?.attributes.key, flow.messages[other]?.attributes.key];
    return a === b && (a !== undefined || (consumers?.high ?? 1) < 2);
  };

  const deliver = (lane: number, message: number): string | undefined => {
    const taken = queues.takes[message] ?? -1;
    const held = inside.get(lane) ?? [];
    const place = held.indexOf(taken);
    if (taken < 0) return undefined;
    if (place < 0) return held.includes(-1 - taken) ? undefined : "its queue does not hold it yet";
    const before = held.slice(0, place).find((other) => other >= 0 && sameKey(lane, other, taken));
    if (isFifo(lane) && before !== undefined && queues.takes.includes(before))
      return "its queue holds something older";
    // A topic or a redelivery gives it out again.
    held[place] = -1 - taken;
    return undefined;
  };

  return (_, occurrence) => {
    const { kind, message = -1, lifeline, index } = occurrence;
    const found = flow.messages[message];
    if (found === undefined) return undefined;
    const line = `${found.from}>${found.to}`;
    if (kind === "send") {
      for (const each of sentBy(index)) {
        const { from, to, kind: word } = flow.messages[each] ?? found;
        if (!messageKinds[word].slants || isChannel(from) || !mustArrive(each, occurrence)) continue;
        const own = `${from}>${to}`;
        flying.set(own, [...(flying.get(own) ?? []), each]);
      }
      const isReply = messageKinds[found.kind].answers && !messageKinds[found.kind].waits;
      return isChannel(lifeline) && !isReply ? deliver(lifeline, message) : undefined;
    }
    if (kind !== "receipt") return undefined;
    const under = flying.get(line) ?? [];
    const place = under.indexOf(message);
    if (place > 0) return "something sent before it is still under way";
    if (place === 0) flying.set(line, under.slice(1));
    if (isChannel(lifeline)) inside.set(lifeline, [...(inside.get(lifeline) ?? []), message]);
    return undefined;
  };
};
