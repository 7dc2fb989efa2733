import { addTo } from "./add-to.ts";
import { at } from "./at.ts";
import { bitsOf } from "./bits.ts";
import { blockedCalls } from "./blocked-calls.ts";
import type { Causes } from "./causes.ts";
import type { Passage } from "./channels.ts";

/** One event before another. */
export type Turn = readonly [before: number, after: number];

/** Events to be put in one order: those in `early` before the others, as far as the others do not stand in their way. */
export interface Held {
  readonly events: ReadonlySet<number>;
  readonly early: ReadonlySet<number>;
}

/**
 * A place for each of some events, such that what comes before another for certain has the smaller place.
 *
 * In:   the causal order of a path; events to be put in one order.
 * Out:  early events before others; each after its past, and what is not among the events last.
 * Says: nothing.
 * Cost: per event n/32 words.
 */
const placesOf = (
  { past, events: { list } }: Causes,
  { events, early }: Held,
): ((event: number) => number) => {
  const count = list.length;
  const places = new Map<number, number>();
  return (event) => {
    const known = places.get(event);
    if (known !== undefined) return known;
    const size = bitsOf(past, event, count).length + (early.has(event) ? 0 : count);
    const place = (events.has(event) ? size : 2 * count) + event / count;
    places.set(event, place);
    return place;
  };
};

/**
 * Puts what passes one channel in one order.
 *
 * In:     the causal order of a path; events to be put in one order, closed under it.
 * Out:    turns that make what leaves a channel first have entered it first, and what stays inside have entered it last.
 * Says:   nothing.
 * Cost:   n log n in the passages, and n/32 words for each.
 * Source: C4 of CHECKS section 2.3, for one execution.
 */
export const channelTurns = (causes: Causes, held: Held): readonly Turn[] => {
  const { passages } = causes;
  const { events } = held;
  const place = placesOf(causes, held);
  const lines = new Map<string, Passage[]>();
  for (const passage of passages) if (events.has(passage.enters)) addTo(lines, passage.channel, passage);
  const turns: Turn[] = [];
  for (const line of lines.values()) {
    const inTurn = line.toSorted(
      (a, b) => place(a.leaves) - place(b.leaves) || place(a.enters) - place(b.enters),
    );
    for (const [index, { enters, leaves }] of inTurn.entries()) {
      const before = inTurn[index - 1];
      if (before === undefined || !events.has(before.leaves)) continue;
      if (before.enters !== enters) turns.push([before.enters, enters]);
      if (events.has(leaves)) turns.push([before.leaves, leaves]);
    }
  }
  return turns;
};

/**
 * Keeps other events of a lifeline out of the time in which it is blocked in a call.
 *
 * In:     the causal order of a path; events to be put in one order, closed under it; whether to put events before calls
 *         wherever that is possible.
 * Out:    turns that put each event that a call does not order before the call or after the reply, and of two calls that may
 *         come in either order, one before the other. And replies that are not among the events, but must be if these turns
 *         are to hold.
 * Says:   nothing.
 * Cost:   per lifeline that handles nothing while it waits, its events times its calls; n/32 words per event.
 * Source: LANGUAGE section 4, `reentrant`.
 */
export const blockedTurns = (
  causes: Causes,
  held: Held,
  eager: boolean,
): { readonly turns: readonly Turn[]; readonly missing: readonly number[] } => {
  const { events: path, precedes } = causes;
  const { events, early } = held;
  const place = placesOf(causes, held);
  const turns: Turn[] = [];
  const missing = new Set<number>();
  const isFree = (a: number, b: number): boolean => a !== b && !precedes(a, b) && !precedes(b, a);
  const byLifeline = new Map<number, number[]>();
  for (const event of events)
    addTo(byLifeline, at(path.order.occurrences, at(path.list, event).occurrence).lifeline, event);

  for (const [lifeline, all] of blockedCalls(path)) {
    const calls = all
      .filter(({ call }) => events.has(call))
      .toSorted((a, b) => place(a.call) - place(b.call));
    const ends = new Set(calls.flatMap(({ call, reply }) => [call, reply]));
    const others = (byLifeline.get(lifeline) ?? []).filter((event) => !ends.has(event));
    for (const [index, { call, reply }] of calls.entries()) {
      const after = calls.slice(index + 1).map((later) => later.call);
      for (const event of [...after, ...others]) {
        if (!isFree(event, call)) continue;
        const first = eager ? early.has(event) || !early.has(call) : place(event) < place(call);
        if (!ends.has(event) && (first || precedes(event, reply))) turns.push([event, call]);
        else if (events.has(reply)) turns.push([reply, event]);
        else missing.add(reply);
      }
    }
  }
  return { turns, missing: [...missing] };
};
