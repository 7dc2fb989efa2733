import { graphemeStarts } from "./graphemes.ts";

/** White space that a line may break at; the no-break spaces (U+00A0, U+2007, U+202F) are not among it. */
const breaking: ReadonlySet<number> = new Set([
  ...[0x09, 0x0b, 0x0c, 0x20, 0x1680, 0x205f, 0x3000],
  ...[0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2008, 0x2009, 0x200a],
]);

/** Whether a line may break at this UTF-16 unit and drop it. */
export const isBreakingSpace = (unit: number): boolean => breaking.has(unit);

/**
 * Makes one space of each run of spaces and tabs, and takes white space from both ends. A space that a mark is
 * written on is a character to be seen, and stays.
 *
 * Cost: linear.
 */
export const joinSpaces = (text: string): string => {
  const joined = text.replace(/[\t\v\f ]+/g, " ");
  let end = joined.length;
  while (end > 0 && isBreakingSpace(joined.charCodeAt(end - 1))) end -= 1;
  let start = 0;
  while (start < end && isBreakingSpace(joined.charCodeAt(start))) start += 1;
  return joined.slice(start > 0 && isExtended(joined, start) ? start - 1 : start, end);
};

/** Whether the character at `at` is drawn on the space before it. */
const isExtended = (text: string, at: number): boolean =>
  graphemeStarts(text.slice(at - 1, at + 2))?.[1] === 0;

/** Whether a text is ASCII with one space between words, none at its ends, and no other white space: most labels are. */
export const isEvenlySpaced = (text: string): boolean => {
  let left = space;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < space || code > tilde || (code === space && left === space)) return false;
    left = code;
  }
  return left !== space || text === "";
};

const space = 0x20;
const tilde = 0x7e;
