import { connectionAhead, referenceAhead, referenceName } from "./textmate-expressions.ts";
import { mapOf, path, statement } from "./textmate-parts.ts";
import { captures, include, type Rule } from "./textmate-rule.ts";

const ends: readonly Rule[] = [
  { name: "constant.language.outside.slant", match: String.raw`\([^\S\r\n]*\)` },
  ...include("operators", "ends-list"),
  ...path("variable.other.participant"),
];

/** Statements that no word heads, and what maps hold. */
export const statements: Readonly<Record<string, Rule>> = {
  statements: {
    patterns: [
      ...include("comments", "separators", "spreads", "words", "references", "connections", "entries"),
    ],
  },
  "fragment-body": { patterns: include("comments", "fragment-attributes", "styles", "statements") },
  /** Of a participant, a boundary or a group: which of them, only its content tells. */
  "entry-body": {
    patterns: [
      ...include("comments", "separators", "spreads", "entry-attributes", "styles"),
      ...include("inner-words", "references", "connections", "entries"),
    ],
  },
  "attributes-body": {
    patterns: include("comments", "separators", "spreads", "message-attributes", "styles", "free-entries"),
  },
  "classes-body": {
    patterns: [
      ...include("comments", "separators", "spreads"),
      statement(
        String.raw`(?=[^\s;}\]#:{])`,
        ...path("entity.name.type.class"),
        { include: "#free-value" },
        mapOf("attributes-body"),
      ),
    ],
  },
  "free-body": { patterns: include("comments", "separators", "spreads", "free-entries") },

  connections: statement(connectionAhead, ...ends, { include: "#label-value" }, mapOf("attributes-body")),
  references: statement(
    referenceAhead,
    {
      begin: String.raw`\(`,
      end: String.raw`\)|$`,
      beginCaptures: { 0: { name: "punctuation.section.reference.begin.slant" } },
      endCaptures: { 0: { name: "punctuation.section.reference.end.slant" } },
      patterns: [...include("operators"), ...path("variable.other.participant", referenceName)],
    },
    {
      match: String.raw`(\[)\s*(\d+|\*)\s*(\])`,
      captures: captures(
        "punctuation.section.index.begin",
        "constant.numeric.index",
        "punctuation.section.index.end",
      ),
    },
    ...path("support.type.property-name"),
    { include: "#free-value" },
    mapOf("attributes-body"),
  ),
  entries: statement(
    String.raw`(?=[^\s;}\]#])`,
    // Of a connection whose operator stands behind a joined line's end.
    ...include("operators"),
    ...path("entity.name.type.participant"),
    { include: "#label-value" },
    mapOf("entry-body"),
  ),
  "free-entries": statement(
    String.raw`(?=[^\s;}\]#])`,
    ...path("variable.other.property"),
    { include: "#free-value" },
    mapOf("free-body"),
  ),

  "ends-list": {
    begin: String.raw`\[`,
    end: String.raw`\]`,
    beginCaptures: { 0: { name: "punctuation.section.list.begin.slant" } },
    endCaptures: { 0: { name: "punctuation.section.list.end.slant" } },
    patterns: [
      ...include("comments", "separators"),
      { name: "invalid.illegal.separator.slant", match: "," },
      ...path("variable.other.participant"),
    ],
  },
};
