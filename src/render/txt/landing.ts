import type { Columns, Run } from "./columns.ts";
import { firstAfter } from "./first-after.ts";
import { nearestLifeline } from "./nearest-lifeline.ts";
import type { Arrow, Things } from "./things.ts";

/**
 * Makes out whether nothing at all happens at an arrow's receiver, or across the picture, while it is under way.
 *
 * Cost: n log n once; logarithmic for each arrow.
 */
export const landings = (things: Things, columns: Columns): ((arrow: Arrow) => boolean) => {
  const ends = endsByLifeline(things, columns);
  const edges = [
    ...things.frames.flatMap(({ box, operands }) => [
      box.y,
      box.y + box.height,
      ...operands.map(({ y }) => y),
    ]),
    ...things.dividers.map(({ y }) => y),
  ].sort((a, b) => a - b);
  return ({ y1, y2, x2, isUnderWay }) => {
    if (isUnderWay) return true;
    if (y2 - y1 > longestFall) return false;
    const next = edges[firstAfter(edges, y1)];
    if (next !== undefined && next < y2) return false;
    const mine = ends[columns.lifelineAt(x2)] ?? [];
    const other = mine[firstAfter(mine, y1 - 0.5)];
    return other === undefined || other >= y2 - 0.5;
  };
};

/** px: what falls further was held up by something. */
const longestFall = 130;

/** Heights at which something happens on each lifeline, px, sorted. */
const endsByLifeline = ({ arrows, tags, ends }: Things, columns: Columns): readonly (readonly number[])[] => {
  const found: number[][] = columns.lifelines.map(() => []);
  for (const { x1, y1, x2, y2 } of arrows) {
    found[columns.lifelineAt(x1)]?.push(y1);
    found[columns.lifelineAt(x2)]?.push(y2);
  }
  for (const tag of tags)
    found[nearestLifeline(columns, columns.tags.get(tag) as Run)]?.push(tag.box.y + tag.box.height / 2);
  for (const { x, y } of ends) found[columns.lifelineAt(x)]?.push(y);
  return found.map((ys) => ys.sort((a, b) => a - b));
};
