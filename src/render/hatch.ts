import { number } from "./number.ts";
import { pathData } from "./path-data.ts";

/** Distance between two strokes along the edge, px. */
const pitch = 8;
/** A stroke's height along a vertical line, px: 1.25 px across at 45°. */
const stroke = 1.77;

/** How a rectangle is filled with strokes. */
export interface Hatch {
  readonly d: string;
  readonly transform: string;
  /** What its class declares. */
  readonly declaration: string;
}

/**
 * Fills an upright rectangle with strokes that rise to the right at 45°.
 *
 * One line does it, as wide as the rectangle and dashed: leaning, its dashes are the strokes. A pattern would be as short,
 * but renderers tile patterns as bitmaps, each in its own way; and a stroke of its own for each took most of the bytes of
 * pictures in which somebody waits long.
 *
 * In:   the rectangle, px.
 * Out:  the line's place and look; none where not even one stroke fits.
 * Cost: constant.
 */
export const hatch = (x: number, y: number, width: number, height: number): Hatch | undefined => {
  // The middle of a stroke from edge to edge is half a width from the rectangle's ends.
  const first = y + width / 2 + 1 - stroke / 2;
  const last = y + height - width / 2 + stroke / 2;
  if (!Number.isFinite(x + y + last) || last - first < stroke - 1) return undefined;
  const middle = x + width / 2;
  // Leaning about the origin takes a point up by as much as it lies to the right.
  return {
    d: pathData([
      ["M", middle, first + middle],
      ["L", middle, last + middle],
    ]),
    transform: "skewY(-45)",
    declaration: `stroke-width:${number(width)}px;stroke-dasharray:${stroke} ${number(pitch - stroke)}`,
  };
};
