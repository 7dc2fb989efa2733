import type { Flow } from "../flow/flow.ts";
import { type Causes, causesOf } from "../order/causes.ts";
import { order as orderOf } from "../order/order.ts";
import { defaultBounds } from "../order/path.ts";
import { eventsOf } from "../order/path-events.ts";
import { mostPaths, pathsOf } from "../order/paths.ts";

/** Occurrences on all paths together that are looked at; of a flow with more, one path is. */
const mostEvents = 24_000;

/**
 * Shows the causal order of one path after another.
 *
 * In:     a flow; who looks at the orders. Each is given up before the next one is made, since it is large.
 * Out:    the paths are such that any two courses that can occur together do so on one of them, as far as the bounds allow: up
 *         to 256, two rounds of each loop. So a rule may say what can happen on one of them, never that something happens on
 *         none.
 * Says:   nothing.
 * Cost:   that of the causal order for each path; at most 24,000 events on all paths together.
 * Source: CHECKS sections 0.3 and 2.4.
 */
export const eachPathOrder = (flow: Flow, look: (causes: Causes) => void): void => {
  const order = orderOf(flow);
  const most = Math.floor(mostEvents / Math.max(1, order.occurrences.length));
  const { list } = pathsOf(order, Math.max(1, Math.min(mostPaths, most)));
  for (const path of list) look(causesOf(eventsOf(order, path, defaultBounds)));
};
