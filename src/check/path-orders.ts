import { type Causes, causesOf } from "../order/causes.ts";
import type { SamplePaths } from "./sample-paths.ts";

/**
 * Shows the causal order of one path after another.
 *
 * In:     the paths of a flow; who looks at the orders. Each is given up before the next one is made, since it is large.
 * Out:    nothing: see the paths for what a rule may conclude.
 * Says:   nothing.
 * Cost:   that of the causal order for each path.
 * Source: CHECKS section 2.4.
 */
export const eachPathOrder = ({ list }: SamplePaths, look: (causes: Causes) => void): void => {
  for (const events of list) look(causesOf(events));
};
