import { type AttributeFacts, attributes } from "../../src/language/attributes.ts";
import { styles } from "../../src/language/styles.ts";
import type { ValueTypeName } from "../../src/language/value-types.ts";
import { count, duration, itemEnds, literalEnds, textEnds, valueEnds, word } from "./textmate-expressions.ts";
import { anyOf, captures, include, type Rule } from "./textmate-rule.ts";

/** What the text of a value is coloured as. */
export type ValueKind = "label" | "text" | "literal" | "callback" | "message" | "participant" | "free";

/** Attributes whose names stand for callbacks. */
const callbackAttributes: ReadonlySet<string> = new Set([
  "callback",
  "resolves",
  "rejects",
  "carries",
  "stream",
]);

const kindOfType: Readonly<Partial<Record<ValueTypeName, ValueKind>>> = {
  text: "text",
  texts: "text",
  link: "text",
  name: "message",
  names: "callback",
  participant: "participant",
  participants: "participant",
};

/** How an attribute's value is coloured. */
export const kindOf = (name: string, { type }: AttributeFacts): ValueKind =>
  callbackAttributes.has(name) ? "callback" : (kindOfType[type] ?? "literal");

const choices = Object.values<AttributeFacts>(attributes).flatMap((facts) => facts.choices ?? []);
const styleChoices = Object.values(styles).flatMap((facts) => ("choices" in facts ? [...facts.choices] : []));

const literal = (name: string, match: string): Rule => ({
  name: `${name}.slant`,
  match: `(?:${match})${literalEnds}`,
});

const literals: readonly Rule[] = [
  {
    name: "meta.retry.slant",
    match: String.raw`(\d+)\s+(backoff)\s+(${duration}(?:\.\.${duration})?)${literalEnds}`,
    captures: captures("constant.numeric.count", "keyword.other.backoff", "constant.numeric.duration"),
  },
  literal("constant.numeric.duration", String.raw`${duration}(?:\.\.${duration})?`),
  literal("constant.numeric.rate", `${count}/[smhd]`),
  literal("constant.numeric.count", String.raw`${count}(?:\.\.${count})?|-?\d+(?:\.\d+)?`),
  literal("constant.other.color", "#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})"),
  literal("constant.language.boolean", "true|false"),
  literal("constant.language.null", "null"),
  literal("support.constant.choice", anyOf([...new Set([...choices, ...styleChoices])])),
];

/** What stands before the text of a value: what has a form of its own. */
const before: Readonly<Record<ValueKind, readonly Rule[]>> = {
  label: [literal("constant.language.null", "null")],
  text: [literal("constant.language.null", "null")],
  literal: literals,
  callback: [literal("variable.other.callback", word)],
  message: [literal("variable.other.message", word)],
  participant: [literal("variable.other.participant", word)],
  free: literals,
};

const textName = (kind: ValueKind): string =>
  kind === "participant"
    ? "variable.other.participant.slant"
    : `string.unquoted.${kind === "label" ? "label" : "value"}.slant`;

/** Kinds that a `[` makes a list of. */
const listed: ReadonlySet<ValueKind> = new Set(["callback", "participant", "text", "free"]);

const rawText = (kind: ValueKind, end: string): Rule => ({
  name: textName(kind),
  begin: String.raw`(?=[^\s;\]])`,
  end,
  patterns: include("text-marks"),
});

const valueRules = (kind: ValueKind): Readonly<Record<string, Rule>> => ({
  /** From the `:` to where a value ends. */
  [`${kind}-value`]: {
    begin: String.raw`(:)[^\S\r\n]*`,
    end: valueEnds,
    beginCaptures: captures("punctuation.separator.key-value"),
    patterns: [
      ...include("joins", "strings", "imports", "whole-holes"),
      ...(listed.has(kind) ? include(`${kind}-list`) : []),
      ...before[kind],
      { ...rawText(kind, textEnds), begin: String.raw`(?=\S)` },
    ],
  },
  ...(listed.has(kind) && {
    [`${kind}-list`]: {
      begin: String.raw`\[`,
      end: String.raw`\]`,
      beginCaptures: { 0: { name: "punctuation.section.list.begin.slant" } },
      endCaptures: { 0: { name: "punctuation.section.list.end.slant" } },
      patterns: [
        ...include("comments", "separators", "spreads", "strings", "imports", "whole-holes", `${kind}-list`),
        { name: "invalid.illegal.separator.slant", match: "," },
        ...before[kind],
        rawText(kind, itemEnds),
      ],
    },
  }),
});

const kinds: readonly ValueKind[] = [
  "label",
  "text",
  "literal",
  "callback",
  "message",
  "participant",
  "free",
];

export const values: Readonly<Record<string, Rule>> = {
  ...Object.assign({}, ...kinds.map(valueRules)),

  /** What is more than letters in unquoted text. */
  "text-marks": {
    patterns: [
      { name: "constant.character.escape.slant", match: String.raw`\\(?:[n\\#;{}\[\]$"]|$)` },
      ...include("holes"),
      // Braces that stand in a text: none behind white space, and they balance.
      { match: String.raw`(?<![\s:\]])(?<braces>\{(?!\s*$)(?:[^{};\r\n]|;(?=\S)|\g<braces>)*\})` },
    ],
  },

  /** A backslash that joins the next line, before a value. */
  joins: { name: "constant.character.escape.slant", match: String.raw`\\$` },

  /** What stands between two statements or items. */
  separators: { name: "punctuation.separator.slant", match: String.raw`;|\\$` },

  /** A value that is one `${…}` and nothing else. */
  "whole-holes": {
    name: "meta.substitution.slant",
    match: String.raw`(\$\{)([^{}\r\n]*)(\})${literalEnds}`,
    captures: captures(
      "punctuation.definition.substitution.begin",
      "variable.other.substitution",
      "punctuation.definition.substitution.end",
    ),
  },

  imports: {
    name: "meta.import.slant",
    match: String.raw`(@)((?:"[^"\r\n]*"|'[^'\r\n]*'|[^\s"'{}\[\];,#|]+)+)${literalEnds}`,
    captures: captures("keyword.control.import", "string.other.path"),
  },

  spreads: {
    name: "meta.spread.slant",
    match: String.raw`(\.\.\.)(?:(@)((?:"[^"\r\n]*"|'[^'\r\n]*'|[^\s"'{}\[\];,#|]+)+)|(\$\{)([^{}\r\n]*)(\}))`,
    captures: captures(
      "keyword.operator.spread",
      "keyword.control.import",
      "string.other.path",
      "punctuation.definition.substitution.begin",
      "variable.other.substitution",
      "punctuation.definition.substitution.end",
    ),
  },
};
