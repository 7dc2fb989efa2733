import { at } from "./at.ts";
import { addNew, bitRows, hasBit, hasRow, setBit } from "./bits.ts";
import { blockedCalls } from "./blocked-calls.ts";
import type { Causes } from "./causes.ts";
import { pathQueues } from "./handovers.ts";
import type { PathEvents } from "./path-events.ts";

/** How far each lifeline has got on a path: by lifeline, how many of its events have happened, as written. */
export type Cut = readonly number[];

/** What is under way at a cut. */
export interface Situation {
  /** Messages that are sent and not received, by the events that sent them. */
  readonly flying: readonly { readonly event: number; readonly message: number }[];
  /** What waits in each queue and topic, the oldest first, by the events that brought it there. */
  readonly lanes: readonly {
    readonly participant: number;
    readonly waiting: readonly { readonly event: number; readonly message: number }[];
  }[];
}

/**
 * The events of each lifeline on a path.
 *
 * In: a path's events. Out: by lifeline, its events as written. Says: nothing. Cost: linear.
 * Source: LANGUAGE section 9.
 */
export const linesOf = ({ order, list }: PathEvents): readonly (readonly number[])[] => {
  const lines: number[][] = order.flow.participants.map(() => []);
  for (const { index, occurrence } of list) lines[at(order.occurrences, occurrence).lifeline]?.push(index);
  return lines;
};

/**
 * The events that have happened at a cut.
 *
 * In: a path's events, a cut. Out: events. Says: nothing. Cost: linear.
 * Source: LANGUAGE section 9.
 */
export const happenedAt = (events: PathEvents, cut: Cut): ReadonlySet<number> =>
  new Set(linesOf(events).flatMap((line, lifeline) => line.slice(0, at(cut, lifeline))));

/**
 * Whether an execution can have got exactly as far as a cut.
 *
 * In:     the causal order of a path, a cut of it.
 * Out:    true when everything in the cut has its past in it, of several arrivals one, and no lifeline that handles nothing
 *         while it waits has two calls open.
 * Says:   nothing.
 * Cost:   n/32 words for each event in the cut.
 * Source: consistent cuts: Chandy and Lamport, Distributed snapshots, 1985; Mattern, Virtual time and global states, 1989.
 */
export const isConsistent = (causes: Causes, cut: Cut): boolean => {
  const { events, past, needs } = causes;
  const happened = happenedAt(events, cut);
  const open = [...blockedCalls(events).values()].map(
    (calls) => calls.filter(({ call, reply }) => happened.has(call) && !happened.has(reply)).length,
  );
  const inside = bitRows(1, events.list.length);
  for (const event of happened) setBit(inside, 0, event);
  return (
    open.every((count) => count < 2) &&
    [...happened].every(
      (event) =>
        !hasBit(past, event, event) &&
        hasRow(inside, 0, past, event) &&
        at(needs, event).oneOf.every((group) => group.some((each) => happened.has(each))),
    )
  );
};

/**
 * The earliest consistent cut that contains some events.
 *
 * In:     the causal order of a path; events of it.
 * Out:    the smallest cut with these events, all that stands above them and all that these need; of several arrivals that
 *         would do, the first one written that does not itself need what awaits it. Undefined when one can never happen.
 * Says:   nothing.
 * Cost:   n/32 words for each event in the cut.
 * Source: as isConsistent: the cuts of an execution are a lattice, and this is a least element of it.
 */
export const earliestCut = (causes: Causes, wanted: readonly number[]): Cut | undefined => {
  const { events, past, needs, precedes } = causes;
  const lines = linesOf(events);
  const place = new Map<number, readonly [lifeline: number, place: number]>();
  for (const [lifeline, line] of lines.entries())
    for (const [index, event] of line.entries()) place.set(event, [lifeline, index]);
  const cut = lines.map(() => 0);
  const isIn = (event: number): boolean => {
    const [lifeline = -1, index = 0] = place.get(event) ?? [];
    return lifeline < 0 || at(cut, lifeline) > index;
  };
  const choices: number[] = [];
  const seen = bitRows(1, events.list.length);
  const include = (first: readonly number[]): boolean => {
    const work = [...first];
    for (let event = work.pop(); event !== undefined; event = work.pop()) {
      const [lifeline, index] = place.get(event) ?? [];
      if (lifeline === undefined || index === undefined || isIn(event)) continue;
      const above = at(lines, lifeline).slice(at(cut, lifeline), index + 1);
      cut[lifeline] = index + 1;
      for (const each of above) {
        if (precedes(each, each)) return false;
        work.push(...addNew(seen, 0, past, each));
        if (at(needs, each).oneOf.length > 0) choices.push(each);
      }
    }
    return true;
  };
  if (!include(wanted)) return undefined;
  for (let event = choices.shift(); event !== undefined; event = choices.shift()) {
    const self = event;
    for (const group of at(needs, event).oneOf) {
      if (group.some(isIn)) continue;
      const first = group.find((each) => !precedes(self, each) && !precedes(each, each));
      if (first === undefined || !include([first])) return undefined;
    }
  }
  return cut;
};

/**
 * Says what is under way at a cut.
 *
 * In:     a path's events, a consistent cut of it.
 * Out:    messages in flight, as sent: an exchange's answer too; lost ones and those to outside are gone at once. And what
 *         waits in queues and topics.
 * Says:   nothing.
 * Cost:   linear in events.
 * Source: LANGUAGE sections 9 and 10.
 */
export const situationAt = (events: PathEvents, cut: Cut): Situation => {
  const { order, list, cause } = events;
  const { flow, occurrences } = order;
  const happened = happenedAt(events, cut);
  const received = new Set<string>();
  for (const { index, occurrence } of list) {
    const { message, kind } = at(occurrences, occurrence);
    if (happened.has(index) && kind !== "duplicate") received.add(`${at(cause, index)} ${message}`);
  }
  const flying = [...happened]
    .sort((a, b) => a - b)
    .flatMap((event) => {
      const { kind, message } = at(occurrences, at(list, event).occurrence);
      const sent =
        kind === "send" ? order.sentBy(at(list, event).occurrence) : kind === "answer" ? [message ?? -1] : [];
      return sent.map((each) => ({ event, message: each }));
    })
    .filter(({ event, message }) => {
      const { to, from, attributes } = at(flow.messages, message);
      const target = at(occurrences, at(list, event).occurrence).kind === "answer" ? from : to;
      return target !== null && attributes.lost !== true && !received.has(`${event} ${message}`);
    });
  const lanes = order.lanes.map(({ participant }) => ({
    participant,
    waiting: [] as { readonly event: number; readonly message: number }[],
  }));
  for (const { lane, message, from, until } of pathQueues(events).stays) {
    if (!happened.has(from) || (until.length > 0 && until.every((each) => happened.has(each)))) continue;
    lanes.find(({ participant }) => participant === lane)?.waiting.push({ event: from, message });
  }
  return { flying, lanes };
};
