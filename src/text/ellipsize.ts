import { faceTable } from "./face-table.ts";
import type { Font } from "./faces.ts";
import { graphemeStarts, isPlain } from "./graphemes.ts";
import { unitsOf } from "./measure.ts";
import { stretches } from "./stretches.ts";

const ellipsis = "…";

/**
 * Shortens a text to one line of at most `maxWidth` px, ending in "…" where something was cut off.
 *
 * In:     any text.
 * Out:    the text itself when it fits; else as many whole characters as leave room for the "…", less white space
 *         before it, in Unicode normalization form C. A width too small even for "…" gives "…".
 * Says:   nothing.
 * Cost:   linear in the text.
 */
export const ellipsize = (text: string, font: Font, maxWidth: number): string => {
  const table = faceTable(font.face, text + ellipsis);
  const max = (maxWidth * table.unitsPerEm) / font.size;
  if (unitsOf(text, table) <= max) return text;
  const composed = isPlain(text) ? text : text.normalize("NFC");
  const starts = graphemeStarts(composed);
  const widthOf = stretches(composed, table);
  const shortened = (end: number): string => composed.slice(0, end).trimEnd() + ellipsis;
  const room = max - unitsOf(ellipsis, table);
  let end = 0;
  for (let at = 1; at < composed.length && widthOf(0, at) <= room + reach(table.unitsPerEm); at += 1) {
    if (starts === undefined || starts[at] === 1) end = at;
  }
  while (end > 0 && unitsOf(shortened(end), table) > max) end = before(end, starts);
  return shortened(end);
};

/** Kerning with "…" and at scripts' edges may win back a little room; the exact width decides. */
const reach = (unitsPerEm: number): number => unitsPerEm / 4;

const before = (end: number, starts: Uint8Array | undefined): number => {
  let at = end - 1;
  while (at > 0 && starts !== undefined && starts[at] === 0) at -= 1;
  return at;
};
