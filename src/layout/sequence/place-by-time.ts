import type { Rows } from "./placement.ts";
import type { TimeAxis } from "./time-axis.ts";

/** How often rows are placed until the axis fits them. */
const mostRounds = 12;
/** From then on, what notes and dividers keep below later moments counts as one of those. */
const strictRounds = 5;

/**
 * Places rows so that one that happens later stands lower.
 *
 * What a moment's rows need can push later moments down, which may move their rows, so rows are placed again until nothing
 * moves: heights only grow, and no row is pushed by a later moment but by words that it has to clear.
 *
 * In:   the axis; all rows; the highest y for a row, px; how rows are placed below the heights of their moments.
 * Out:  the rows, and the height of each moment.
 * Cost: some rounds of placing.
 */
export const placeByTime = (
  axis: TimeAxis,
  rows: readonly number[],
  top: number,
  place: (since: Float64Array) => Rows,
): Rows => {
  const { momentOf, moments, apart, folded } = axis;
  let starts = heights(top, apart, [], []);
  let placed = place(sinceOf(starts, momentOf));
  // Drawn with, which may be later than when it can happen at the earliest.
  const drawnWith = momentOf.slice();
  for (let round = 1; round < mostRounds; round++) {
    if (round > strictRounds) raise(placed, rows, starts, drawnWith);
    const { first, highest, lowest } = extentsOf(placed, rows, moments.length, drawnWith);
    const next = heights(Math.max(top, first), apart, highest, lowest);
    if (next.every((y, at) => y <= (starts[at] as number) + 0.5)) break;
    starts = next.map((y, at) => Math.max(y, starts[at] as number));
    placed = place(sinceOf(starts, momentOf));
  }
  const { highest } = extentsOf(placed, rows, moments.length, momentOf);
  const ticks = moments.map((time, at) => ({
    y: Number.isFinite(highest[at]) ? (highest[at] as number) : (starts[at] as number),
    time,
    folded: folded[at] ?? false,
  }));
  return { ...placed, ticks };
};

/** A row that something else keeps below the beginning of later moments is drawn with the last of those. */
const raise = (
  { places }: Rows,
  rows: readonly number[],
  starts: readonly number[],
  drawnWith: Int32Array,
): void => {
  for (const row of rows) {
    const y = places[row] as number;
    let moment = drawnWith[row] as number;
    while (moment + 1 < starts.length && (starts[moment + 1] as number) < y) moment++;
    drawnWith[row] = moment;
  }
};

/** The height of the first row, and of the first and last rows of each moment. */
const extentsOf = (
  { places }: Rows,
  rows: readonly number[],
  count: number,
  momentOf: Int32Array,
): {
  readonly first: number;
  readonly highest: readonly number[];
  readonly lowest: readonly number[];
} => {
  const highest = new Array<number>(count).fill(Number.POSITIVE_INFINITY);
  const lowest = new Array<number>(count).fill(Number.NEGATIVE_INFINITY);
  let first = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const y = places[row] as number;
    const moment = momentOf[row] as number;
    if (Number.isNaN(y)) continue;
    highest[moment] = Math.min(highest[moment] as number, y);
    lowest[moment] = Math.max(lowest[moment] as number, y);
    first = Math.min(first, y);
  }
  return { first: Number.isFinite(first) ? first : 0, highest, lowest };
};

/** px between the last row of a moment and the next moment, at least. */
const least = 8;

/** Each moment stands below all rows of those before it. */
const heights = (
  first: number,
  apart: readonly number[],
  highest: readonly number[],
  lowest: readonly number[],
): readonly number[] => {
  const found = [first];
  let reached = Number.NEGATIVE_INFINITY;
  apart.forEach((px, at) => {
    reached = Math.max(reached, lowest[at] ?? Number.NEGATIVE_INFINITY);
    // A moment begins where its first row can stand.
    const begin = highest[at] ?? Number.NEGATIVE_INFINITY;
    const from = Math.max(found[at] as number, Number.isFinite(begin) ? begin : Number.NEGATIVE_INFINITY);
    found.push(Math.max(from + px, reached + least));
  });
  return found;
};

const sinceOf = (starts: readonly number[], momentOf: Int32Array): Float64Array =>
  Float64Array.from(momentOf, (moment) => starts[moment] ?? Number.NEGATIVE_INFINITY);
