import type { Edge } from "./edges.ts";

/** Finds the edges on both sides of something, at its height. */
export interface Neighbours {
  /** The nearest edge left of `left` and the nearest right of `right`, px, that stand at `y`; -1 for none. */
  readonly around: (left: number, right: number, y: number) => readonly [number, number];
}

/**
 * In:   lifelines, and other edges: frames and boundaries.
 * Cost: a question costs the logarithm of the lifelines, and the frames that stand at its height.
 */
export const neighboursOf = (edges: readonly Edge[], lifelines: readonly number[]): Neighbours => {
  const isLifeline = new Set(lifelines);
  const others = edges
    .map((_, at) => at)
    .filter((at) => !isLifeline.has(at) && Number.isFinite(edges[at]?.px));
  const rows = new Map<number, number[]>();
  for (const at of others) {
    const { top, bottom } = edges[at] as Edge;
    for (let row = rowOf(top); row <= rowOf(bottom); row++) {
      const found = rows.get(row);
      if (found) found.push(at);
      else rows.set(row, [at]);
    }
  }
  const standsAt = (at: number, y: number): boolean => {
    const edge = edges[at];
    return edge !== undefined && edge.top <= y && y <= edge.bottom;
  };
  const px = (at: number): number => edges[at]?.px ?? 0;
  /** How many lifelines stand left of x. */
  const before = (x: number): number => {
    let [low, high] = [0, lifelines.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (px(lifelines[middle] as number) <= x) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    around: (left, right, y) => {
      let [a, b] = [before(left + near) - 1, before(right - near)];
      while (a >= 0 && !standsAt(lifelines[a] as number, y)) a--;
      while (b < lifelines.length && !standsAt(lifelines[b] as number, y)) b++;
      let [from, to] = [lifelines[a] ?? -1, lifelines[b] ?? -1];
      for (const at of rows.get(rowOf(y)) ?? []) {
        if (!standsAt(at, y)) continue;
        if (px(at) <= left + near && (from < 0 || px(at) > px(from))) from = at;
        if (px(at) >= right - near && (to < 0 || px(at) < px(to))) to = at;
      }
      return [from, to];
    },
  };
};

/** px by which things that touch may overlap. */
const near = 1;

/** Frames are looked up by stretches of this many px. */
const rowOf = (y: number): number => Math.floor(y / 256);
