import type { Group } from "../layout/scene.ts";

/** Beyond this many, pointing at one of them would cost a browser more than it shows. */
const most = 100;

/** Numbers the ties that hold at least two groups together, from 1, in the order of their first group. */
export const tieNumbers = (groups: readonly Group[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { ties = [] } of groups) for (const tie of ties) counts.set(tie, (counts.get(tie) ?? 0) + 1);
  const held = [...counts].filter(([, count]) => count > 1);
  return new Map(held.length > most ? [] : held.map(([tie], i) => [tie, i + 1]));
};
