import { messageKinds } from "../language/message-kinds.ts";
import type { TimeRange } from "../language/value-types.ts";
import { at } from "./at.ts";
import type { Needs } from "./needs.ts";
import { occurrenceKinds } from "./occurrence.ts";
import type { PathEvents } from "./path-events.ts";
import { timeLimits } from "./time-limits.ts";

/**
 * Why one time follows from another: a message flies; a participant works; its lifeline does one thing after another; it waits
 * by the clock; what it awaits has come; its lifeline exists, its call has returned or the queue has the message; a round
 * begins; somebody gives up; a message expires; a budget ends.
 */
export type TimeReason =
  | "flight"
  | "service"
  | "lifeline"
  | "wait"
  | "await"
  | "order"
  | "every"
  | "timeout"
  | "ttl"
  | "budget";

/** What the text says of the time from one node of a path to another: events, joins, and behind them "all done" nodes. */
export interface TimeLink {
  readonly from: number;
  readonly to: number;
  readonly why: TimeReason;
  /** ms that pass at least; -Infinity when this only limits. */
  readonly least: number;
  /** ms that pass when everything is as slow as the text allows; -Infinity when this only limits. */
  readonly slow: number;
  /** ms that may pass at most, as far as this says so. */
  readonly most: number;
  /** A flight of which the text gives no time. */
  readonly guessed: boolean;
}

/** The times of a path as constraints. */
export interface TimeLinks {
  /** How many nodes there are: the path's events and joins, and one more for each event. */
  readonly nodes: number;
  /** The node at which an event and all that stands above it on its lifeline is done. */
  readonly doneAt: (node: number) => number;
  readonly links: readonly TimeLink[];
  /** By event: of each group, one event comes before. */
  readonly oneOf: ReadonlyMap<number, readonly (readonly number[])[]>;
}

const instant: TimeRange = { low: 0, high: 0 };

/**
 * Says how the times of a path's events depend on each other.
 *
 * In:     a path's events and what they need. Times in ms.
 * Out:    a receipt comes within its message's latency (no time where none is given); what a lifeline does comes after all
 *         above it, a response not before the service time since the receipt it responds to, what stands below a wait not
 *         before that is over; of several arrivals the first is enough; rounds keep their distance; and the limits that
 *         timeouts and lifetimes set. Channels and budgets do not count.
 * Says:   nothing.
 * Cost:   linear in events and needs.
 * Source: CHECKS section 2.7; interval constraints: Dechter, Meiri and Pearl, Temporal constraint networks, 1991.
 */
export const timeLinks = (events: PathEvents, needs: readonly Needs[]): TimeLinks => {
  const { order, list, joins, returns, previous, pauses, pausedBy } = events;
  const { flow, occurrences } = order;
  const count = list.length;
  const links: TimeLink[] = [];
  const oneOf = new Map<number, readonly (readonly number[])[]>();
  const kindOf = (event: number) => at(occurrences, at(list, event).occurrence);
  const isDeed = (event: number): boolean => occurrenceKinds[kindOf(event).kind].controlled;
  // Only a receipt may come before what stands above it, so only its "done" differs from itself.
  const doneAt = (node: number): number =>
    node >= 0 && node < count && !isDeed(node) ? count + joins.length + node : node;
  const link = (from: number, to: number, why: TimeReason, time: TimeRange, guessed = false): void => {
    if (from < 0 || to < 0) return;
    const most = why === "flight" && !guessed ? time.high : Number.POSITIVE_INFINITY;
    links.push({ from, to, why, least: time.low, slow: time.high, most, guessed });
  };
  /** After a node of a lifeline; when that is a wait, after its time. */
  const follow = (from: number, to: number): void => {
    const wait = from >= 0 && from < count ? kindOf(from) : undefined;
    const lasts = wait?.kind === "wait" ? (wait.time ?? 0) : 0;
    link(doneAt(from), to, lasts > 0 ? "wait" : "lifeline", { low: lasts, high: lasts });
  };

  for (const { index } of list) {
    const { kind, lifeline, message } = kindOf(index);
    const { all, oneOf: groups } = at(needs, index);
    for (const { from, why } of all) {
      if (why === "lifeline") follow(from, index);
      else if (why === "flight") {
        const latency = message === undefined ? undefined : at(flow.messages, message).attributes.latency;
        link(from, index, "flight", latency ?? instant, latency === undefined);
      } else link(from, index, why === "await" ? "await" : "order", instant);
    }
    if (groups.length > 0) oneOf.set(index, groups);
    if (isDeed(index)) {
      const takes = flow.participants[lifeline]?.attributes.takes;
      if (takes !== undefined)
        for (const receipt of respondsTo(events, index)) link(receipt, index, "service", takes);
      const pause = at(pausedBy, index);
      if (pause >= 0) follow(pause, index);
    } else if (lifeline >= 0) {
      link(index, doneAt(index), "lifeline", instant);
      follow(at(previous, index), doneAt(index));
    }
    if (kind === "wait" && lifeline < 0 && at(pausedBy, index) >= 0) follow(at(pausedBy, index), index);
  }
  for (const [join, parts] of joins.entries()) {
    for (const part of parts) follow(part, count + join);
    link(at(returns, join), count + join, "order", instant);
  }
  for (const { event, after } of pauses)
    for (const node of after) link(doneAt(node), event, "lifeline", instant);
  links.push(...timeLimits(events, needs));
  return { nodes: 2 * count + joins.length, doneAt, links, oneOf };
};

/** The requests that a deed is the first response to: the receipts between it and what its lifeline did before. */
const respondsTo = ({ order, list, joins, previous }: PathEvents, deed: number): readonly number[] => {
  const found: number[] = [];
  const above = [at(previous, deed)];
  for (let node = above.pop(); node !== undefined; node = above.pop()) {
    if (node < 0) continue;
    if (node >= list.length) {
      above.push(...at(joins, node - list.length));
      continue;
    }
    const { kind, message } = at(order.occurrences, at(list, node).occurrence);
    if (occurrenceKinds[kind].controlled) continue;
    above.push(at(previous, node));
    if (kind !== "receipt" || message === undefined) continue;
    const { answers, waits } = messageKinds[at(order.flow.messages, message).kind];
    if (!answers || waits) found.push(node);
  }
  return found;
};
