import { characterWidth } from "../text/character-width.ts";
import { harmless } from "./harmless.ts";

/** A line of source as a terminal shows it. */
export interface CellLine {
  /** Without tabs, control characters or anything that changes the direction of the text. */
  readonly text: string;
  /** How many cells the terminal gives it. */
  readonly width: number;
  /** The cell at which each UTF-16 offset of the line begins; one entry more than the line is long. */
  readonly cellAt: readonly number[];
}

const tabStop = 4;

/**
 * Lays a line out on a terminal's grid, so that a caret below it points at what it means.
 *
 * In:     one line of any text, without its line end.
 * Out:    wide characters take two cells, combining marks none, a tab reaches the next multiple of four; control and
 *         direction characters are shown by a harmless stand-in.
 * Cost:   linear.
 * Source: widths are Unicode's (UAX #11, UTS #51); the text is cut at grapheme clusters (UAX #29).
 */
export const cellsOf = (line: string): CellLine => {
  const cellAt: number[] = [];
  let [text, width] = ["", 0];
  for (const cluster of clusters(line)) {
    for (let half = 0; half < cluster.length; half++) cellAt.push(width);
    const shown = cluster === "\t" ? " ".repeat(tabStop - (width % tabStop)) : harmless(cluster);
    text += shown;
    width += widthOf(shown);
  }
  cellAt.push(width);
  return { text, width, cellAt };
};

/** A stretch of a laid-out line, from one cell to another; a wide character that the cut splits is left out. */
export const sliceCells = (line: CellLine, from: number, to: number): string => {
  let [kept, at] = ["", 0];
  for (const cluster of clusters(line.text)) {
    const next = at + widthOf(cluster);
    if (at >= from && next <= to) kept += cluster;
    at = next;
  }
  return kept;
};

const isAscii = /^\p{ASCII}*$/u;
// a digit or sign that a variation selector turns into a picture
const madeEmoji = /^\p{Emoji}\ufe0f/u;

const cellsOfWidth = { zero: 0, narrow: 1, wide: 2, emoji: 2 } as const;

const widthOf = (cluster: string): number => {
  if (isAscii.test(cluster)) return cluster.length;
  return madeEmoji.test(cluster) ? 2 : cellsOfWidth[characterWidth(cluster.codePointAt(0) ?? 0)];
};

const clusters = (text: string): Iterable<string> =>
  isAscii.test(text) ? text : Array.from(segmenter().segment(text), ({ segment }) => segment);

// Made when first needed: most files are ASCII, and the segmenter is not free.
let graphemes: Intl.Segmenter | undefined;
const segmenter = (): Intl.Segmenter => (graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" }));
