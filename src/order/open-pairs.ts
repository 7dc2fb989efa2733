import type { Fragment, OperandRef } from "../flow/flow.ts";
import { fragmentKinds } from "../language/fragment-kinds.ts";
import { addTo } from "./add-to.ts";
import { at } from "./at.ts";
import { type BitRows, bitRows, clearBit, dropRow, fillRow, hasBit, setBit } from "./bits.ts";
import type { Order } from "./order.ts";
import type { PathBounds } from "./path.ts";
import { depthOf, type Target, type Targets } from "./path-targets.ts";

/**
 * Says which courses might occur on one path.
 *
 * In:     an order, its targets, the bounds of unrolling.
 * Out:    a symmetric row of targets for each target, without itself: all but what lies in another operand of the same choice,
 *         in an operand that the course leaves out, or after a `break` that the course takes. In a loop, another round may do
 *         what one round excludes. Guards are not looked at.
 * Says:   nothing.
 * Cost:   n² bits in the targets, and for each target n/32 words per fragment around it.
 * Source: CHECKS section 0.3.
 */
export const openPairs = ({ flow }: Order, { list }: Targets, bounds: PathBounds): BitRows => {
  const count = list.length;
  const pairs = bitRows(count, count);
  const inside = new Map<string, number[]>();
  const ofSite = new Map<string, number[]>();
  for (const target of list) {
    addTo(ofSite, siteOf(target), target.index);
    for (const ref of target.within) addTo(inside, refOf(ref), target.index);
  }
  const single = new Map<string, BitRows>();
  const rowOf = (key: string, targets: readonly number[]): BitRows => {
    const known = single.get(key) ?? bitRows(1, count);
    if (!single.has(key)) for (const target of targets) setBit(known, 0, target);
    single.set(key, known);
    return known;
  };
  const isOnce = (fragment: Fragment): boolean => depthOf(flow, fragment.within, bounds) === 0;

  const excludeOperands = (target: Target, fragment: Fragment, runs: (operand: number) => boolean): void => {
    for (const operand of fragment.operands.keys()) {
      const key = refOf({ fragment: fragment.index, operand });
      if (!runs(operand)) dropRow(pairs, target.index, rowOf(key, inside.get(key) ?? []), 0);
    }
  };
  const excludeWhatFollows = (target: Target, fragment: Fragment): void => {
    if (!fragmentKinds[fragment.kind].leaves) return;
    const row = rowOf(
      `after ${fragment.index}`,
      single.has(`after ${fragment.index}`) ? [] : after(fragment, list),
    );
    dropRow(pairs, target.index, row, 0);
  };

  for (const target of list) {
    fillRow(pairs, target.index, 1);
    clearBit(pairs, target.index, target.index);
    const site = siteOf(target);
    if (!target.again) dropRow(pairs, target.index, rowOf(site, ofSite.get(site) ?? []), 0);
    for (const { fragment: index, operand } of target.within) {
      const fragment = at(flow.fragments, index);
      if (!isOnce(fragment)) break;
      if (fragmentKinds[fragment.kind].flow === "choice")
        excludeOperands(target, fragment, (each) => each === operand);
      excludeWhatFollows(target, fragment);
    }
    const own = flow.fragments[target.fragment];
    if (own === undefined || !isOnce(own)) continue;
    excludeOperands(target, own, (operand) => target.operands.includes(operand));
    if (target.operands.length > 0) excludeWhatFollows(target, own);
  }
  for (let one = 0; one < count; one++)
    for (let other = 0; other <= one; other++)
      if (!hasBit(pairs, one, other) || !hasBit(pairs, other, one)) {
        clearBit(pairs, one, other);
        clearBit(pairs, other, one);
      }
  // Rows are filled in whole words: what lies beyond the last target is nobody's.
  for (let row = 0; row < count; row++)
    for (let bit = count; bit < pairs.words * 32; bit++) clearBit(pairs, row, bit);
  return pairs;
};

const siteOf = ({ fragment, callback }: Target): string => `site ${fragment} ${callback}`;
const refOf = ({ fragment, operand }: OperandRef): string => `${fragment} ${operand}`;

/** The targets behind a fragment in the operand around it. */
const after = (fragment: Fragment, list: readonly Target[]): readonly number[] =>
  list
    .filter((target) => target.fragment > fragment.index)
    .filter(({ within }) => fragment.within.every((ref, depth) => isSame(within[depth], ref)))
    .filter(({ within }) => within[fragment.within.length]?.fragment !== fragment.index)
    .map(({ index }) => index);

const isSame = (one: OperandRef | undefined, other: OperandRef): boolean =>
  one?.fragment === other.fragment && one.operand === other.operand;
