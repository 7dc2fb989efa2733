import type { Rule } from "./check/rule.ts";
import { rules } from "./check/rules.ts";
import { flowExplanations } from "./flow/explanations.ts";
import { renderExplanations } from "./render/explanations.ts";
import type { Explanation } from "./source/explanation.ts";
import { syntaxExplanations } from "./syntax/explanations.ts";
import { systemRules } from "./system/system-rules.ts";

/** A rule says more of itself than an error of the text: what it is about, how sure it is, and what it does not see. */
export type Explained = Explanation & Partial<Pick<Rule, "category" | "precision" | "fixKind" | "limits">>;

/** Everything that Slant has to say about a flow, by who says it. */
export const explanationGroups: readonly {
  readonly title: string;
  readonly explanations: readonly Explained[];
}[] = [
  { title: "Checks, by `slant lint`", explanations: rules },
  { title: "Checks of many flows, by `slant lint --system`", explanations: systemRules },
  { title: "What a flow cannot mean", explanations: Object.values(flowExplanations) },
  { title: "What a format cannot show", explanations: Object.values(renderExplanations) },
  { title: "What cannot be read", explanations: Object.values(syntaxExplanations) },
];

export const explanations: readonly Explained[] = explanationGroups.flatMap((group) => group.explanations);
