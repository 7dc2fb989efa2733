import type { Expression, Grammar } from "./expression.ts";
import { lexis, syntax } from "./language-grammar.ts";

/** The rules that are drawn; what is only said in words is not. */
export const drawnRules: readonly (readonly [name: string, rule: Expression])[] = Object.entries({
  ...syntax,
  ...lexis,
}).filter(([, rule]) => rule.kind !== "words");

/** docs/grammar/README.md: a heading and a picture for each rule. */
export const grammarPage = (): string =>
  [
    "# The grammar, drawn",
    "",
    "Follow a line from the left to the right. What stands in a round station is written as it is; what stands in a square one is",
    "a rule of its own; what stands in a dashed one is said in words. The same rules as text: [slant.ebnf](../../grammar/slant.ebnf).",
    "",
    "## What a text is made of",
    "",
    ...sections(syntax),
    "## What its words and marks are made of",
    "",
    "White space within a line separates words and marks, and means nothing else. So does a backslash at a line's end, together",
    "with that line's end.",
    "",
    ...sections(lexis),
  ].join("\n");

const sections = (grammar: Grammar): readonly string[] =>
  Object.entries(grammar).flatMap(([name, rule]) => [
    `### ${name}`,
    "",
    rule.kind === "words" ? `\`${rule.text}\`` : `![${name}](${name}.svg)`,
    "",
  ]);
