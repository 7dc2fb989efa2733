import type { OperandRef } from "../flow/flow.ts";
import { fragmentKinds } from "../language/fragment-kinds.ts";
import { at } from "./at.ts";
import { isChannel } from "./channels.ts";
import type { Handovers } from "./handovers.ts";
import { type Occurrence, occurrenceKinds } from "./occurrence.ts";
import { type PathArrivals, pathArrivals } from "./path-arrivals.ts";
import type { PathEvents } from "./path-events.ts";

/**
 * Why an event comes after another: it is received after it was sent; its lifeline does it next; what was awaited has come;
 * its lifeline exists; its lifeline is no longer blocked in a call; the queue has the message; the channel keeps order.
 */
export type NeedReason = "flight" | "lifeline" | "await" | "creation" | "reply" | "delivery" | "channel";

/** Comes after an event, or after all that a join comes after. */
export interface Need {
  readonly from: number;
  readonly why: NeedReason;
}

/** What an event cannot happen without. */
export interface Needs {
  readonly all: readonly Need[];
  /** One event of each group, whichever comes first. */
  readonly oneOf: readonly (readonly number[])[];
}

/** So many arrivals to choose from are always looked at; of more, as many as keep the sum linear. */
const few = 64;

/**
 * Says what each event of a path comes after, whatever the channels do.
 *
 * In:     a path's events, what queues hand over on it.
 * Out:    by event (C1 to C5 of the source): a receipt needs its send; what a lifeline does itself needs what stands above it
 *         there; an await, each of its callbacks or with `any` one of them, and of a callback asked of several receivers one
 *         arrival from each; a handler one arrival; everything on a lifeline its creation. A queue or topic does nothing by
 *         itself: a delivery needs the message it takes, an acknowledgement what it acknowledges. Awaits of what does not
 *         arrive on the path, or comes too late, need nothing more; nor do those that repeat one above them, or could choose
 *         from so many arrivals that all such choices together would be more than eight times the events.
 *
 *         The receipt of a reply needs its send alone. C3 of the source puts it after all that stands above it too, since its
 *         caller waits for it; but what is drawn between a call and its reply need not be handled there: a caller that handles
 *         nothing while it waits takes it afterwards, and one that does may have its reply first. By C3 the former would be
 *         blocked for ever by its own picture, and the races of the latter would stay unseen. That what comes after a call
 *         comes after its reply, where the caller handles nothing in between, is the closure's business.
 * Says:   nothing.
 * Cost:   linear in events and awaited arrivals.
 * Source: CHECKS section 2.3; Alur, Holzmann and Peled, An analyzer for message sequence charts, 1996.
 */
export const needsOf = (events: PathEvents, handovers: Handovers): readonly Needs[] => {
  const { order, list, previous, cause, callOf } = events;
  const { occurrences } = order;
  const arrivals = pathArrivals(events);
  const births = birthsOn(events);
  const receiptOf = list.map(() => -1);
  for (const { index } of list) if (at(cause, index) >= 0) receiptOf[at(cause, index)] = index;
  const isImplied = repeats(events, arrivals);
  let spare = 8 * list.length;
  const affordable = (group: readonly number[]): boolean => {
    spare -= group.length > few ? group.length : 0;
    return group.length <= few || spare >= 0;
  };
  return list.map(({ index, occurrence, gaveUp }) => {
    const happening = at(occurrences, occurrence);
    const { kind, lifeline, message, arm } = happening;
    const all: Need[] = [];
    const add = (from: number, why: NeedReason): void => {
      if (from >= 0) all.push({ from, why });
    };
    const passesOn = kind === "send" && isChannel(order, lifeline);
    const { controlled, arrives, waits } = occurrenceKinds[kind];
    if (controlled && !passesOn) add(at(previous, index), "lifeline");
    if (arrives) add(at(cause, index), "flight");
    if (passesOn && message !== undefined) {
      for (const from of handovers.get(index) ?? []) add(from, "delivery");
      add(receiptOf[at(callOf, index)] ?? -1, "delivery");
    }
    const birth = births.get(lifeline) ?? -1;
    if (!controlled && birth !== index) add(birth, "creation");
    if (!waits || gaveUp || arm === "timeout" || isImplied(index, happening)) return { all, oneOf: [] };
    const groups = arrivals.groups(index, happening).filter((group) => group.length > 0 && affordable(group));
    for (const group of groups) if (group.length === 1) add(at(group, 0), "await");
    return { all, oneOf: groups.filter((group) => group.length > 1) };
  });
};

/** Says of an await whether one like it stands above it on its lifeline, so that it needs nothing that is not there yet. */
const repeats = ({ order }: PathEvents, arrivals: PathArrivals) => {
  const first = new Map<string, Occurrence>();
  const isBeside = ({ fragment }: OperandRef): boolean =>
    fragmentKinds[at(order.flow.fragments, fragment).kind].flow === "parallel";
  return (event: number, occurrence: Occurrence): boolean => {
    const { lifeline, callbacks, any, arm } = occurrence;
    const key = `${lifeline} ${callbacks} ${arrivals.requestsOf(event)} ${any} ${arm}`;
    const before = first.get(key);
    if (before === undefined && lifeline >= 0) first.set(key, occurrence);
    return (
      before?.within.filter(isBeside).every((ref) => occurrence.within.some((each) => isSame(each, ref))) ??
      false
    );
  };
};

const isSame = (one: OperandRef, other: OperandRef): boolean =>
  one.fragment === other.fragment && one.operand === other.operand;

/** By lifeline: the event with which it starts to exist, where the path has one. */
const birthsOn = ({ order, list }: PathEvents): ReadonlyMap<number, number> => {
  const births = new Map<number, number>();
  for (const { index, occurrence } of list) {
    const { lifeline } = at(order.occurrences, occurrence);
    if (order.bornAt[lifeline] === occurrence && !births.has(lifeline)) births.set(lifeline, index);
  }
  return births;
};
