import { isIn, type Place, type Site } from "./site.ts";
import { fold } from "./words.ts";

/** What `null` takes away. */
export interface Removals {
  /** Everything that was said of an object up to a clock. */
  readonly remove: (site: Site, until: number) => void;
  /** Whether what is written at a place, or of it, is taken away. */
  readonly isGone: (place: Place, clock: number) => boolean;
}

/**
 * Keeps what is removed.
 *
 * In:     objects by where they are written. In a map below, a name means the object of the map above, so that removing `a`
 *         removes it from the groups too.
 * Cost:   linear in the levels of a place.
 */
export const newRemovals = (): Removals => {
  const gone = new Map<Site, number>();
  const names = new Map<string, { readonly holder: Site; until: number }[]>();
  return {
    remove: (site, until) => {
      gone.set(site, Math.max(until, gone.get(site) ?? 0));
      const holder = site.parent;
      if (!holder) return;
      const namesakes = names.get(fold(site.key)) ?? [];
      names.set(fold(site.key), namesakes);
      const known = namesakes.find((each) => each.holder === holder);
      if (known) known.until = Math.max(known.until, until);
      else namesakes.push({ holder, until });
    },
    isGone: (place, clock) => {
      if (gone.size === 0) return false;
      for (let at: Place | undefined = place; at; at = at.parent) {
        const { site } = at;
        const until = gone.get(site);
        if (until !== undefined && clock < until) return true;
        const namesakes = at.isFirst ? (names.get(fold(site.key)) ?? []) : [];
        if (namesakes.some((each) => clock < each.until && isIn(site.parent, each.holder))) return true;
      }
      return false;
    },
  };
};
