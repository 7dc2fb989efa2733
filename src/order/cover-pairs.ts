import { at } from "./at.ts";
import { bitRows, clearBit, countBits, countCommon, dropRow, hasBit, highestBit, setBit } from "./bits.ts";
import { openPairs } from "./open-pairs.ts";
import type { Order } from "./order.ts";
import type { Course, Path, PathBounds, Site } from "./path.ts";
import { type PathPlan, planPath } from "./path-plan.ts";
import { repeats, type Target, type Targets } from "./path-targets.ts";
import { walkPath } from "./walk-path.ts";

/** Above so many courses, paths take each of them, and pairs are not counted. */
const mostPaired = 2_048;

/** Paths that cover what they can, and what they do not. */
export interface Cover {
  readonly list: readonly Path[];
  readonly untaken: readonly Target[];
  /** Pairs that might occur together and do not; null: not counted. */
  readonly pairs: number | null;
}

/**
 * Chooses paths so that any two courses that can occur together do.
 *
 * In:     an order, its targets, how many paths at most, the bounds of unrolling.
 * Out:    paths: each reaches a pair that is not covered yet and, where the rest is free, as many more as it can. Of more than
 *         2,048 courses, each alone is to be reached.
 * Says:   nothing.
 * Cost:   linear in the flow for each path, each decision in n/32 words over the courses; n²/32 words in all.
 * Source: Cohen, Dalal, Fredman and Patton, The AETG system, 1997: greedy covering of pairs.
 */
export const coverPairs = (order: Order, targets: Targets, limit: number, bounds: PathBounds): Cover => {
  const count = targets.list.length;
  const paired = count <= mostPaired;
  /** Row by target: with which it still has to occur; its own bit: whether it still has to occur at all. */
  const open = paired ? openPairs(order, targets, bounds) : bitRows(0, count);
  const alone = bitRows(1, count);
  for (const { index } of targets.list) setBit(alone, 0, index);
  const chosen = bitRows(1, count);
  const list: Path[] = [];
  let failed = 0;

  const score = (site: Site, operands: Course): number => {
    const target = targets.of({ ...site, operands });
    if (target < 0) return 0;
    const fresh = hasBit(alone, 0, target) ? count : 0;
    if (!paired) return fresh;
    return (fresh + countCommon(open, target, chosen, 0)) * count + countBits(open, target);
  };
  const walk = (plan: PathPlan | undefined): Path => {
    chosen.data.fill(0);
    const path = walkPath(order, bounds, {
      decide: (site, courses) => {
        const allowed = plan?.allowed(site, courses) ?? courses.slice(0, 1);
        const best = allowed.reduce((a, b) => (score(site, b) > score(site, a) ? b : a));
        const target = targets.of({ ...site, operands: best });
        if (target >= 0) setBit(chosen, 0, target);
        return courses.indexOf(best);
      },
    });
    // Decisions without an alternative take targets too.
    for (const target of path.decisions.map(targets.of)) if (target >= 0) setBit(chosen, 0, target);
    return path;
  };
  const keep = (path: Path): void => {
    list.push(path);
    dropRow(alone, 0, chosen, 0);
    if (!paired) return;
    for (const { index } of targets.list) if (hasBit(chosen, 0, index)) dropRow(open, index, chosen, 0);
  };

  /** The next pair to reach, a target alone as a pair with itself. */
  const next = (): readonly [Target, Target] | undefined => {
    const single = highestBit(alone, 0);
    if (single >= 0) return [at(targets.list, single), at(targets.list, single)];
    if (!paired) return undefined;
    for (; first < count; first++) {
      const second = highestBit(open, first);
      if (second >= 0) return [at(targets.list, first), at(targets.list, second)];
    }
    return undefined;
  };
  const giveUp = (one: Target, other: Target): void => {
    if (one === other) clearBit(alone, 0, one.index);
    if (one === other || !paired) return;
    clearBit(open, one.index, other.index);
    clearBit(open, other.index, one.index);
  };
  let first = 0;

  keep(walk(undefined));
  for (let pair = next(); pair !== undefined && list.length < limit; pair = next()) {
    const [one, other] = pair;
    let planned = false;
    let reached = false;
    for (const [roundOfOne, roundOfOther] of roundsFor(order, bounds, one, other)) {
      const plan = planPath(order, bounds);
      if (!plan.reach(one, roundOfOne) || !plan.reach(other, roundOfOther)) continue;
      planned = true;
      const path = walk(plan);
      reached = hasBit(chosen, 0, one.index) && hasBit(chosen, 0, other.index);
      if (!reached) continue;
      keep(path);
      break;
    }
    if (reached) continue;
    giveUp(one, other);
    if (planned && one !== other) failed++;
  }
  const taken = new Set(list.flatMap(({ decisions }) => decisions.map(targets.of)));
  const untaken = targets.list.filter(({ index }) => !taken.has(index));
  const left = paired ? targets.list.reduce((sum, { index }) => sum + countBits(open, index), 0) / 2 : 0;
  return { list, untaken, pairs: paired ? failed + Math.ceil(left) : null };
};

type RoundOf = (fragment: number) => number;

/** In which rounds to try to reach two targets: both in the first one of each loop, or one of them in the second of one. */
const roundsFor = (
  { flow }: Order,
  bounds: PathBounds,
  one: Target,
  other: Target,
): readonly (readonly [RoundOf, RoundOf])[] => {
  const around = new Set(one.within.map(({ fragment }) => fragment));
  const shared = other.within
    .map(({ fragment }) => fragment)
    .filter((fragment) => around.has(fragment) && repeats(at(flow.fragments, fragment), bounds, 0));
  const first: RoundOf = () => 0;
  const second = shared.map(
    (loop): RoundOf =>
      (fragment) =>
        Number(fragment === loop),
  );
  return [
    [first, first],
    ...second.map((each) => [first, each] as const),
    ...second.map((each) => [each, first] as const),
  ];
};
