import type { Columns, Run } from "./columns.ts";

/** The lifeline nearest to either end of a run. */
export const nearestLifeline = (columns: Columns, [first, last]: Run): number => {
  const far = (at: number): number => {
    const cell = columns.lifelines[at]?.at ?? Number.POSITIVE_INFINITY;
    return Math.min(Math.abs(first - cell), Math.abs(last - cell));
  };
  return columns.lifelines.reduce((best, _, at) => (far(at) < far(best) ? at : best), 0);
};
