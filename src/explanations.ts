import { rules } from "./check/rules.ts";
import { flowExplanations } from "./flow/explanations.ts";
import type { Explanation } from "./source/explanation.ts";
import { syntaxExplanations } from "./syntax/explanations.ts";

/** Everything that Slant has to say about a flow: the rules of `lint`, then what a text cannot mean, then what it cannot say. */
export const explanations: readonly Explanation[] = [
  ...rules,
  ...Object.values(flowExplanations),
  ...Object.values(syntaxExplanations),
];
