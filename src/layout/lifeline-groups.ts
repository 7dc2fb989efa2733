import type { Block } from "./lifeline-tree.ts";

/** A block while its parts are being moved. */
export interface Group {
  /** Of a single lifeline; else −1. */
  readonly lifeline: number;
  /** From left to right. */
  readonly parts: Group[];
  readonly size: number;
}

/** In: the order that parts take over: each stands where its first lifeline does; written order if absent. */
export const groupOf = (block: Block, order?: readonly number[]): Group => {
  const place = new Map(order?.map((lifeline, at) => [lifeline, at]));
  const build = ({
    lifeline = -1,
    inside,
    size,
  }: Block): { readonly group: Group; readonly first: number } => {
    const parts = inside.map(build);
    if (order) parts.sort((a, b) => a.first - b.first);
    const first = lifeline >= 0 ? (place.get(lifeline) ?? 0) : (parts[0]?.first ?? 0);
    return { group: { lifeline, parts: parts.map(({ group }) => group), size }, first };
  };
  return build(block).group;
};

/** Its lifelines from left to right. */
export const lifelinesOf = (group: Group): readonly number[] => {
  const found: number[] = [];
  const visit = ({ lifeline, parts }: Group): void => {
    if (lifeline >= 0) found.push(lifeline);
    for (const part of parts) visit(part);
  };
  visit(group);
  return found;
};

/** Puts all that a group holds the other way round, whatever is inside it too. */
export const turnRound = ({ parts }: Group): void => {
  parts.reverse();
  for (const part of parts) turnRound(part);
};
