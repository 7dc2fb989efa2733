/** How far something reaches: the columns that it spans, and px beyond the centres of the outermost two. */
export interface Extent {
  readonly low: number;
  readonly high: number;
  readonly left: number;
  readonly right: number;
}

/** The smallest extent that holds both. */
export const join = (a: Extent | undefined, b: Extent | undefined): Extent | undefined => {
  if (!a || !b) return a ?? b;
  return {
    low: Math.min(a.low, b.low),
    high: Math.max(a.high, b.high),
    left: a.low === b.low ? Math.max(a.left, b.left) : a.low < b.low ? a.left : b.left,
    right: a.high === b.high ? Math.max(a.right, b.right) : a.high > b.high ? a.right : b.right,
  };
};
