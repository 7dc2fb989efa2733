import { at } from "./at.ts";
import { earliest } from "./earliest.ts";
import { pathQueues } from "./handovers.ts";
import { needsOf } from "./needs.ts";
import type { PathEvents } from "./path-events.ts";
import { latest, slowest } from "./slowest.ts";

import { type TimeLink, type TimeLinks, timeLinks } from "./time-links.ts";
import { type Conflict, isLimit, type Solution } from "./time-solution.ts";
import { topologicalOrder } from "./topological.ts";

/** When the events of a path happen, in ms from its first moment on. */
export interface Times {
  readonly events: PathEvents;
  readonly network: TimeLinks;
  /** Nodes in the order in which their times are computed. */
  readonly sorted: readonly number[];
  /** By event: no execution has it earlier. A limit may make somebody begin late: then it can be later than `late`. */
  readonly early: readonly number[];
  /** By event: when it happens if everything takes as long as the text allows, and nothing waits without need. */
  readonly late: readonly number[];
  /** By event: how much later than `late` it could be without making the path's end later. */
  readonly slack: readonly number[];
  /**
   * By event: if nothing waits without need and stated times are kept, it does not happen later; Infinity where a flight has
   * no time and no limit.
   */
  readonly most: readonly number[];
  /** The links of the longest way through the path, from its beginning to its end. */
  readonly critical: readonly TimeLink[];
  /** Why no execution keeps all these times, or ends; all of the above is empty then. */
  readonly conflict?: Conflict;
}

/**
 * Computes when the events of a path happen.
 *
 * In:     a path's events. All times in ms.
 * Out:    earliest and latest times, slack, and the longest way through the path; or why its times contradict each other.
 *         Budgets do not count: `stretchOf` measures what they limit.
 * Says:   nothing.
 * Cost:   n log n in events; each pass of the solver linear in them, mostly two.
 * Source: CHECKS section 2.7; Alur, Holzmann and Peled 1996; the critical path method, Kelley and Walker 1959.
 */
export const timesOf = (events: PathEvents): Times => {
  const needs = needsOf(events, pathQueues(events).handovers);
  const network = timeLinks(events, needs);
  const count = events.list.length;
  const sorted = topologicalOrder(events, needs).flatMap((node) => {
    const done = network.doneAt(node);
    return done === node ? [node] : [node, done];
  });
  const first = earliest(network, sorted);
  const last = first.conflict === undefined ? slowest(network, sorted) : first;
  const conflict = first.conflict ?? last.conflict;
  if (conflict !== undefined)
    return { events, network, sorted, early: [], late: [], slack: [], most: [], critical: [], conflict };
  const slack = slackOf(network, sorted, last, count);
  return {
    events,
    network,
    sorted,
    early: [...first.times.subarray(0, count)],
    late: [...last.times.subarray(0, count)],
    slack: [...slack.subarray(0, count)],
    most: [...latest(network, sorted).subarray(0, count)],
    critical: wayTo(
      last,
      last.times
        .subarray(0, count)
        .reduce((best, time, node) => (time > at(last.times, best) ? node : best), 0),
    ),
  };
};

/** The links of the longest way to a node. */
const wayTo = ({ because }: Solution, node: number): readonly TimeLink[] => {
  const way: TimeLink[] = [];
  for (let step = because[node]; step !== undefined; step = because[step.link.from]) way.unshift(step.link);
  return way;
};

/** How much later each node could be without the end being later. */
const slackOf = (
  { nodes, links, oneOf }: TimeLinks,
  sorted: readonly number[],
  { times, because }: Solution,
  count: number,
): Float64Array => {
  const end = times.subarray(0, count).reduce((most, time) => Math.max(most, time), 0);
  // The end is that of the last event: what only stands for others does not hold it up.
  const until = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY).fill(end, 0, count);
  const outOf: TimeLink[][] = Array.from({ length: nodes }, () => []);
  for (const link of links) if (!isLimit(link)) at(outOf, link.from).push(link);
  for (const node of oneOf.keys()) {
    const taken = because[node]?.link;
    if (taken !== undefined && taken.why === "await") at(outOf, taken.from).push(taken);
  }
  const backwards = sorted.toReversed();
  for (let changed = true; changed; ) {
    changed = false;
    for (const node of backwards)
      for (const { to, slow } of at(outOf, node)) {
        if (at(until, to) - slow >= at(until, node)) continue;
        until[node] = at(until, to) - slow;
        changed = true;
      }
  }
  return until.map((time, node) => Math.max(0, time - at(times, node)));
};
