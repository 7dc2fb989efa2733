import type { FaceTable } from "./face-table.ts";
import type { Line } from "./wrap.ts";

/**
 * Breaks the text that most labels are: ASCII on one line, with one space between words. What wrap.ts does for any text
 * comes to sums over characters and words here.
 *
 * In:     as `wrap`; `max` in font units, `px` of one.
 * Out:    what `wrap` says; undefined where the text is not that plain or a word is wider than a line.
 * Cost:   linear: one look at each character, and some twenty at each word of a text that is folded.
 */
export const wrapPlain = (
  text: string,
  { advance, kern }: FaceTable,
  max: number,
  px: number,
): readonly Line[] | undefined => {
  // Of each word, the width of the text before its first character and kerning, and up to its last.
  const opens: number[] = [];
  const closes: number[] = [];
  const starts: number[] = [];
  let units = 0;
  let left = space;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < space || code > tilde) return undefined;
    const own = advance[code] as number;
    if (own === 0) return undefined;
    if (code === space) {
      if (left === space) return undefined;
      closes.push(units);
    }
    if (at > 0) units += kern(left, code);
    if (left === space && code !== space) {
      opens.push(units);
      starts.push(at);
    }
    units += own;
    left = code;
  }
  // An empty text is a line, too; white space at the end is not kept.
  if (left === space) return text === "" ? [{ text, width: 0 }] : undefined;
  if (units <= max) return [{ text, width: units * px }];
  closes.push(units);
  for (let word = 0; word < opens.length; word++)
    if ((closes[word] as number) - (opens[word] as number) > max) return undefined;

  const width = evenWidth(opens, closes, max);
  const lines: Line[] = [];
  for (let first = 0; first < opens.length; ) {
    const next = nextLine(opens, closes, first, width);
    const open = opens[first] as number;
    const line = text.slice(starts[first], next < starts.length ? (starts[next] as number) - 1 : text.length);
    lines.push({ text: line, width: ((closes[next - 1] as number) - open) * px });
    first = next;
  }
  return lines;
};

const space = 0x20;
const tilde = 0x7e;

/** The first word that no longer fits on the line that begins with `first`. */
const nextLine = (
  opens: readonly number[],
  closes: readonly number[],
  first: number,
  width: number,
): number => {
  const open = opens[first] as number;
  let next = first + 1;
  while (next < opens.length && (closes[next] as number) - open <= width) next++;
  return next;
};

/** The smallest whole width at which a greedy filling makes no more lines than it does at `max`. */
const evenWidth = (opens: readonly number[], closes: readonly number[], max: number): number => {
  const most = countLines(opens, closes, max);
  let low = 0;
  let high = Math.floor(max);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (countLines(opens, closes, middle) <= most) high = middle;
    else low = middle + 1;
  }
  return high;
};

const countLines = (opens: readonly number[], closes: readonly number[], width: number): number => {
  let count = 0;
  for (let first = 0; first < opens.length; count++) first = nextLine(opens, closes, first, width);
  return count;
};
