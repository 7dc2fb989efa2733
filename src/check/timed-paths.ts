import { earliest } from "../order/earliest.ts";
import { pathQueues } from "../order/handovers.ts";
import { needsOf } from "../order/needs.ts";
import { type Occurrence, occurrenceKinds } from "../order/occurrence.ts";
import type { Order } from "../order/order.ts";
import type { PathEvents } from "../order/path-events.ts";
import { eachStatement } from "../order/statements.ts";
import { type TimeLinks, timeLinks } from "../order/time-links.ts";
import type { Conflict } from "../order/time-solution.ts";
import { topologicalOrder } from "../order/topological.ts";
import type { Facts } from "./facts.ts";

/** What the text says of the times of a path's events. */
export interface TimedPath {
  readonly order: Order;
  readonly events: PathEvents;
  readonly network: TimeLinks;
  /** The nodes of the network, each after what it comes after. */
  readonly sorted: readonly number[];
  /** Why no run keeps all these times. */
  readonly conflict?: Conflict;
}

/**
 * Times the paths of a flow.
 *
 * In:     the facts of a flow.
 * Out:    its sample paths; none of a flow that gives no time that could pass.
 * Says:   nothing.
 * Cost:   n log n in the events of each path.
 * Source: CHECKS sections 0.3 and 2.7.
 */
export const timedPathsOf = (facts: Facts): readonly TimedPath[] => {
  if (!givesTimes(facts)) return [];
  const { order, list } = facts.sample();
  return list.map((events) => timesOn(order, events));
};

/** As `timesOf`, without the times themselves: rules measure stretches. */
const timesOn = (order: Order, events: PathEvents): TimedPath => {
  const needs = needsOf(events, pathQueues(events).handovers);
  const network = timeLinks(events, needs);
  const sorted = topologicalOrder(events, needs).flatMap((node) => {
    const done = network.doneAt(node);
    return done === node ? [node] : [node, done];
  });
  const { conflict } = earliest(network, sorted);
  return { order, events, network, sorted, ...(conflict !== undefined && { conflict }) };
};

/** Whether a text names times that a rule could find too long or too short. Without any that passes, all happens at once. */
const givesTimes = (facts: Facts): boolean => {
  const { messages, participants } = facts.flow;
  if (messages.some(({ attributes: { latency, timeout } }) => (latency ?? timeout) !== undefined))
    return true;
  if (participants.some(({ attributes: { takes } }) => takes !== undefined)) return true;
  return mayWait(facts) || (pauses(facts) && limits(facts));
};

/**
 * Whether an await has a time limit and may have to wait. One that stands in the same operand right below what its lifeline
 * receives does not: nothing is known of when its wait begins.
 */
const mayWait = ({ occurrences }: Facts): boolean => {
  const above = new Map<number, Occurrence>();
  for (const each of occurrences.list) {
    const before = above.get(each.lifeline);
    above.set(each.lifeline, each);
    if (each.kind !== "await" || each.time === undefined) continue;
    if (before === undefined || occurrenceKinds[before.kind].controlled || !isBeside(before, each))
      return true;
  }
  return false;
};

const isBeside = ({ within: one }: Occurrence, { within: other }: Occurrence): boolean =>
  one.length === other.length &&
  one.every(
    ({ fragment, operand }, depth) =>
      other[depth]?.fragment === fragment && other[depth]?.operand === operand,
  );

const pauses = ({ flow, occurrences }: Facts): boolean =>
  occurrences.list.some(({ kind }) => kind === "wait") ||
  flow.fragments.some(({ rounds }) => rounds?.every !== undefined);

const limits = ({ flow, occurrences }: Facts): boolean => {
  let isLimited = flow.messages.some(({ attributes }) => attributes.ttl !== undefined);
  isLimited ||= occurrences.list.some(({ kind, time }) => kind === "await" && time !== undefined);
  eachStatement(flow, ({ kind }) => {
    isLimited ||= kind === "budget";
  });
  return isLimited;
};
