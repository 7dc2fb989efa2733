import { type Group, lifelinesOf } from "./lifeline-groups.ts";
import type { Near } from "./lifeline-search.ts";

/** What two parts have to do with each other. */
interface Tie {
  /** Messages. */
  count: number;
  /** Messages, each times how much further in the one end stands in its part than the other end in its own. */
  offsets: number;
}

/**
 * Moves each part of a group to the place within the group where messages are shortest.
 *
 * In:     a group whose first lifeline stands in column `from`; `place`, the column of every lifeline.
 * Out:    whether anything was gained; the group's parts are in their new order then, and `place` is not up to date.
 * Cost:   the messages of the group's lifelines, and the square of its parts (a window for each beyond 1,000).
 * Source: sifting. Two neighbours that change places move by each other's size; what that saves needs no look at others.
 */
export const siftParts = (group: Group, near: Near, place: Int32Array, from: number): boolean => {
  const parts = [...group.parts];
  const ties = tiesOf(parts, near, place, from, group.size);
  const order = parts.map((_, part) => part);
  const reach = Math.max(64, Math.floor(1_000_000 / parts.length));
  let gained = false;
  for (let part = 0; part < parts.length; part++) {
    const start = order.indexOf(part);
    let best = { at: start, saved: 0 };
    for (const step of [-1, 1]) {
      let [before, after] = [ties.before[part] as number, ties.after[part] as number];
      let saved = 0;
      for (let at = start + step; order[at] !== undefined && Math.abs(at - start) <= reach; at += step) {
        const passed = order[at] as number;
        const tie = ties.between[part]?.get(passed);
        const count = tie?.count ?? 0;
        const [own, other] = [(parts[part] as Group).size, (parts[passed] as Group).size];
        // The one on the left moves right by the other's size, the one on the right moves left.
        const [left, right, offsets] =
          step < 0
            ? [
                { size: other, before: ties.before[passed] as number, after: ties.after[passed] as number },
                { size: own, before, after },
                -(tie?.offsets ?? 0),
              ]
            : [
                { size: own, before, after },
                { size: other, before: ties.before[passed] as number, after: ties.after[passed] as number },
                tie?.offsets ?? 0,
              ];
        const longer =
          right.size * (left.before - (left.after - count)) +
          left.size * (right.after - (right.before - count)) +
          count * (right.size - left.size) -
          2 * offsets;
        saved -= longer;
        before += step * count;
        after -= step * count;
        if (saved > best.saved) best = { at, saved };
      }
    }
    if (best.at === start) continue;
    gained = true;
    const step = Math.sign(best.at - start);
    for (let at = start + step; at !== best.at + step; at += step) {
      const passed = order[at] as number;
      const count = step * (ties.between[part]?.get(passed)?.count ?? 0);
      ties.before[part] = (ties.before[part] as number) + count;
      ties.after[part] = (ties.after[part] as number) - count;
      ties.before[passed] = (ties.before[passed] as number) - count;
      ties.after[passed] = (ties.after[passed] as number) + count;
    }
    order.splice(start, 1);
    order.splice(best.at, 0, part);
  }
  group.parts.splice(0, parts.length, ...order.map((part) => parts[part] as Group));
  return gained;
};

interface Ties {
  /** By part: its messages with whatever stands to its left and to its right. */
  readonly before: number[];
  readonly after: number[];
  /** By part: its messages with other parts; `offsets` counts the other part's end as the further one. */
  readonly between: readonly ReadonlyMap<number, Tie>[];
}

const tiesOf = (parts: readonly Group[], near: Near, place: Int32Array, from: number, size: number): Ties => {
  const members = parts.map(lifelinesOf);
  // By column of the group: the part that stands there, and how far inside it.
  const partAt = new Int32Array(size);
  const offsetAt = new Int32Array(size);
  let column = 0;
  members.forEach((lifelines, part) => {
    lifelines.forEach((_, offset) => {
      partAt[column] = part;
      offsetAt[column] = offset;
      column++;
    });
  });
  const before = parts.map(() => 0);
  const after = parts.map(() => 0);
  const between = parts.map(() => new Map<number, Tie>());
  members.forEach((lifelines, part) => {
    for (const lifeline of lifelines) {
      const own = (place[lifeline] as number) - from;
      for (const { other, count } of near[lifeline] ?? []) {
        const at = (place[other] as number) - from;
        const where = at < 0 || at >= size ? -1 : (partAt[at] as number);
        if (where === part) continue;
        if (at < own) before[part] = (before[part] as number) + count;
        else after[part] = (after[part] as number) + count;
        if (where < 0) continue;
        const tie = between[part]?.get(where) ?? { count: 0, offsets: 0 };
        tie.count += count;
        tie.offsets += count * ((offsetAt[at] as number) - (offsetAt[own] as number));
        between[part]?.set(where, tie);
      }
    }
  });
  return { before, after, between };
};
