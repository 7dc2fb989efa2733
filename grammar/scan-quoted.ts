import {
  code,
  endsLine,
  isBlank,
  isSpaceOrEnd,
  joinsLines,
  lineEnd,
  skipBlanks,
  skipLineEnd,
} from "./characters.ts";

/** A string or a block from its first delimiter on; `closed` is false when the last one is missing. */
export interface Quoted {
  readonly end: number;
  readonly closed: boolean;
}

/**
 * Finds the end of the string that opens at `start`, which ends with its line unless that line's end is joined.
 *
 * Cost: linear in the string.
 */
export const scanString = (text: string, start: number): Quoted => {
  const quote = text.charCodeAt(start);
  const escapes = quote === code.quote;
  let at = start + 1;
  while (true) {
    const unit = text.charCodeAt(at);
    if (endsLine(unit)) return { end: trimEnd(text, at), closed: false };
    if (unit === quote) {
      if (escapes || text.charCodeAt(at + 1) !== quote) return { end: at + 1, closed: true };
      at += 2;
    } else if (unit === code.backslash && escapes) {
      at = joinsLines(text, at)
        ? skipLineEnd(text, at + 1)
        : endsLine(text.charCodeAt(at + 1))
          ? at + 1
          : at + 2;
    } else {
      at++;
    }
  }
};

/** Searches that failed, so that a text full of unclosed blocks is searched once for each delimiter. */
export type FailedSearches = Set<string>;

const delimiter = /\|[^\p{L}\p{N}_\s]{0,16}/uy;

/** The opening delimiter of the block string at `start`: a `|` and the marks right behind it. */
export const blockDelimiter = (text: string, start: number): string => {
  delimiter.lastIndex = start;
  return delimiter.exec(text)?.[0] ?? "|";
};

/**
 * Finds the end of the block string that opens at `start`. A block that is never closed ends before the first line that is
 * not indented deeper than the line it opens on, or that starts with `}`, so that what follows is read as it was meant.
 *
 * Cost:   linear in the block; a delimiter that is nowhere closed is searched for once.
 * Source: D2's block strings: the marks behind the first `|`, then `|`, close it.
 */
export const scanBlock = (text: string, start: number, failed: FailedSearches): Quoted => {
  const opening = blockDelimiter(text, start);
  const closing = `${opening.slice(1)}|`;
  if (!failed.has(closing)) {
    const found = text.indexOf(closing, start + opening.length);
    if (found < 0) failed.add(closing);
    else if (!opensAnother(text, start, found)) return { end: found + closing.length, closed: true };
  }
  return { end: trimEnd(text, endOfIndented(text, start)), closed: false };
};

/** Whether the mark at `found` is the first of the next block, of a statement as far left: `key: |`. */
const opensAnother = (text: string, start: number, found: number): boolean => {
  let before = found;
  while (isBlank(text.charCodeAt(before - 1))) before--;
  if (text.charCodeAt(before - 1) !== code.colon) return false;
  const line = lineStart(text, found, start);
  return line > start && skipBlanks(text, line) - line <= indentOf(text, start);
};

/** Where the line of `at` starts, if not before `least`. */
const lineStart = (text: string, at: number, least = 0): number => {
  while (at > least && !endsLine(text.charCodeAt(at - 1))) at--;
  return at;
};

const indentOf = (text: string, at: number): number => {
  const line = lineStart(text, at);
  return skipBlanks(text, line) - line;
};

const endOfIndented = (text: string, start: number): number => {
  const indent = indentOf(text, start);
  let end = lineEnd(text, start);
  for (let at = end; at < text.length; ) {
    const line = skipLineEnd(text, at);
    const first = skipBlanks(text, line);
    at = lineEnd(text, first);
    if (endsLine(text.charCodeAt(first))) continue;
    if (first - line <= indent || text.charCodeAt(first) === code.rightBrace) return end;
    end = at;
  }
  return end;
};

/**
 * Finds the end of the block comment that opens at `start`; one that is never closed ends with its paragraph.
 *
 * Cost: linear in the comment.
 */
export const scanBlockComment = (text: string, start: number): Quoted => {
  const found = text.indexOf('"""', start + 3);
  if (found >= 0) return { end: found + 3, closed: true };
  let at = lineEnd(text, start);
  while (at < text.length) {
    const line = skipLineEnd(text, at);
    const first = skipBlanks(text, line);
    if (endsLine(text.charCodeAt(first))) break;
    at = lineEnd(text, first);
  }
  return { end: at, closed: false };
};

const trimEnd = (text: string, end: number): number => {
  while (isBlank(text.charCodeAt(end - 1))) end--;
  return end;
};

/** Whether white space or the text's end stands behind a word. */
export const endsWord = isSpaceOrEnd;
