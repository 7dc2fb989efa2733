import { type FragmentFacts, fragmentKinds } from "../../src/language/fragment-kinds.ts";
import { type StatementWord, statementWords } from "../../src/language/statement-words.ts";
import { count, duration, literalEnds, soleKey, textEnds, valueEnds, word } from "./textmate-expressions.ts";
import { headedBy, mapOf } from "./textmate-parts.ts";
import { anyOf, captures, include, type Rule } from "./textmate-rule.ts";

/** What follows a statement word, where that is no label, and in what colour the word itself stands. */
const values: Readonly<Partial<Record<StatementWord, string>>> = {
  on: "handler-value",
  await: "callback-value",
  cancel: "callback-value",
  detach: "callback-value",
  stored: "callback-value",
  arrive: "message-value",
  lifelines: "participant-value",
  create: "participant-value",
  destroy: "participant-value",
  wait: "literal-value",
  budget: "literal-value",
  lang: "literal-value",
  shape: "literal-value",
  direction: "literal-value",
  loop: "rounds-value",
  retry: "rounds-value",
};

const callbackWords: readonly StatementWord[] = ["await", "on", "cancel", "detach", "stored"];

const continuations = Object.values<FragmentFacts>(fragmentKinds).flatMap(
  ({ continuation }) => continuation ?? [],
);
const isFragment = (head: StatementWord): boolean =>
  Object.hasOwn(fragmentKinds, head) || continuations.some((continuation) => continuation === head);

const scopeOf = (head: StatementWord): string =>
  callbackWords.includes(head)
    ? "keyword.control.callback"
    : isFragment(head)
      ? "keyword.control.fragment"
      : "keyword.other.statement";

/** The maps of words that hold no attributes of marks. */
const mapFor = (head: StatementWord): Rule => {
  if (head === "vars") return mapOf("free-body");
  if (head === "classes") return mapOf("classes-body");
  return isFragment(head) ? mapOf("fragment-body") : mapOf("attributes-body");
};

/** Statement words that mean the same to the grammar share a rule. */
const wordRules = (heads: readonly StatementWord[]): readonly Rule[] => {
  const groups = new Map<string, { readonly heads: StatementWord[]; readonly rule: Rule }>();
  for (const head of heads) {
    const value = { include: `#${values[head] ?? "label-value"}` };
    const rule = headedBy([], scopeOf(head), value, mapFor(head));
    const key = JSON.stringify(rule);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { heads: [head], rule });
    else group.heads.push(head);
  }
  return [...groups.values()].map(({ heads: same, rule }) => ({
    ...rule,
    begin: `(${anyOf(same)})${soleKey}`,
  }));
};

/** Statement words, and values that only stand behind some of them. */
export const heads: Readonly<Record<string, Rule>> = {
  words: { patterns: wordRules(statementWords) },
  /** Inside a participant, `shape` is its own. */
  "inner-words": { patterns: wordRules(statementWords.filter((head) => head !== "shape")) },

  /** `on: paid`, `on: paid rejected`. */
  "handler-value": {
    begin: String.raw`(:)[^\S\r\n]*`,
    end: valueEnds,
    beginCaptures: captures("punctuation.separator.key-value"),
    patterns: [
      ...include("joins", "strings", "whole-holes", "callback-list"),
      {
        match: String.raw`(${word})(?:[^\S\r\n]+(rejected|timeout|late))?${literalEnds}`,
        captures: captures("variable.other.callback", "keyword.other.arrival"),
      },
      {
        name: "string.unquoted.value.slant",
        begin: String.raw`(?=\S)`,
        end: textEnds,
        patterns: include("text-marks"),
      },
    ],
  },

  /** `3 times`, `every 5s`, `until paid`, `while …`, `for each …`. */
  "rounds-value": {
    begin: String.raw`(:)[^\S\r\n]*`,
    end: valueEnds,
    beginCaptures: captures("punctuation.separator.key-value"),
    patterns: [
      ...include("joins", "strings", "whole-holes"),
      {
        match: String.raw`(${count}(?:\.\.${count})?)\s+(times)${literalEnds}`,
        captures: captures("constant.numeric.count", "keyword.other.rounds"),
      },
      {
        match: String.raw`(every)\s+(${duration})${literalEnds}`,
        captures: captures("keyword.other.rounds", "constant.numeric.duration"),
      },
      {
        match: String.raw`(until)\s+(${word})${literalEnds}`,
        captures: captures("keyword.other.rounds", "variable.other.callback"),
      },
      {
        name: "string.unquoted.label.slant",
        begin: String.raw`(?:(while|for\s+each)(?=\s))?(?=\S|\s)`,
        end: textEnds,
        beginCaptures: captures("keyword.other.rounds"),
        patterns: include("text-marks"),
      },
    ],
  },
};
