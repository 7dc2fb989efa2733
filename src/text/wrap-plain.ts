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
  table: FaceTable,
  max: number,
  px: number,
): readonly Line[] | undefined => {
  const units = plainUnits(text, table);
  if (units < 0) return undefined;
  return units <= max ? [{ text, width: units * px }] : folded(text, table, max, px);
};

/** The width of a plain text; −1 for others. */
const plainUnits = (text: string, { advance, kern }: FaceTable): number => {
  let units = 0;
  let left = space;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < space || code > tilde || (code === space && left === space)) return -1;
    const own = advance[code] as number;
    if (own === 0) return -1;
    units += at > 0 ? own + kern(left, code) : own;
    left = code;
  }
  return left === space && text !== "" ? -1 : units;
};

const space = 0x20;
const tilde = 0x7e;

/** The lines of a plain text that is too wide for one; undefined where a word is. */
const folded = (
  text: string,
  { advance, kern }: FaceTable,
  max: number,
  px: number,
): readonly Line[] | undefined => {
  // Of each word, the width of the text up to its first character, kerning included, and up to its end.
  const opens: number[] = [];
  const closes: number[] = [];
  const starts: number[] = [];
  let units = 0;
  let left = space;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === space) closes.push(units);
    if (at > 0) units += kern(left, code);
    if (left === space) {
      opens.push(units);
      starts.push(at);
    }
    units += advance[code] as number;
    left = code;
  }
  closes.push(units);
  for (let word = 0; word < opens.length; word++)
    if ((closes[word] as number) - (opens[word] as number) > max) return undefined;

  const width = evenWidth(opens, closes, max);
  const lines: Line[] = [];
  for (let first = 0; first < opens.length; ) {
    const next = nextLine(opens, closes, first, width);
    const open = opens[first] as number;
    const end = next < starts.length ? (starts[next] as number) - 1 : text.length;
    lines.push({ text: text.slice(starts[first], end), width: ((closes[next - 1] as number) - open) * px });
    first = next;
  }
  return lines;
};

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
