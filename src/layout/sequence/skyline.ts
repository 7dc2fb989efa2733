/** Width of one bin, px: positions are rounded outwards to it, so a skyline never says less than what is there. */
const bin = 4;

/**
 * The lowest y that is taken at each x: whatever is placed next goes below it. Two are kept while rows are placed, one for
 * texts and boxes (nothing may run over them) and one for lines (which lines may cross and texts may not).
 */
export interface Skyline {
  /** The lowest taken y between two x, px. */
  lowest(from: number, to: number): number;
  /** Takes everything down to `y` between two x. */
  take(from: number, to: number, y: number): void;
  /** Takes what is above a straight line from (x1, y1) to (x2, y2). */
  takeSlope(x1: number, y1: number, x2: number, y2: number): void;
  /**
   * How far a line from (x1, y1) to (x2, y2) must be moved down so that it clears what is taken, by `above` px more than
   * its own height at each x; 0 where it already does.
   */
  clearance(x1: number, y1: number, x2: number, y2: number, above: number): number;
}

/**
 * An empty skyline for a picture of a width.
 *
 * Cost: each call is linear in the px that it spans; memory in the width.
 */
export const emptySkyline = (width: number, top: number): Skyline => {
  const bins = new Float64Array(Math.ceil(Math.max(width, 1) / bin) + 2).fill(top);
  const first = (x: number): number => Math.min(bins.length - 1, Math.max(0, Math.floor(x / bin)));
  const last = (x: number): number => Math.min(bins.length - 1, Math.max(0, Math.ceil(x / bin) - 1));

  return {
    lowest: (from, to) => {
      let y = top;
      for (let at = first(from), end = Math.max(at, last(to)); at <= end; at++)
        y = Math.max(y, bins[at] as number);
      return y;
    },
    take: (from, to, y) => {
      for (let at = first(from), end = Math.max(at, last(to)); at <= end; at++)
        if ((bins[at] as number) < y) bins[at] = y;
    },
    takeSlope: (x1, y1, x2, y2) => {
      const [left, right, yLeft, yRight] = x1 <= x2 ? [x1, x2, y1, y2] : [x2, x1, y2, y1];
      const slope = right > left ? (yRight - yLeft) / (right - left) : 0;
      for (let at = first(left), end = Math.max(at, last(right)); at <= end; at++) {
        const a = yLeft + slope * (Math.max(left, at * bin) - left);
        const b = yLeft + slope * (Math.min(right, (at + 1) * bin) - left);
        const y = Math.max(a, b);
        if ((bins[at] as number) < y) bins[at] = y;
      }
    },
    clearance: (x1, y1, x2, y2, above) => {
      const [left, right, yLeft, yRight] = x1 <= x2 ? [x1, x2, y1, y2] : [x2, x1, y2, y1];
      const slope = right > left ? (yRight - yLeft) / (right - left) : 0;
      let move = 0;
      for (let at = first(left), end = Math.max(at, last(right)); at <= end; at++) {
        const a = yLeft + slope * (Math.max(left, at * bin) - left);
        const b = yLeft + slope * (Math.min(right, (at + 1) * bin) - left);
        move = Math.max(move, (bins[at] as number) - (Math.min(a, b) - above));
      }
      return move;
    },
  };
};
