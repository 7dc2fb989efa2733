import { type Group, groupOf, lifelinesOf, turnRound } from "./lifeline-groups.ts";
import { siftParts } from "./lifeline-sift.ts";
import { type Block, type LifelineTree, type Link, lengthOf, turnedPairs } from "./lifeline-tree.ts";

/**
 * A short order, found by moving lifelines and boundaries about.
 *
 * Out:    lifelines from left to right; those of a boundary stand together. Never longer than the written order; of the orders
 *         found, the shortest, and of those the one closest to the written order.
 * Cost:   for each of a few starts and a bounded number of rounds: links, and the squares of what each boundary holds (beyond
 *         1,000, a window of places about each).
 * Source: iterated local search; barycentres as in Sugiyama, Tagawa and Toda, Methods for visual understanding of hierarchical
 *         system structures (1981); sifting as in Matuszewski, Schönfeld and Molitor, Using sifting for k-layer straightline
 *         crossing minimization (1999).
 */
export const searchOrder = ({ root, links }: LifelineTree): readonly number[] => {
  const near = neighboursOf(root.size, links);
  const written = lifelinesOf(groupOf(root));
  let best = { order: written, length: lengthOf(written, links), turned: 0 };
  const tryFrom = (start: readonly number[]): void => {
    const order = settled(root, near, start);
    const length = lengthOf(order, links);
    if (length > best.length) return;
    // From right to left it is as short.
    for (const each of [order, order.toReversed()]) {
      const turned = turnedPairs(each);
      if (length < best.length || turned < best.turned) best = { order: each, length, turned };
    }
  };
  for (const start of [written, byBarycentre(root, near, written), ...grown(root, near)]) tryFrom(start);
  const random = sequence();
  for (let kick = 0; kick < kicksFor(root.size); kick++) tryFrom(kicked(best.order, random));
  return best.order;
};

/** How often the best order is disturbed and settled again: often where that is cheap. */
const kicksFor = (size: number): number => Math.min(60, Math.floor(200_000 / size ** 2));

/** Numbers from 0 to 1 that look like chance and are the same every time (Park and Miller, 1988). */
const sequence = (): (() => number) => {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

/** An order with a stretch of it taken out and put in elsewhere, the other way round. */
const kicked = (order: readonly number[], random: () => number): readonly number[] => {
  const from = Math.floor(random() * order.length);
  const stretch = order.slice(from, from + 2 + Math.floor((random() * order.length) / 2));
  const rest = order.filter((lifeline) => !stretch.includes(lifeline));
  const to = Math.floor(random() * (rest.length + 1));
  return [...rest.slice(0, to), ...stretch.toReversed(), ...rest.slice(to)];
};

/** By lifeline: whom it has messages with, and how many. */
export type Near = readonly (readonly { readonly other: number; readonly count: number }[])[];

const neighboursOf = (size: number, links: readonly Link[]): Near => {
  const near = Array.from({ length: size }, () => [] as { other: number; count: number }[]);
  for (const { a, b, count } of links) {
    near[a]?.push({ other: b, count });
    near[b]?.push({ other: a, count });
  }
  return near;
};

/** Rounds over all parts: fewer where each takes long. */
const roundsFor = (size: number): number => Math.max(2, Math.min(40, Math.floor(20_000_000 / size ** 2)));

/** Moves parts until no move gains anything. */
const settled = (root: Block, near: Near, start: readonly number[]): readonly number[] => {
  const group = groupOf(root, start);
  const place = new Int32Array(root.size);
  const put = (order: readonly number[], from: number): void => {
    order.forEach((lifeline, at) => {
      place[lifeline] = from + at;
    });
  };
  put(lifelinesOf(group), 0);
  const improve = (each: Group, from: number): boolean => {
    if (each.parts.length === 0) return false;
    let gained = siftParts(each, near, place, from);
    if (gained) put(lifelinesOf(each), from);
    if (gainOfTurning(each, near, place, from) > 0) {
      turnRound(each);
      put(lifelinesOf(each), from);
      gained = true;
    }
    let at = from;
    for (const part of each.parts) {
      gained = improve(part, at) || gained;
      at += part.size;
    }
    return gained;
  };
  for (let rounds = roundsFor(root.size); rounds > 0 && improve(group, 0); rounds--);
  return lifelinesOf(group);
};

/** Columns saved when all that a group holds stands the other way round: only messages out of it change their length. */
const gainOfTurning = (group: Group, near: Near, place: Int32Array, from: number): number => {
  let gain = 0;
  for (const lifeline of lifelinesOf(group)) {
    const shift = group.size - 1 - 2 * ((place[lifeline] as number) - from);
    for (const { other, count } of near[lifeline] ?? []) {
      const at = place[other] as number;
      if (at < from) gain -= count * shift;
      else if (at >= from + group.size) gain += count * shift;
    }
  }
  return gain;
};

const barycentreRounds = 8;

/** Puts everybody amid those that it talks with, a few times over. */
const byBarycentre = (root: Block, near: Near, written: readonly number[]): readonly number[] => {
  let order = written;
  for (let round = 0; round < barycentreRounds; round++) {
    const place = new Float64Array(root.size);
    order.forEach((lifeline, at) => {
      place[lifeline] = at;
    });
    const middle = place.map((own, lifeline) => {
      let [sum, weight] = [own, 1];
      for (const { other, count } of near[lifeline] ?? []) {
        sum += count * (place[other] as number);
        weight += count;
      }
      return sum / weight;
    });
    const group = groupOf(root);
    const sort = (each: Group): number => {
      if (each.parts.length === 0) return middle[each.lifeline] as number;
      const middles = new Map(each.parts.map((part) => [part, sort(part)]));
      each.parts.sort((a, b) => (middles.get(a) as number) - (middles.get(b) as number));
      return each.parts.reduce((sum, part) => sum + (middles.get(part) as number) * part.size, 0) / each.size;
    };
    sort(group);
    order = lifelinesOf(group);
  }
  return order;
};

/** Starts for growing: more than a few find nothing new. */
const mostSeeds = 6;
/** Groups with more parts are not grown: each step looks at all that are left. */
const mostGrown = 500;

/** Orders that grow from one lifeline each, always by the one that has most to do with those that stand already. */
const grown = (root: Block, near: Near): readonly (readonly number[])[] => {
  if (root.size > mostGrown) return [];
  const seeds = Array.from({ length: Math.min(mostSeeds, root.size) }, (_, at) =>
    Math.floor((at * root.size) / Math.min(mostSeeds, root.size)),
  );
  return seeds.map((seed) => {
    const order = [seed];
    const left = new Set(near.keys());
    left.delete(seed);
    // What is cut less when it comes next: its messages with those that stand, minus those with the others.
    const pull = near.map((all) => -all.reduce((sum, { count }) => sum + count, 0));
    const stand = (lifeline: number): void => {
      for (const { other, count } of near[lifeline] ?? []) pull[other] = (pull[other] as number) + 2 * count;
    };
    stand(seed);
    while (left.size > 0) {
      const next = [...left].reduce((best, each) =>
        (pull[each] as number) > (pull[best] as number) ? each : best,
      );
      left.delete(next);
      order.push(next);
      stand(next);
    }
    return order;
  });
};
