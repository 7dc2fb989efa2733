import { blockDelimiter } from "../../grammar/scan-quoted.ts";

/** How much deeper a line is indented that belongs to what stands above it. */
export const step = "  ";

/**
 * Unquoted text as it was written, in a place where white space or a line's end follows it.
 *
 * In:   the text from its first to its last character; the indentation of its statement, for the lines that it joins.
 * Out:  the same text, but for marks at its edges that would mean something else there and are escaped: a `#` between
 *       white space, a single backslash, `;` or `{` at the end. Behind an `@`, where the backslash would be read as a
 *       part of a path, the text is quoted instead.
 * Cost: linear in the text.
 */
export const printRaw = (written: string, indent: string): string => {
  const text = rejoin(written, indent).replace(/^#(?=\s)/, "\\#");
  const last = text.at(-1);
  const before = text.slice(0, -1);
  const isMark = /[\\;{]$/.test(text) || (last === "#" && !/\S$/.test(before));
  if (!isMark || backslashesAtEnd(before) % 2 === 1) return text;
  return /^@\S*$/.test(text) ? `'${text.replaceAll("'", "''")}'` : `${before}\\${last}`;
};

/** A string in its quotes, as it was written; the lines that it joins are indented. */
export const printString = (written: string, indent: string): string =>
  written.startsWith("'") ? written : rejoin(written, indent);

/**
 * A block string, its lines indented one step deeper than its statement.
 *
 * In:   the block with its marks, as it was written.
 * Out:  a block that holds the same text: what its lines share of their indentation is replaced, nothing else. The closing
 *       mark keeps its place: on a line of its own, or behind the last words.
 * Cost: linear in the block.
 */
export const printBlock = (written: string, indent: string): string => {
  const [first = "", ...below] = linesOf(written);
  const mark = blockDelimiter(written, 0).length;
  const end = below.pop();
  if (end === undefined) return first;
  const lastWords = end.slice(0, -mark);
  const isApart = lastWords.trim() === "";
  const inner = isApart ? below : [...below, lastWords];
  const shared = inner
    .filter((line) => line.trim() !== "")
    .reduce((least, line) => Math.min(least, indentOf(line)), Infinity);
  const moved = inner.map((line) => {
    const rest = line.slice(Math.min(shared, indentOf(line)));
    return rest === "" ? "" : indent + step + rest;
  });
  const closing = end.slice(-mark);
  const tail = isApart ? [...moved, indent + closing] : [...moved.slice(0, -1), `${moved.at(-1)}${closing}`];
  const hasWords = !/^[^\s|]*\s*$/.test(first.slice(mark));
  return [hasWords ? first : first.trimEnd(), ...tail].join("\n");
};

/**
 * A block comment, moved as a whole: lines that were indented at least as deep as its first line stay so.
 *
 * In:   the comment with its quotes; the indentation of the line that it starts on, and the one that it gets.
 * Cost: linear in the comment.
 */
export const printBlockComment = (written: string, from: string, indent: string): string => {
  const [first = "", ...below] = linesOf(written);
  const moved = below.map((line) => (line.startsWith(from) ? indent + line.slice(from.length) : line));
  return [indent + first, ...moved.map((line) => (line.trim() === "" ? "" : line))].join("\n");
};

const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/);
const indentOf = (line: string): number => line.length - line.trimStart().length;
const backslashesAtEnd = (text: string): number => /\\*$/.exec(text)?.[0].length ?? 0;

/** Lines that a backslash joins are indented one step deeper than their statement. */
const rejoin = (text: string, indent: string): string =>
  text.includes("\\")
    ? text.replace(/\\(?:(?<join>\r\n|\r|\n)[^\S\r\n]*|.)/gs, (written, join?: string) =>
        join === undefined ? written : `\\\n${indent}${step}`,
      )
    : text;
