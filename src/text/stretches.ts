import { advancesOf } from "./advances.ts";
import type { FaceTable } from "./face-table.ts";

/** The width of the stretch [start, end) of a text, UTF-16 offsets, in font units. */
export type WidthOf = (start: number, end: number) => number;

/**
 * Widths of stretches of a text, from sums made once. Where scripts mix, kerning may depend on what stands outside
 * the stretch, so there only kerning that widens is counted: the answer may be too wide by a little, never too narrow.
 *
 * Cost:   linear to prepare, constant to ask.
 */
export const stretches = (text: string, table: FaceTable): WidthOf => {
  const { advance, kern, mixed } = advancesOf(text, table);
  const kerning = (at: number): number => (mixed ? Math.max(0, kern[at] as number) : (kern[at] as number));
  const before = new Float64Array(text.length + 1);
  for (let at = 0; at < text.length; at += 1) {
    before[at + 1] = (before[at] as number) + (advance[at] as number) + kerning(at);
  }
  return (start, end) => (before[end] as number) - (before[start] as number) - kerning(start);
};
