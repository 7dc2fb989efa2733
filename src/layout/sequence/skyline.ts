/** Width of one bin, px: positions are rounded outwards to it, so a skyline never says less than what is there. */
const bin = 4;
/** Bins of one block, whose lowest y is known as well: a wide look passes over most of its bins. */
const block = 16;

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
 * Cost: each call is linear in the px that it spans, most of them in steps of a block; memory in the width.
 */
export const emptySkyline = (width: number, top: number): Skyline => {
  const count = Math.ceil(Math.max(width, 1) / bin) + 2;
  const bins = new Float64Array(count).fill(top);
  const blocks = new Float64Array(Math.ceil(count / block)).fill(top);
  const first = (x: number): number => Math.min(count - 1, Math.max(0, Math.floor(x / bin)));
  const last = (x: number): number => Math.min(count - 1, Math.max(0, Math.ceil(x / bin) - 1));
  const blockOf = (at: number): number => Math.floor(at / block);

  const lowest = (from: number, to: number): number => {
    let at = first(from);
    const end = Math.max(at, last(to));
    let y = bins[at] as number;
    while (at <= end) {
      const isWhole = at % block === 0 && at + block - 1 <= end;
      const taken = (isWhole ? blocks[at / block] : bins[at]) as number;
      if (taken > y) y = taken;
      at += isWhole ? block : 1;
    }
    return y;
  };

  const take = (from: number, to: number, y: number): void => {
    const start = first(from);
    const end = Math.max(start, last(to));
    const isHigher = lowest(from, to) <= y;
    for (let at = blockOf(start); at <= blockOf(end); at++) if ((blocks[at] as number) < y) blocks[at] = y;
    if (isHigher) bins.fill(y, start, end + 1);
    else for (let at = start; at <= end; at++) if ((bins[at] as number) < y) bins[at] = y;
  };

  // Of a line's two heights at the edges of a bin, one is the lower for all bins: it is the only one that is worked out.
  const takeSlope = (x1: number, y1: number, x2: number, y2: number): void => {
    const left = Math.min(x1, x2);
    const right = Math.max(x1, x2);
    if (y1 === y2) {
      take(left, right, y1);
      return;
    }
    const yLeft = x1 <= x2 ? y1 : y2;
    const slope = right > left ? ((x1 <= x2 ? y2 : y1) - yLeft) / (right - left) : 0;
    const falls = slope >= 0;
    const start = first(left);
    const end = Math.max(start, last(right));
    for (let of = blockOf(start); of <= blockOf(end); of++) {
      const from = Math.max(start, of * block);
      const to = Math.min(end, of * block + block - 1);
      let deepest = blocks[of] as number;
      for (let at = from; at <= to; at++) {
        const x = falls ? Math.min(right, (at + 1) * bin) : Math.max(left, at * bin);
        const y = yLeft + slope * (x - left);
        if ((bins[at] as number) < y) bins[at] = y;
        if (y > deepest) deepest = y;
      }
      blocks[of] = deepest;
    }
  };

  const clearance = (x1: number, y1: number, x2: number, y2: number, above: number): number => {
    const left = Math.min(x1, x2);
    const right = Math.max(x1, x2);
    if (y1 === y2) return Math.max(0, lowest(left, right) - (y1 - above));
    const yLeft = x1 <= x2 ? y1 : y2;
    const slope = right > left ? ((x1 <= x2 ? y2 : y1) - yLeft) / (right - left) : 0;
    const falls = slope >= 0;
    const start = first(left);
    const end = Math.max(start, last(right));
    let move = 0;
    for (let of = blockOf(start); of <= blockOf(end); of++) {
      const from = Math.max(start, of * block);
      const to = Math.min(end, of * block + block - 1);
      // Nothing in a block is lower than its lowest y, nor the line higher there than at its upper end.
      const upper = falls ? Math.max(left, from * bin) : Math.min(right, (to + 1) * bin);
      if ((blocks[of] as number) - (yLeft + slope * (upper - left) - above) <= move) continue;
      for (let at = from; at <= to; at++) {
        const x = falls ? Math.max(left, at * bin) : Math.min(right, (at + 1) * bin);
        const needed = (bins[at] as number) - (yLeft + slope * (x - left) - above);
        if (needed > move) move = needed;
      }
    }
    return move;
  };

  return { lowest, take, takeSlope, clearance };
};
