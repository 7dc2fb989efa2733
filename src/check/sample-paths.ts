import type { Flow } from "../flow/flow.ts";
import { type Order, order as orderOf } from "../order/order.ts";
import { defaultBounds } from "../order/path.ts";
import { eventsOf, type PathEvents } from "../order/path-events.ts";
import { mostPaths, pathsOf } from "../order/paths.ts";

/** Paths that rules look at one by one. */
export interface SamplePaths {
  readonly order: Order;
  /** What happens on each. */
  readonly list: readonly PathEvents[];
}

/** Occurrences on all paths together that are looked at; of a flow with more, one path is. */
const mostEvents = 24_000;

/**
 * Chooses the paths of a flow that are looked at one by one.
 *
 * In:     a flow.
 * Out:    paths such that any two courses that can occur together do so on one of them, as far as the bounds allow: up to 256,
 *         two rounds of each loop. So a rule may say what can happen on one of them, never that something happens on none.
 * Says:   nothing.
 * Cost:   see pathsOf; linear in the events of the paths, of which there are 24,000 on all together.
 * Source: CHECKS sections 0.3 and 2.2.
 */
export const samplePathsOf = (flow: Flow): SamplePaths => {
  const order = orderOf(flow);
  const most = Math.floor(mostEvents / Math.max(1, order.occurrences.length));
  const { list } = pathsOf(order, Math.max(1, Math.min(mostPaths, most)));
  return { order, list: list.map((path) => eventsOf(order, path, defaultBounds)) };
};
