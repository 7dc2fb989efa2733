import type { Flow } from "../flow/flow.ts";
import { earliest } from "../order/earliest.ts";
import { pathQueues } from "../order/handovers.ts";
import { needsOf } from "../order/needs.ts";
import { type Order, order as orderOf } from "../order/order.ts";
import { eventsOf, type PathEvents } from "../order/path-events.ts";
import { mostPaths, pathsOf } from "../order/paths.ts";
import { type TimeLinks, timeLinks } from "../order/time-links.ts";
import type { Conflict } from "../order/time-solution.ts";
import { topologicalOrder } from "../order/topological.ts";

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
 * In:     a flow.
 * Out:    some of its paths, any two courses that can occur together on one of them as far as the bound allows; none of a
 *         flow that gives no time. A rule may say what happens on one of them, never that something happens on no path.
 * Says:   nothing.
 * Cost:   n log n in the events of each path; at most 24,000 events on all paths together, or one path.
 * Source: CHECKS sections 0.3 and 2.7.
 */
export const timedPathsOf = (flow: Flow): readonly TimedPath[] => {
  if (!givesTimes(flow)) return [];
  const order = orderOf(flow);
  const most = Math.floor(mostEvents / Math.max(1, order.occurrences.length));
  const { list } = pathsOf(order, Math.max(1, Math.min(mostPaths, most)));
  return list.map((path) => timesOn(order, eventsOf(order, path)));
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

const mostEvents = 24_000;

const givesTimes = ({ messages, participants, body, fragments }: Flow): boolean =>
  messages.some(({ attributes: { latency, timeout, ttl } }) => (latency ?? timeout ?? ttl) !== undefined) ||
  participants.some(({ attributes: { takes } }) => takes !== undefined) ||
  [body, ...fragments.flatMap(({ operands }) => operands.map((operand) => operand.body))].some((steps) =>
    steps.some((step) => step.kind === "budget" || (step.kind === "await" && step.timeout !== undefined)),
  );
