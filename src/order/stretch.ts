import { addTo } from "./add-to.ts";
import { at } from "./at.ts";
import type { TimeLink } from "./time-links.ts";
import { chosen, isLimit } from "./time-solution.ts";
import type { Times } from "./times.ts";

/** The time from one event of a path to another. */
export interface Stretch {
  /** ms that pass at least. */
  readonly least: number;
  /** ms that pass when everything is as slow as the text allows. */
  readonly slow: number;
  /** The slowest way from the one to the other. */
  readonly way: readonly TimeLink[];
  /** How many flights without a stated time are on it. */
  readonly guesses: number;
}

/**
 * Measures the time from one event to another.
 *
 * In:     the times of a path; two of its events. Times in ms.
 * Out:    the longest ways from the first to the second, once with the least and once with the slow times; undefined when the
 *         second does not come after the first for certain, or the path's times contradict each other.
 * Says:   nothing: budgets are compared by a check.
 * Cost:   linear in the path.
 * Source: LANGUAGE section 8, `budget`; longest paths, Cormen et al., section 22.2.
 */
export const stretchOf = (
  { network, sorted, conflict }: Times,
  from: number,
  to: number,
): Stretch | undefined => {
  if (conflict !== undefined) return undefined;
  const into = new Map<number, TimeLink[]>();
  for (const link of network.links) addTo(into, link.to, link);
  const never = Number.NEGATIVE_INFINITY;
  const least = new Float64Array(network.nodes).fill(never);
  const slow = new Float64Array(network.nodes).fill(never);
  const because = new Map<number, TimeLink>();
  least[from] = 0;
  slow[from] = 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (const node of sorted) {
      if (node === from) continue;
      const coming = into.get(node) ?? [];
      const groups = network.oneOf.get(node) ?? [];
      // Of several arrivals the first is enough: only if all of them come after `from`, so does the await.
      const arrivals = groups.map((group) =>
        chosen(
          group.reduce((a, b) => (at(slow, b) < at(slow, a) ? b : a)),
          node,
        ),
      );
      const certain = [...coming.filter((link) => !isLimit(link)), ...arrivals].filter(
        ({ from: each }) => at(slow, each) > never,
      );
      if (certain.length === 0) continue;
      const ends = (link: TimeLink): number => at(slow, link.from) + link.slow;
      const longest = certain.reduce((best, link) => (ends(link) > ends(best) ? link : best));
      const limits = coming.filter((link) => isLimit(link) && at(slow, link.from) > never);
      const slowest = Math.min(ends(longest), ...limits.map((link) => at(slow, link.from) + link.most));
      const soonest = Math.max(
        ...coming.map((link) => at(least, link.from) + link.least),
        ...groups.map((group) => Math.min(...group.map((each) => at(least, each)))),
      );
      if (slowest === at(slow, node) && soonest === at(least, node)) continue;
      slow[node] = slowest;
      least[node] = soonest;
      because.set(node, longest);
      changed = true;
    }
  }
  if (at(slow, to) === never) return undefined;
  const way: TimeLink[] = [];
  for (let link = because.get(to); link !== undefined && link.to !== from; link = because.get(link.from))
    way.unshift(link);
  return {
    least: at(least, to),
    slow: at(slow, to),
    way,
    guesses: way.filter(({ guessed }) => guessed).length,
  };
};
