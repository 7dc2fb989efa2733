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
  const count = Math.ceil(Math.max(width, 1) / bin) + 2;
  const bins = new Float64Array(count).fill(top);
  const first = (x: number): number => Math.min(count - 1, Math.max(0, Math.floor(x / bin)));
  const last = (x: number): number => Math.min(count - 1, Math.max(0, Math.ceil(x / bin) - 1));

  const lowest = (from: number, to: number): number => {
    let y = top;
    for (let at = first(from), end = Math.max(at, last(to)); at <= end; at++) {
      const taken = bins[at] as number;
      if (taken > y) y = taken;
    }
    return y;
  };

  const take = (from: number, to: number, y: number): void => {
    for (let at = first(from), end = Math.max(at, last(to)); at <= end; at++)
      if ((bins[at] as number) < y) bins[at] = y;
  };

  // Of a line's two heights at the edges of a bin, one is the lower for all bins: it is the only one that is worked out.
  return {
    lowest,
    take,
    takeSlope: (x1, y1, x2, y2) => {
      if (y1 === y2) {
        take(Math.min(x1, x2), Math.max(x1, x2), y1);
        return;
      }
      const left = Math.min(x1, x2);
      const right = Math.max(x1, x2);
      const yLeft = x1 <= x2 ? y1 : y2;
      const yRight = x1 <= x2 ? y2 : y1;
      const slope = right > left ? (yRight - yLeft) / (right - left) : 0;
      const falls = slope >= 0;
      for (let at = first(left), end = Math.max(at, last(right)); at <= end; at++) {
        const x = falls ? Math.min(right, (at + 1) * bin) : Math.max(left, at * bin);
        const y = yLeft + slope * (x - left);
        if ((bins[at] as number) < y) bins[at] = y;
      }
    },
    clearance: (x1, y1, x2, y2, above) => {
      if (y1 === y2) return Math.max(0, lowest(Math.min(x1, x2), Math.max(x1, x2)) - (y1 - above));
      const left = Math.min(x1, x2);
      const right = Math.max(x1, x2);
      const yLeft = x1 <= x2 ? y1 : y2;
      const yRight = x1 <= x2 ? y2 : y1;
      const slope = right > left ? (yRight - yLeft) / (right - left) : 0;
      const falls = slope >= 0;
      let move = 0;
      for (let at = first(left), end = Math.max(at, last(right)); at <= end; at++) {
        const x = falls ? Math.max(left, at * bin) : Math.min(right, (at + 1) * bin);
        const free = (bins[at] as number) - (yLeft + slope * (x - left) - above);
        if (free > move) move = free;
      }
      return move;
    },
  };
};
