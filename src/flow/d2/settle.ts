import type { Facts, Mention } from "./facts.ts";
import type { Removals } from "./removals.ts";
import type { Place, Site } from "./site.ts";

/**
 * Takes what is removed out of the facts, and puts the others into written order.
 *
 * In:     all facts, and the removals.
 * Out:    the facts that are left, by their clocks. A pattern keeps nothing alive: what it says of an object that is removed
 *         goes with the object.
 * Cost:   n log n in the facts.
 */
export const settle = (facts: Facts, removals: Removals): Facts => {
  const left = facts.mentions.filter(({ place, clock }) => !removals.isGone(place, clock));
  const alive = new Set<Site>();
  const revive = (place: Place): void => {
    for (let at: Place | undefined = place; at && !alive.has(at.site); at = at.parent) alive.add(at.site);
  };
  for (const { place, byPattern } of left) if (!byPattern) revive(place);
  // What a pattern adds below an object that is there is there too.
  for (const { place, byPattern, how } of left)
    if (byPattern && how === "object" && place.parent && alive.has(place.parent.site)) alive.add(place.site);
  const isAlive = ({ place }: Mention): boolean => alive.has(place.site);
  return {
    ...facts,
    mentions: left.filter(isAlive).sort(byClock),
    links: facts.links
      .filter(
        ({ removed, left: one, right: other, clock }) =>
          !removed &&
          !removals.isGone(one, clock) &&
          !removals.isGone(other, clock) &&
          alive.has(one.site) &&
          alive.has(other.site),
      )
      .sort(byClock),
  };
};

const byClock = (one: { readonly clock: number }, other: { readonly clock: number }): number =>
  one.clock - other.clock;
