import { isClipped } from "./courses.ts";
import { coverPairs } from "./cover-pairs.ts";
import type { Order } from "./order.ts";
import { type Course, defaultBounds, type Path, type PathBounds } from "./path.ts";
import { countPaths } from "./path-count.ts";
import { depthOf, type Target, targetsOf } from "./path-targets.ts";
import { walkPath } from "./walk-path.ts";

/** Paths of a flow, and an account of what they leave out. */
export interface Paths {
  /** The first one takes first operands, all that is optional, one round, and no `break` that could be passed by. */
  readonly list: readonly Path[];
  /** All paths within the bounds are in the list. */
  readonly complete: boolean;
  readonly missed: {
    /** Courses that no path in the list takes. */
    readonly targets: readonly Target[];
    /** How many pairs of courses might occur on one path and occur together on none in the list; null: not counted. */
    readonly pairs: number | null;
    /** Loops and retries that may run more often than the paths follow them. */
    readonly clipped: readonly number[];
  };
}

/** Most paths that are looked at. */
export const mostPaths = 256;

/** Many more paths than are looked at, guards or not: then they are not enumerated first. */
const tooMany = 16 * mostPaths;

/**
 * Chooses paths through the fragments of a flow.
 *
 * In:     an order; how many paths at most; how far rounds are unrolled.
 * Out:    all paths when there are no more than that, else so many that any two courses that can occur together do; and what
 *         they leave out.
 * Says:   nothing: the account is for the checks, which claim no absence beyond it.
 * Cost:   linear in the flow for each path; covering pairs, also quadratic in the courses (n²/32 words), of which up to 2,048
 *         are paired.
 * Source: CHECKS sections 0.3 and 2.2; pairwise covering as in Cohen et al., The AETG system, 1997.
 */
export const pathsOf = (order: Order, limit = mostPaths, bounds: PathBounds = defaultBounds): Paths => {
  const { fragments } = order.flow;
  const clipped = fragments
    .filter((fragment) => isClipped(fragment, bounds, depthOf(order.flow, fragment.within, bounds)))
    .map(({ index }) => index);
  const targets = targetsOf(order, bounds);
  const all = countPaths(order, bounds) <= tooMany ? enumerate(order, limit, bounds) : undefined;
  if (all !== undefined) {
    const taken = new Set(all.flatMap(({ decisions }) => decisions.map(targets.of)));
    const missing = targets.list.filter(({ index }) => !taken.has(index));
    return { list: all, complete: true, missed: { targets: missing, pairs: 0, clipped } };
  }
  const { list, untaken, pairs } = coverPairs(order, targets, limit, bounds);
  return { list, complete: false, missed: { targets: untaken, pairs, clipped } };
};

/** All paths, if there are no more than `limit`: depth first over the decisions. */
const enumerate = (order: Order, limit: number, bounds: PathBounds): readonly Path[] | undefined => {
  const list: Path[] = [];
  let script: number[] = [];
  for (;;) {
    const choices: number[] = [];
    const path = walkPath(order, bounds, {
      decide: (_, courses: readonly Course[]) => {
        choices.push(courses.length);
        return script[choices.length - 1] ?? 0;
      },
    });
    list.push(path);
    if (list.length > limit) return undefined;
    const last = choices.findLastIndex((count, place) => (script[place] ?? 0) + 1 < count);
    if (last < 0) return list;
    script = [...choices.slice(0, last).map((_, place) => script[place] ?? 0), (script[last] ?? 0) + 1];
  }
};
