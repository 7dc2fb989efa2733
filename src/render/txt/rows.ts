import { widest } from "./cells.ts";
import type { Columns } from "./columns.ts";
import { makes } from "./heads.ts";
import { type PlacedArrow, placeArrows } from "./place-arrows.ts";
import { type PlacedDivider, type PlacedEnd, type PlacedNote, placeBeside } from "./place-beside.ts";
import { type PlacedFrame, placeFrames } from "./place-frames.ts";
import { type PlacedHead, placeHeads } from "./place-heads.ts";
import { newSweep, type PlacedText } from "./sweep.ts";
import type { Things } from "./things.ts";

/** Where everything stands from top to bottom. */
export interface Rows {
  readonly arrows: readonly PlacedArrow[];
  readonly texts: readonly PlacedText[];
  readonly frames: readonly PlacedFrame[];
  readonly boundaries: readonly PlacedFrame[];
  readonly heads: readonly PlacedHead[];
  readonly notes: readonly PlacedNote[];
  readonly dividers: readonly PlacedDivider[];
  readonly ends: readonly PlacedEnd[];
  /** The row of what happens on a lifeline at a height, px; else of the last thing that happens above it. */
  readonly rowAt: (lifeline: number, y: number) => number;
  readonly height: number;
  /** The last row of lifelines whose heads are not repeated. */
  readonly lifelineEnd: number;
}

/**
 * Gives everything its rows.
 *
 * What is further down in the scene is never further up here; what has the same height may share a row. Everything stands
 * below all that is already in its cells, so nothing covers anything.
 *
 * In:   what the scene shows; its columns.
 * Cost: n log n, and each thing the cells that it covers.
 */
export const rowsOf = (things: Things, columns: Columns): Rows => {
  const sweep = newSweep(columns);
  const { everywhere, at, lowest, take, down, write } = sweep;
  if (things.title.length > 0)
    at(Number.NEGATIVE_INFINITY, 0, () => {
      write(things.title, [0, widest(things.title) - 1], 0, false);
      take(everywhere, things.title.length);
      down(things.title.length + 1);
    });
  let lifelineEnd: number | undefined;
  const foot = things.boundaries.map(({ box }) => box.y + box.height);
  if (foot.length > 0)
    at(Math.min(...foot), -1, () => {
      lifelineEnd = lowest(everywhere) + 1;
      take(everywhere, lifelineEnd);
    });
  const boundaries = placeFrames(things.boundaries, columns.boundaries, sweep);
  const frames = placeFrames(things.frames, columns.frames, sweep);
  const isMade = (head: Things["heads"][number]): boolean =>
    things.arrows.some((arrow) => makes(arrow, head));
  const { placed: heads, putHead } = placeHeads(things.heads, isMade, sweep);
  const arrows = placeArrows(things, putHead, sweep);
  const { notes, dividers, ends } = placeBeside(things, sweep);
  sweep.run();
  const height = lowest(everywhere) + 1;
  const rowAt = sweep.rows();
  return {
    ...{ arrows, texts: sweep.texts, frames, boundaries, heads, notes, dividers, ends },
    rowAt,
    height,
    lifelineEnd: lifelineEnd ?? height,
  };
};
