import type { Block, LifelineTree } from "./lifeline-tree.ts";

/**
 * The order with the least total length, and of such orders the one closest to the written one.
 *
 * In:     at most 16 lifelines.
 * Out:    lifelines from left to right; those of a boundary stand together. Close is counted in pairs that are turned round.
 * Cost:   2ⁿ · n times the depth of boundaries.
 * Source: minimum linear arrangement by dynamic programming over subsets: the length is the sum, over all ways to cut the
 *         order in two, of the messages that are cut, and what a cut costs depends on the set to its left alone (after Held
 *         and Karp, A dynamic programming approach to sequencing problems, 1962).
 */
export const exactOrder = ({ root, links }: LifelineTree): readonly number[] => {
  const count = root.size;
  const all = 2 ** count - 1;
  const between = Array.from({ length: count }, () => new Array<number>(count).fill(0));
  const degree = new Array<number>(count).fill(0);
  for (const { a, b, count: messages } of links) {
    (between[a] as number[])[b] = messages;
    (between[b] as number[])[a] = messages;
    degree[a] = (degree[a] as number) + messages;
    degree[b] = (degree[b] as number) + messages;
  }
  const boundaries = masksOf(root).filter((mask) => mask !== all);
  /** Who may come next: while a boundary is begun and not complete, only those in it. */
  const nextAfter = (left: number): number =>
    boundaries.reduce(
      (may, mask) => ((left & mask) !== 0 && (left & mask) !== mask ? may & mask : may),
      all & ~left,
    );

  // By set of lifelines on the left: the messages cut behind it, the least cost so far, and who stands last.
  const cut = new Float64Array(all + 1);
  const cost = new Float64Array(all + 1).fill(Number.POSITIVE_INFINITY);
  const last = new Int8Array(all + 1);
  cost[0] = 0;
  for (let left = 0; left < all; left++) {
    const soFar = cost[left] as number;
    if (soFar === Number.POSITIVE_INFINITY) continue;
    const may = nextAfter(left);
    for (let next = 0; next < count; next++) {
      if ((may & (1 << next)) === 0) continue;
      const more = left | (1 << next);
      let inner = 0;
      for (let other = 0; other < count; other++)
        if (left & (1 << other)) inner += (between[next] as number[])[other] as number;
      cut[more] = (cut[left] as number) + (degree[next] as number) - 2 * inner;
      // Those that are written before it and come after it are turned round.
      const turned = ones(~left & ((1 << next) - 1));
      const total = soFar + (cut[more] as number) * lengthWeight + turned;
      if (total < (cost[more] as number)) {
        cost[more] = total;
        last[more] = next;
      }
    }
  }
  const order: number[] = [];
  for (let left = all; left > 0; left &= ~(1 << (last[left] as number))) order.unshift(last[left] as number);
  return order;
};

/** More than all pairs of 16 lifelines: a column less counts before any number of pairs. */
const lengthWeight = 256;

const masksOf = (block: Block): readonly number[] => [
  block.lifeline === undefined
    ? block.inside.reduce((mask, each) => mask | maskOf(each), 0)
    : 1 << block.lifeline,
  ...block.inside.flatMap(masksOf),
];

const maskOf = (block: Block): number => masksOf(block)[0] ?? 0;

const ones = (mask: number): number => {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
};
