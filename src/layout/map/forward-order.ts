/** `from` had better stand before `to`, the more so the greater the weight. */
export interface Wish {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/**
 * Puts things into an order in which as few wishes as possible point backwards: what flows forwards through the map.
 *
 * In:     `count` things, numbered in the order that they keep where wishes do not care; wishes among them.
 * Out:    a permutation. Wishes without a circle all point forwards; otherwise no single thing could be moved so that less
 *         weight points backwards.
 * Cost:   count² + wishes for each pass over all things; passes end when one gains nothing, after 16 at the latest.
 * Source: the feedback arc set problem: peeling after Eades, Lin and Smyth, A fast and effective heuristic for the feedback
 *         arc set problem (1993), then insertion moves (sifting).
 */
export const forwardOrder = (count: number, wishes: readonly Wish[]): readonly number[] => {
  const gains = gainsOf(count, wishes);
  const given = Array.from({ length: count }, (_, at) => at);
  const [kept, peeled] = [settled(given, gains), settled(peeledOrder(count, wishes), gains)];
  return backwardWeight(peeled, wishes) < backwardWeight(kept, wishes) ? peeled : kept;
};

/** By thing, and by another one: what is gained when the first stands before the second instead of after it. */
type Gains = readonly ReadonlyMap<number, number>[];

const gainsOf = (count: number, wishes: readonly Wish[]): Gains => {
  const gains = Array.from({ length: count }, () => new Map<number, number>());
  const add = (a: number, b: number, weight: number): void => {
    gains[a]?.set(b, (gains[a]?.get(b) ?? 0) + weight);
  };
  for (const { from, to, weight } of wishes) {
    if (from === to) continue;
    add(from, to, weight);
    add(to, from, -weight);
  }
  return gains;
};

const backwardWeight = (order: readonly number[], wishes: readonly Wish[]): number => {
  const place = new Array<number>(order.length);
  order.forEach((thing, at) => {
    place[thing] = at;
  });
  return wishes.reduce(
    (sum, { from, to, weight }) => ((place[from] as number) > (place[to] as number) ? sum + weight : sum),
    0,
  );
};

/** Takes away things one by one: first those that nothing left points to, else the one that points to most. */
const peeledOrder = (count: number, wishes: readonly Wish[]): readonly number[] => {
  const [ins, outs] = [new Float64Array(count), new Float64Array(count)];
  const touching = Array.from({ length: count }, () => [] as Wish[]);
  for (const wish of wishes) {
    if (wish.from === wish.to) continue;
    outs[wish.from] = (outs[wish.from] as number) + wish.weight;
    ins[wish.to] = (ins[wish.to] as number) + wish.weight;
    touching[wish.from]?.push(wish);
    touching[wish.to]?.push(wish);
  }
  const left = new Set(touching.keys());
  const order: number[] = [];
  const surplus = (thing: number): number => (outs[thing] as number) - (ins[thing] as number);
  while (left.size > 0) {
    const all = [...left];
    const next =
      all.find((thing) => ins[thing] === 0) ??
      all.reduce((best, thing) => (surplus(thing) > surplus(best) ? thing : best));
    left.delete(next);
    order.push(next);
    for (const { from, to, weight } of touching[next] ?? []) {
      if (from === next) ins[to] = (ins[to] as number) - weight;
      else outs[from] = (outs[from] as number) - weight;
    }
  }
  return order;
};

const mostPasses = 16;

const settled = (start: readonly number[], gains: Gains): readonly number[] => {
  const order = [...start];
  for (let pass = 0, moved = true; moved && pass < mostPasses; pass++) {
    moved = false;
    for (let thing = 0; thing < order.length; thing++)
      moved = sift(order, thing, gains[thing] ?? new Map()) || moved;
  }
  return order;
};

/** Moves one thing to where most is gained, and of such places to the nearest. */
const sift = (order: number[], thing: number, gains: ReadonlyMap<number, number>): boolean => {
  const start = order.indexOf(thing);
  let best = { at: start, gain: 0 };
  for (const step of [-1, 1]) {
    let gain = 0;
    for (let at = start + step; at >= 0 && at < order.length; at += step) {
      gain -= step * (gains.get(order[at] as number) ?? 0);
      const isNearer = gain === best.gain && Math.abs(at - start) < Math.abs(best.at - start);
      if (gain > best.gain || (gain > 0 && isNearer)) best = { at, gain };
    }
  }
  if (best.at === start) return false;
  order.splice(start, 1);
  order.splice(best.at, 0, thing);
  return true;
};
