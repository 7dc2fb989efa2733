import { name, soleKey, statementEnds } from "./textmate-expressions.ts";
import { anyOf, captures, include, type Rule } from "./textmate-rule.ts";
import type { ValueKind } from "./textmate-values.ts";

/** A map whose entries are coloured as `body` says. */
export const mapOf = (...body: readonly string[]): Rule => ({
  begin: String.raw`\{`,
  end: String.raw`\}`,
  beginCaptures: { 0: { name: "punctuation.section.map.begin.slant" } },
  endCaptures: { 0: { name: "punctuation.section.map.end.slant" } },
  patterns: include(...body),
});

/** A statement headed by one of `words`. */
export const headedBy = (words: readonly string[], scope: string, value: Rule, map: Rule): Rule => ({
  begin: `(${anyOf(words)})${soleKey}`,
  end: statementEnds,
  beginCaptures: captures(scope),
  patterns: [value, map],
});

export const coloured = (kind: ValueKind): Rule => ({ include: `#${kind}-value` });

/** A path of unquoted and quoted names, in one colour. */
export const path = (scope: string, key = name): readonly Rule[] => [
  ...include("strings"),
  { name: "punctuation.separator.path.slant", match: String.raw`\.` },
  { name: "keyword.operator.glob.slant", match: String.raw`\*+` },
  { name: `${scope}.slant`, match: key },
];

export const statement = (begin: string, ...patterns: readonly Rule[]): Rule => ({
  begin,
  end: statementEnds,
  patterns,
});
