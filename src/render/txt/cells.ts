import { cellWidth } from "../../text/cell-width.ts";
import { graphemeStarts } from "../../text/graphemes.ts";

/** What a reader sees as one character, and how many cells of a terminal it takes: one or two. */
export interface Cluster {
  readonly text: string;
  readonly cells: 1 | 2;
}

/**
 * A text as a terminal can show it, cluster by cluster.
 *
 * Control characters would move the cursor or hide what follows, so they are shown as U+FFFD; marks that reorder text would
 * tear the lines of the picture apart, so they are left out.
 */
export const clustersOf = (text: string): readonly Cluster[] => {
  const safe = harmless(text);
  if (/^[ -~]*$/.test(safe)) return Array.from(safe, (character) => ({ text: character, cells: 1 }));
  const starts = graphemeStarts(safe);
  const isStart = (at: number): boolean => starts === undefined || starts[at] === 1;
  const clusters: Cluster[] = [];
  for (let at = 0; at < safe.length; ) {
    let end = at + 1;
    while (end < safe.length && !isStart(end)) end++;
    const part = safe.slice(at, end);
    at = end;
    const cells = cellWidth(part);
    const last = clusters.at(-1);
    if (cells > 0) clusters.push({ text: part, cells: cells > 1 ? 2 : 1 });
    else if (last) clusters[clusters.length - 1] = { ...last, text: last.text + part };
  }
  return clusters;
};

/** How many cells a text takes in a picture. */
export const cellsOf = (text: string): number => clustersOf(text).reduce((sum, { cells }) => sum + cells, 0);

const harmless = (text: string): string =>
  text.replace(/[\p{Bidi_Control}\u2028\u2029]/gu, "").replace(/[\p{Cc}\p{Cs}]/gu, "\ufffd");

export const widest = (lines: readonly string[]): number =>
  lines.reduce((most, line) => Math.max(most, cellsOf(line)), 0);
