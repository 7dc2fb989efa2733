import type { PathCommand } from "../layout/scene.ts";

/** Distance between two strokes along the edge, px. */
const pitch = 8;

/**
 * Fills a rectangle with strokes that rise to the right at 45°, cut off at its edges.
 *
 * A pattern fill would be shorter, but renderers tile patterns as bitmaps, each in its own way; strokes are strokes
 * everywhere.
 *
 * In:   the rectangle, px.
 * Out:  one `M` and one `L` per stroke, from the bottom up to the right.
 * Cost: linear in (width + height) / pitch.
 */
export const hatch = (x: number, y: number, width: number, height: number): readonly PathCommand[] => {
  const strokes: PathCommand[] = [];
  if (!Number.isFinite(width + height)) return strokes;
  // Each stroke is the set of points whose x + y is `sum`, seen from the rectangle's top left corner.
  for (let sum = pitch; sum < width + height; sum += pitch) {
    const low = Math.min(sum, height);
    const high = Math.max(sum - width, 0);
    strokes.push(["M", x + sum - low, y + low], ["L", x + sum - high, y + high]);
  }
  return strokes;
};
