import type { Flow } from "../flow/flow.ts";
import { type Order, order as orderOf } from "../order/order.ts";
import { eventsOf } from "../order/path-events.ts";
import { mostPaths, pathsOf } from "../order/paths.ts";
import { type Times, timesOf } from "../order/times.ts";

/** A path with the times of its events. */
export interface TimedPath {
  readonly order: Order;
  readonly times: Times;
}

/**
 * Times the paths of a flow.
 *
 * In:     a flow.
 * Out:    some of its paths, any two courses that can occur together on one of them as far as the bound allows; none of a
 *         flow that gives no time. A rule may say what happens on one of them, never that something happens on no path.
 * Says:   nothing.
 * Cost:   that of times for each path; at most 60,000 events on all paths together, or one path.
 * Source: CHECKS sections 0.3 and 2.7.
 */
export const timedPathsOf = (flow: Flow): readonly TimedPath[] => {
  if (!givesTimes(flow)) return [];
  const order = orderOf(flow);
  const most = Math.floor(mostEvents / Math.max(1, order.occurrences.length));
  const { list } = pathsOf(order, Math.max(1, Math.min(mostPaths, most)));
  return list.map((path) => ({ order, times: timesOf(eventsOf(order, path)) }));
};

const mostEvents = 60_000;

const givesTimes = ({ messages, participants, body, fragments }: Flow): boolean =>
  messages.some(({ attributes: { latency, timeout, ttl } }) => (latency ?? timeout ?? ttl) !== undefined) ||
  participants.some(({ attributes: { takes } }) => takes !== undefined) ||
  [body, ...fragments.flatMap(({ operands }) => operands.map((operand) => operand.body))].some((steps) =>
    steps.some((step) => step.kind === "budget" || (step.kind === "await" && step.timeout !== undefined)),
  );
