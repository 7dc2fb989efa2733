import type { Flow } from "../flow/flow.ts";
import { exactOrder } from "./lifeline-exact.ts";
import { searchOrder } from "./lifeline-search.ts";
import { lifelineTree } from "./lifeline-tree.ts";

/** Up to so many lifelines the best order is found for certain, in a few milliseconds. */
const mostExact = 12;

/**
 * The order of lifelines that `lifelines: auto` asks for: messages as short as can be, in columns, and so crossing as few
 * lifelines as can be, for a message of n columns crosses n − 1.
 *
 * In:   any flow.
 * Out:  all participants, by index, from left to right; those of a boundary stand together, whatever it holds too. Exact up to
 *       twelve lifelines; beyond, the result of a search. Never longer than the written order; of equally good orders the one
 *       closest to it. Participants without a lifeline come last.
 * Says: nothing.
 * Cost: 2ⁿ · n up to twelve; beyond, see lifeline-search.ts: about the square of the lifelines.
 */
export const autoOrder = (flow: Flow): readonly number[] => {
  const tree = lifelineTree(flow);
  const order = tree.root.size <= mostExact ? exactOrder(tree) : searchOrder(tree);
  const drawn = order.map((lifeline) => tree.participants[lifeline] as number);
  const known = new Set(drawn);
  const others = flow.participants.flatMap(({ index }) => (known.has(index) ? [] : [index]));
  return [...drawn, ...others];
};
