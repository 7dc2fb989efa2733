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
 * Out:    a permutation. No single thing could be moved so that less weight points backwards.
 * Cost:   count² + wishes for each pass over all things; passes end when one gains nothing, after 16 at the latest.
 * Source: the feedback arc set problem, by insertion moves (sifting).
 */
export const forwardOrder = (count: number, wishes: readonly Wish[]): readonly number[] => {
  const order = Array.from({ length: count }, (_, at) => at);
  // balance[a].get(b): what is gained when a stands before b instead of after it.
  const balance = order.map(() => new Map<number, number>());
  const add = (a: number, b: number, weight: number): void => {
    balance[a]?.set(b, (balance[a]?.get(b) ?? 0) + weight);
  };
  for (const { from, to, weight } of wishes) {
    if (from === to) continue;
    add(from, to, weight);
    add(to, from, -weight);
  }
  for (let pass = 0, moved = true; moved && pass < 16; pass++) {
    moved = false;
    for (let thing = 0; thing < count; thing++)
      moved = sift(order, thing, balance[thing] ?? new Map()) || moved;
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
      if (
        gain > best.gain ||
        (gain === best.gain && gain > 0 && Math.abs(at - start) < Math.abs(best.at - start))
      )
        best = { at, gain };
    }
  }
  if (best.at === start) return false;
  order.splice(start, 1);
  order.splice(best.at, 0, thing);
  return true;
};
