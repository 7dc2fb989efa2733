import { arrows } from "../../src/language/arrows.ts";
import { commentMark } from "./textmate-expressions.ts";
import { captures, include, type Rule } from "./textmate-rule.ts";

/** Comments from a `#` on, those that excuse findings apart. */
const lineComments = (mark: string): readonly Rule[] => [
  {
    name: "comment.line.number-sign.slant",
    match: String.raw`(${mark})\s*(slant-ignore(?:-file)?)(?![\w-])([^:\r\n]*)(:?).*$`,
    captures: captures(
      "punctuation.definition.comment",
      "keyword.other.suppression",
      "constant.other.rule",
      "punctuation.separator.key-value",
    ),
  },
  {
    name: "comment.line.number-sign.slant",
    match: `(${mark}).*$`,
    captures: captures("punctuation.definition.comment"),
  },
];

const operators: readonly Rule[] = Object.entries(arrows).map(([text, { kind }]) => ({
  name: `keyword.operator.${kind}.slant`,
  match: `(?<![-<>~])${text === "<->" ? "<-+>" : text.replace("--", "--+")}(?![-<>~])`,
}));

/** What quotes and marks enclose, comments and operators: the same wherever it stands. */
export const words: Readonly<Record<string, Rule>> = {
  /** Where a statement or an item may start, any `#` starts a comment. */
  comments: {
    patterns: [
      {
        name: "comment.block.slant",
        begin: '"""',
        end: '"""',
        captures: { 0: { name: "punctuation.definition.comment.slant" } },
      },
      ...lineComments("#"),
    ],
  },
  "comments-behind": { patterns: lineComments(commentMark) },

  operators: {
    patterns: [
      ...operators,
      {
        name: "invalid.illegal.operator.slant",
        match: String.raw`[-<>~]*(?:-[-<>~]|[<>]~|~)[-<>~]*|(?<=\s)=+>(?=\s)|[\x{2190}-\x{21ff}\x{27f0}-\x{27ff}]`,
      },
    ],
  },

  strings: {
    patterns: [
      {
        name: "string.quoted.double.slant",
        begin: '"',
        end: String.raw`"|(?<![\\\n])$`,
        beginCaptures: { 0: { name: "punctuation.definition.string.begin.slant" } },
        endCaptures: { 0: { name: "punctuation.definition.string.end.slant" } },
        patterns: [
          {
            name: "constant.character.escape.slant",
            match: String.raw`\\(?:[nt"\\$]|u\{[0-9a-fA-F]{1,6}\}|$)`,
          },
          { name: "invalid.illegal.escape.slant", match: String.raw`\\.` },
          ...include("holes"),
        ],
      },
      {
        name: "string.quoted.single.slant",
        begin: "'",
        end: "'(?!')|$",
        beginCaptures: { 0: { name: "punctuation.definition.string.begin.slant" } },
        endCaptures: { 0: { name: "punctuation.definition.string.end.slant" } },
        patterns: [{ name: "constant.character.escape.slant", match: "''" }],
      },
      markdownBlock(String.raw`\|`),
      markdownBlock(String.raw`\|\|`),
      {
        name: "string.unquoted.block.slant",
        begin: String.raw`(\|([^\p{L}\p{N}_\s]{0,16}))([^\s|]*)`,
        end: String.raw`\2\|`,
        beginCaptures: captures("punctuation.definition.string.begin", undefined, "storage.modifier.format"),
        endCaptures: { 0: { name: "punctuation.definition.string.end.slant" } },
        patterns: include("holes"),
      },
    ],
  },

  holes: {
    name: "meta.substitution.slant",
    match: String.raw`(\$\{)([^{}\r\n]*)(\})`,
    captures: captures(
      "punctuation.definition.substitution.begin",
      "variable.other.substitution",
      "punctuation.definition.substitution.end",
    ),
  },
};

/** A block of Markdown on lines of its own. No line that holds the closing mark is Markdown's, so that nothing there can hide it. */
function markdownBlock(mark: string): Rule {
  const free = String.raw`(?:^|\G)(?!.*${mark})`;
  return {
    name: "meta.block-string.slant",
    begin: String.raw`(${mark})(md|markdown)\s*$`,
    end: mark,
    beginCaptures: captures("punctuation.definition.string.begin", "storage.modifier.format"),
    endCaptures: { 0: { name: "punctuation.definition.string.end.slant" } },
    contentName: "string.unquoted.block.slant",
    patterns: [
      {
        begin: free,
        while: free,
        contentName: "meta.embedded.block.markdown",
        patterns: [{ include: "text.html.markdown" }],
      },
    ],
  };
}
