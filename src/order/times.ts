import { at } from "./at.ts";
import { pathQueues } from "./handovers.ts";
import { needsOf } from "./needs.ts";
import type { PathEvents } from "./path-events.ts";
import { type Conflict, earliest, isLimit, type Solution, slowest } from "./solve-times.ts";
import { type TimeLink, type TimeLinks, timeLinks } from "./time-links.ts";
import { topologicalOrder } from "./topological.ts";

/** When the events of a path happen, in ms from its first moment on. */
export interface Times {
  readonly events: PathEvents;
  readonly network: TimeLinks;
  /** Nodes in the order in which their times are computed. */
  readonly sorted: readonly number[];
  /** By event: no execution has it earlier. */
  readonly early: readonly number[];
  /** By event: when it happens if everything takes as long as the text allows, and nothing waits without need. */
  readonly late: readonly number[];
  /** By event: how much later than `late` it could be without making the path's end later. */
  readonly slack: readonly number[];
  /** By event: no flight without a stated time comes before it that no limit ends; else `late` is only a guess. */
  readonly bounded: readonly boolean[];
  /** The links of the longest way through the path, from its beginning to its end. */
  readonly critical: readonly TimeLink[];
  /** Why no execution keeps all these times; all of the above is empty then. */
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
  if (first.conflict !== undefined) {
    const none = { early: [], late: [], slack: [], bounded: [], critical: [] };
    return { events, network, sorted, ...none, conflict: first.conflict };
  }
  const last = slowest(network, sorted);
  const slack = slackOf(network, sorted, last);
  return {
    events,
    network,
    sorted,
    early: [...first.times.subarray(0, count)],
    late: [...last.times.subarray(0, count)],
    slack: [...slack.subarray(0, count)],
    bounded: boundedOf(network, sorted).slice(0, count),
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
): Float64Array => {
  const end = times.reduce((most, time) => Math.max(most, time), 0);
  const latest = new Float64Array(nodes).fill(end);
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
        if (at(latest, to) - slow >= at(latest, node)) continue;
        latest[node] = at(latest, to) - slow;
        changed = true;
      }
  }
  return latest.map((time, node) => Math.max(0, time - at(times, node)));
};

/** By node: nothing before it flies for an unknown time, unless a limit or another arrival bounds it all the same. */
const boundedOf = ({ nodes, links, oneOf }: TimeLinks, sorted: readonly number[]): readonly boolean[] => {
  const into: TimeLink[][] = Array.from({ length: nodes }, () => []);
  for (const link of links) at(into, link.to).push(link);
  const bounded = new Array<boolean>(nodes).fill(true);
  for (let changed = true; changed; ) {
    changed = false;
    for (const node of sorted) {
      const isOpen = at(into, node).some((link) => !isLimit(link) && (link.guessed || !bounded[link.from]));
      const isLate = (oneOf.get(node) ?? []).some((group) => group.every((each) => !bounded[each]));
      const isLimited = at(into, node).some((link) => isLimit(link) && bounded[link.from]);
      if (bounded[node] !== true || isLimited || !(isOpen || isLate)) continue;
      bounded[node] = false;
      changed = true;
    }
  }
  return bounded;
};
