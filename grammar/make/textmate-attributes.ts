import { type AttributeFacts, attributes, type Place } from "../../src/language/attributes.ts";
import { styles } from "../../src/language/styles.ts";
import { soleKey, statementEnds } from "./textmate-expressions.ts";
import { coloured, headedBy, mapOf } from "./textmate-parts.ts";
import { anyOf, captures, include, type Rule } from "./textmate-rule.ts";
import { kindOf, type ValueKind } from "./textmate-values.ts";

/** The attributes that may stand on any of `places`, in groups of one kind of value. */
const attributeRules = (...places: readonly Place[]): readonly Rule[] => {
  const groups = new Map<ValueKind, string[]>();
  for (const [key, facts] of Object.entries<AttributeFacts>(attributes)) {
    if (!facts.on.some((place) => places.includes(place))) continue;
    const kind = kindOf(key, facts);
    groups.set(kind, [...(groups.get(kind) ?? []), key]);
  }
  return [...groups].map(([kind, keys]) =>
    headedBy(keys, "support.type.property-name", coloured(kind), mapOf("free-body")),
  );
};

export const attributeBodies: Readonly<Record<string, Rule>> = {
  "message-attributes": {
    patterns: attributeRules("message", "note", "wait", "await", "detach", "arrive", "budget", "config"),
  },
  "fragment-attributes": { patterns: attributeRules("fragment") },
  "entry-attributes": { patterns: attributeRules("participant", "fragment") },
  styles: {
    patterns: [
      {
        begin: String.raw`(style)[^\S\r\n]*(\.)[^\S\r\n]*(${anyOf(Object.keys(styles))})${soleKey}`,
        end: statementEnds,
        beginCaptures: captures(
          "support.type.property-name",
          "punctuation.separator.path",
          "support.type.property-name.style",
        ),
        patterns: [coloured("literal")],
      },
      headedBy(["style"], "support.type.property-name", coloured("literal"), mapOf("style-body")),
    ],
  },
  "style-body": {
    patterns: [
      ...include("comments", "separators", "spreads"),
      headedBy(
        Object.keys(styles),
        "support.type.property-name.style",
        coloured("literal"),
        mapOf("free-body"),
      ),
      ...include("free-entries"),
    ],
  },
};
