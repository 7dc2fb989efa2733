/**
 * The lexical rules of the language as regular expressions over one line, in Oniguruma's dialect. Each can stand beside
 * others as it is, or in front of a quantifier within a group.
 */

/** A `#` that starts a comment behind something else. */
export const commentMark = String.raw`(?<=\s)#(?=\s|$)`;

/** Where an operator starts, Slant's or another language's. */
const arrowStart = String.raw`(?:<+-|-[-<>~]|<*~|(?<=\s)=+>(?=\s)|[\x{2190}-\x{21ff}\x{27f0}-\x{27ff}])`;

/** An unquoted name, without the blanks around it; `marks` are what ends it besides operators and comments. */
const nameUpTo = (marks: string): string => {
  const mark = String.raw`(?:\\\S|\\(?=[^\S\r\n])|(?!${arrowStart}|${commentMark})[^\s\\${marks}])`;
  return String.raw`(?!["'|\[(])${mark}(?:[^\S\r\n]*${mark})*`;
};

export const name = nameUpTo(String.raw`:{}\[\];.`);
/** As `name`, between the parentheses of a reference. */
export const referenceName = nameUpTo(String.raw`:{}\[\];.()`);

const quoted = String.raw`(?:"(?:\\.|[^"\\\r\n])*"|'[^'\r\n]*')`;

/** Looks ahead for an operator among names, before anything that ends them. */
export const connectionAhead = String.raw`(?=[^\s#;}])(?=(?>(?<![^\s.;{}\[>~-])${quoted}|\[[^\]\r\n]*\]|\\\S|(?!${arrowStart}|${commentMark})[^:{};\r\n])*${arrowStart})`;

/** Looks ahead for `(a -> b)[0]`, perhaps in a container. */
export const referenceAhead = String.raw`(?=(?:${name}[^\S\r\n]*\.[^\S\r\n]*)*\((?![^\S\r\n]*\)))`;

/** Behind a word: nothing that would make it part of a longer name, a path or a connection. */
export const soleKey = String.raw`(?=[^\S\r\n]*(?:[:{};]|\\?$)|[^\S\r\n]+#(?:\s|$))`;

/** Behind a literal: the value ends, in a list the item. */
export const literalEnds = String.raw`(?=[^\S\r\n]*(?:$|[;}\]])|[^\S\r\n]+(?:\{|#(?:\s|$)))`;

/** Where unquoted text ends. A line's end does not end it behind a backslash. */
export const textEnds = [
  String.raw`(?=\s*;(?:[\s}\]#]|$))`,
  String.raw`(?=\s+#(?:\s|$))`,
  String.raw`(?=\s*\})`,
  String.raw`(?=\s+\{)`,
  String.raw`(?<=[\s:\]])(?=\{)`,
  String.raw`(?=\{\s*$)`,
  String.raw`(?<![\\\n])$`,
].join("|");

/** Where a value ends: as unquoted text, and behind a closing quote. */
export const valueEnds = String.raw`${textEnds}|(?<=["'|])(?=\{)`;

/** In a list every `;` and `]` ends an item. */
export const itemEnds = String.raw`(?=\s*[;,\]])|(?=\s+#(?:\s|$))|(?<![\\\n])$`;

/** Behind a statement. A `}` that a text ends with is no end when a map follows. */
export const statementEnds = String.raw`(?<=\})(?!\G)(?!\s*\{)|(?=\s*[;}])|(?=\s+#(?:\s|$))|(?<![\\\n])$`;

export const duration = String.raw`(?:\d+(?:\.\d+)?(?:ms|[smhd]))+`;
export const count = String.raw`\d+(?:\.\d+)?[kM]?`;

/** One word: the name of a callback, an id, a participant's. */
export const word = String.raw`[^\s\[\]{};:,#"'|@$]+`;
