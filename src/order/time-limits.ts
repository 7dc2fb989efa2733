import { at } from "./at.ts";
import type { Needs } from "./needs.ts";
import { occurrenceKinds } from "./occurrence.ts";
import type { PathEvents } from "./path-events.ts";
import type { TimeLink, TimeReason } from "./time-links.ts";

/**
 * Says what timeouts, lifetimes and intervals demand of the times of a path.
 *
 * In:     a path's events and what they need. Times in ms.
 * Out:    an await with a timeout that is met, is met in time, and one that gives up does so when the time is over; a reply
 *         comes before the caller's timeout, the arrival of a callback before that of its request, unless it comes too late on
 *         this path; no flight outlasts the message's lifetime; a loop's rounds begin at their interval.
 * Says:   nothing.
 * Cost:   linear in events, and in the depth of loops around each.
 * Source: LANGUAGE sections 5 to 7; CHECKS section 2.7.
 */
export const timeLimits = (events: PathEvents, needs: readonly Needs[]): readonly TimeLink[] => {
  const { order, list, joins, returns, previous, cause, replyOf } = events;
  const { flow, occurrences, callbacks } = order;
  const links: TimeLink[] = [];
  const atMost = (from: number, to: number, why: TimeReason, most: number | undefined): void => {
    if (from < 0 || to < 0 || most === undefined) return;
    const none = Number.NEGATIVE_INFINITY;
    links.push({ from, to, why, least: none, slow: none, most, guessed: false });
  };
  const exactly = (from: number, to: number, why: TimeReason, time: number | undefined): void => {
    if (from >= 0 && time !== undefined)
      links.push({ from, to, why, least: time, slow: time, most: time, guessed: false });
  };
  const atLeast = (from: number, to: number, why: TimeReason, time: number | undefined): void => {
    if (from < 0 || time === undefined) return;
    links.push({ from, to, why, least: time, slow: time, most: Number.POSITIVE_INFINITY, guessed: false });
  };
  const kindOf = (event: number) => at(occurrences, at(list, event).occurrence);
  /** The deed from which on a lifeline does nothing but wait; -1 when that is not certain. */
  const begins = (event: number): number => {
    let before = at(previous, event);
    // A join of one part stands for the beginning of an operand.
    while (
      before >= list.length &&
      at(joins, before - list.length).length === 1 &&
      at(returns, before - list.length) < 0
    )
      before = at(at(joins, before - list.length), 0);
    return before >= 0 && before < list.length && occurrenceKinds[kindOf(before).kind].controlled
      ? before
      : -1;
  };

  /** By callback: the event that asked for it last. */
  const asked = new Map<number, number>();
  const timeoutOf = (event: number): number | undefined => {
    const { message } = kindOf(event);
    return message === undefined ? undefined : at(flow.messages, message).attributes.timeout;
  };
  const gaveUpOn = new Set<number>();
  for (const { index, occurrence, gaveUp } of list) {
    const { kind, message, time, callbacks: named = [], arm } = kindOf(index);
    const request = asked.get(named[0] ?? -1) ?? -1;
    if (kind === "send") {
      for (const each of order.sentBy(occurrence))
        for (const name of at(flow.messages, each).asks) asked.set(callbacks.find(name), index);
      atMost(index, at(replyOf, index), "timeout", timeoutOf(index));
    }
    if ((kind === "receipt" || kind === "duplicate") && message !== undefined)
      atMost(at(cause, index), index, "ttl", at(flow.messages, message).attributes.ttl);
    if (kind === "await" && gaveUp) {
      for (const callback of named) gaveUpOn.add(callback);
      if (time !== undefined) exactly(begins(index), index, "timeout", time);
      else if (request >= 0) atLeast(request, index, "timeout", timeoutOf(request));
    } else if (kind === "await" || (kind === "handle" && arm !== "timeout" && arm !== "late")) {
      if (kind === "await") atMost(begins(index), index, "timeout", time);
      const { all, oneOf } = at(needs, index);
      const arrivals = all.filter(({ why }) => why === "await");
      if (named.length === 1 && arrivals.length === 1 && oneOf.length === 0 && request >= 0)
        atMost(request, at(arrivals, 0).from, "timeout", timeoutOf(request));
    } else if (kind === "handle" && arm === "timeout" && request >= 0 && !gaveUpOn.has(named[0] ?? -1))
      atLeast(request, index, "timeout", timeoutOf(request));
  }
  return [...links, ...intervals(events, atLeastLink)];
};

const atLeastLink = (from: number, to: number, time: number): TimeLink => ({
  from,
  to,
  why: "every",
  least: time,
  slow: time,
  most: Number.POSITIVE_INFINITY,
  guessed: false,
});

/** Between the first events of a loop's rounds, where the text gives an interval. */
const intervals = (
  { order, list }: PathEvents,
  make: (from: number, to: number, time: number) => TimeLink,
): readonly TimeLink[] => {
  const links: TimeLink[] = [];
  const begun = new Map<string, number>();
  for (const { index, occurrence, rounds } of list) {
    let depth = 0;
    for (const { fragment, operand } of at(order.occurrences, occurrence).within) {
      const around = at(order.flow.fragments, fragment).rounds;
      if (around === undefined || operand > 0) continue;
      const outer = rounds.slice(0, depth).join();
      const round = at(rounds, depth++);
      if (around.every === undefined) continue;
      const key = `${fragment} ${outer}`;
      if (begun.has(`${key} ${round}`)) continue;
      begun.set(`${key} ${round}`, index);
      const before = begun.get(`${key} ${round - 1}`);
      if (before !== undefined) links.push(make(before, index, around.every));
    }
  }
  return links;
};
