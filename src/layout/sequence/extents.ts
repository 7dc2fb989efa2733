/** How far something reaches: the columns that it spans, and px beyond the centres of the outermost two. */
export interface Extent {
  readonly low: number;
  readonly high: number;
  readonly left: number;
  readonly right: number;
}

/** An extent while what it holds is looked at. */
export type GrowingExtent = { -readonly [K in keyof Extent]: Extent[K] };

/** The extent of nothing, among so many columns. */
export const noExtent = (columns: number): GrowingExtent => ({ low: columns, high: -1, left: 0, right: 0 });

export const isNothing = ({ low, high }: Extent): boolean => high < low;

/** Makes an extent the smallest that holds what it held and so much more: it is changed, for every message adds to one. */
export const include = (all: GrowingExtent, low: number, high: number, left: number, right: number): void => {
  if (low < all.low) {
    all.low = low;
    all.left = left;
  } else if (low === all.low && left > all.left) all.left = left;
  if (high > all.high) {
    all.high = high;
    all.right = right;
  } else if (high === all.high && right > all.right) all.right = right;
};
