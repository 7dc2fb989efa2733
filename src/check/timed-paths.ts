import type { Flow } from "../flow/flow.ts";
import { earliest } from "../order/earliest.ts";
import { pathQueues } from "../order/handovers.ts";
import { needsOf } from "../order/needs.ts";
import type { Order } from "../order/order.ts";
import type { PathEvents } from "../order/path-events.ts";
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
 * Out:    its sample paths; none of a flow that gives no time.
 * Says:   nothing.
 * Cost:   n log n in the events of each path.
 * Source: CHECKS sections 0.3 and 2.7.
 */
export const timedPathsOf = ({ flow, sample }: Facts): readonly TimedPath[] => {
  if (!givesTimes(flow)) return [];
  const { order, list } = sample();
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

const givesTimes = ({ messages, participants, body, fragments }: Flow): boolean =>
  messages.some(({ attributes: { latency, timeout, ttl } }) => (latency ?? timeout ?? ttl) !== undefined) ||
  participants.some(({ attributes: { takes } }) => takes !== undefined) ||
  [body, ...fragments.flatMap(({ operands }) => operands.map((operand) => operand.body))].some((steps) =>
    steps.some((step) => step.kind === "budget" || (step.kind === "await" && step.timeout !== undefined)),
  );
