import { type Atoms, atomsOf } from "./atoms.ts";
import { asciiTable, type FaceTable, faceTable } from "./face-table.ts";
import type { Font } from "./faces.ts";
import { graphemeStarts, isPlain } from "./graphemes.ts";
import { unitsOf } from "./measure.ts";
import { stretches, type WidthOf } from "./stretches.ts";
import { joinSpaces } from "./white-space.ts";
import { wrapPlain } from "./wrap-plain.ts";

/** One line of a wrapped text, and its width, px. */
export type Line = { readonly text: string; readonly width: number };

/**
 * Breaks a text into lines.
 *
 * In:     any text; `maxWidth` in px. Ends of lines in the text are kept; other runs of white space count as one
 *         space, and none stands at a line's end.
 * Out:    at least one line, as few as a greedy filling makes, and of those the most even. Lines break between words
 *         (and ideographs), else after `.` `_` `/` `:` `-` and the like and at the humps of camelCase, else between
 *         characters as a reader sees them. A line is wider than `maxWidth` only if it is a single character. The
 *         text comes back in Unicode normalization form C.
 * Says:   nothing.
 * Cost:   linear in the text.
 * Source: balancing by bisection of the width, as CSS Text Module Level 4 describes for `text-wrap: balance`.
 */
export const wrap = (text: string, font: Font, maxWidth: number): readonly Line[] => {
  const table = asciiTable(font.face);
  const px = font.size / table.unitsPerEm;
  return wrapPlain(text, table, maxUnits(maxWidth, px), px) ?? wrapAny(text, font, maxWidth);
};

/** The same without its short cut for plain texts. */
export const wrapAny = (text: string, font: Font, maxWidth: number): readonly Line[] => {
  const table = faceTable(font.face, text);
  const px = font.size / table.unitsPerEm;
  const max = maxUnits(maxWidth, px);
  return normalized(text)
    .split(endOfLine)
    .flatMap((paragraph) => wrapParagraph(joinSpaces(paragraph), table, max))
    .map((line) => ({ text: line, width: unitsOf(line, table) * px }));
};

const maxUnits = (maxWidth: number, px: number): number => Math.max(0, maxWidth / px || 0);

const endOfLine = /\r\n|[\n\r\u2028\u2029]/;

const normalized = (text: string): string => (isPlain(text) ? text : text.normalize("NFC"));

const wrapParagraph = (text: string, table: FaceTable, max: number): readonly string[] => {
  if (unitsOf(text, table) <= max) return [text];
  const widthOf = stretches(text, table);
  const atoms = atomsOf(text, graphemeStarts(text), widthOf, max);
  const starts = fill(atoms, widthOf, evenWidth(atoms, widthOf, max));
  return starts.map((first, i) => {
    const last = (starts[i + 1] ?? atoms.ends.length) - 1;
    return text.slice(atoms.starts[first], atoms.ends[last]);
  });
};

/** Fills lines greedily: the index of the first atom of each line. */
const fill = ({ starts, ends }: Atoms, widthOf: WidthOf, max: number): readonly number[] => {
  const lines: number[] = [];
  let lineStart = 0;
  for (let i = 0; i < starts.length; i += 1) {
    if (i > 0 && widthOf(lineStart, ends[i] as number) <= max) continue;
    lines.push(i);
    lineStart = starts[i] as number;
  }
  return lines;
};

/** The smallest width at which a greedy filling makes no more lines than it does at `max`. */
const evenWidth = (atoms: Atoms, widthOf: WidthOf, max: number): number => {
  const count = fill(atoms, widthOf, max).length;
  let low = 0;
  let high = Math.floor(max);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fill(atoms, widthOf, middle).length <= count) high = middle;
    else low = middle + 1;
  }
  return high;
};
