import { attributeBodies } from "./textmate-attributes.ts";
import { heads } from "./textmate-heads.ts";
import type { Rule } from "./textmate-rule.ts";
import { statements } from "./textmate-statements.ts";
import { values } from "./textmate-values.ts";
import { words } from "./textmate-words.ts";

/** A TextMate grammar, as editors and Shiki read it. */
export interface TextMateGrammar {
  readonly name: string;
  readonly scopeName: string;
  readonly injectionSelector?: string;
  readonly patterns: readonly Rule[];
  readonly repository: Readonly<Record<string, Rule>>;
}

/**
 * Colours for Slant's sources.
 *
 * In:     the language's tables: a word, an attribute or an operator that is new there is coloured here.
 * Out:    a grammar that reads a line at a time, and so knows of a map only what heads it. Inside the map of a name, which may
 *         be a participant or a group, it takes attributes of participants for attributes and other words for statements.
 */
export const textMateGrammar: TextMateGrammar = {
  name: "slant",
  scopeName: "source.slant",
  patterns: [{ include: "#statements" }],
  repository: { ...statements, ...heads, ...attributeBodies, ...values, ...words },
};

/** Colours for the ```slant fences of Markdown, to be laid over an editor's own grammar of Markdown. */
export const textMateFences: TextMateGrammar = {
  name: "slant-fences",
  scopeName: "markdown.slant.codeblock",
  injectionSelector: "L:text.html.markdown",
  patterns: [{ include: "#fence" }],
  repository: {
    fence: {
      name: "markup.fenced_code.block.markdown",
      begin: String.raw`(^|\G)(\s*)(${"`"}{3,}|~{3,})\s*(?i:(slant)(?=[\s:,{?]|$)([^${"`"}]*))$`,
      end: String.raw`(^|\G)(\2|\s{0,3})(\3)\s*$`,
      beginCaptures: {
        3: { name: "punctuation.definition.markdown" },
        4: { name: "fenced_code.block.language.markdown" },
        5: { name: "fenced_code.block.language.attributes.markdown" },
      },
      endCaptures: { 3: { name: "punctuation.definition.markdown" } },
      patterns: [
        {
          begin: String.raw`(^|\G)(\s*)(.*)`,
          while: String.raw`(^|\G)(?!\s*([${"`"}~]{3,})\s*$)`,
          contentName: "meta.embedded.block.slant",
          patterns: [{ include: "source.slant" }],
        },
      ],
    },
  },
};
