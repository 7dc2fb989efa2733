import { baseline } from "./place-label.ts";
import type { Box, PlacedWords } from "./placement.ts";

/** A box that may be turned about its middle. px. */
export interface TurnedBox {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** Cosine and sine of the angle by which it is turned, clockwise. */
  readonly cos: number;
  readonly sin: number;
}

/** A straight line between two points, px. */
export interface Stroke {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

const alongOf = { start: 1, middle: 0, end: -1 } as const;

/** The box around a placed text, all its lines together. */
export const boxOfWords = ({ words, x, y, anchor, rotate }: PlacedWords): TurnedBox => {
  const radians = (rotate * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  const along = (alongOf[anchor] * words.width) / 2;
  const down = words.height / 2 - baseline(words);
  return {
    x: x + along * cos - down * sin,
    y: y + along * sin + down * cos,
    halfWidth: words.width / 2,
    halfHeight: words.height / 2,
    cos,
    sin,
  };
};

export const levelBox = ({ x, y, width, height }: Box): TurnedBox => ({
  x: x + width / 2,
  y: y + height / 2,
  halfWidth: width / 2,
  halfHeight: height / 2,
  cos: 1,
  sin: 0,
});

/** px from a box's middle to its highest and lowest points. */
export const reachOf = ({ halfWidth, halfHeight, cos, sin }: TurnedBox): number =>
  halfWidth * Math.abs(sin) + halfHeight * Math.abs(cos);

/** px from a box's middle to its leftmost and rightmost points. */
export const breadthOf = ({ halfWidth, halfHeight, cos, sin }: TurnedBox): number =>
  halfWidth * Math.abs(cos) + halfHeight * Math.abs(sin);

/**
 * Whether two boxes come nearer to each other than `gap`, px.
 *
 * Source: separating axes (Ericson, Real-Time Collision Detection, section 4.4).
 */
export const boxesMeet = (a: TurnedBox, b: TurnedBox, gap: number): boolean => {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const apart = (cos: number, sin: number): boolean => {
    const reach = (box: TurnedBox): number =>
      box.halfWidth * Math.abs(box.cos * cos + box.sin * sin) +
      box.halfHeight * Math.abs(box.cos * sin - box.sin * cos);
    return Math.abs(dx * cos + dy * sin) >= reach(a) + reach(b) + gap;
  };
  return !(apart(a.cos, a.sin) || apart(-a.sin, a.cos) || apart(b.cos, b.sin) || apart(-b.sin, b.cos));
};

/**
 * Whether a line comes into a box that is `gap` px larger on every side.
 *
 * Source: clipping against slabs (Liang, Barsky: A New Concept and Method for Line Clipping, 1984).
 */
export const strokeMeets = ({ x1, y1, x2, y2 }: Stroke, box: TurnedBox, gap: number): boolean => {
  const own = (x: number, y: number): readonly [number, number] => {
    const dx = x - box.x;
    const dy = y - box.y;
    return [dx * box.cos + dy * box.sin, dy * box.cos - dx * box.sin];
  };
  const [ax, ay] = own(x1, y1);
  const [bx, by] = own(x2, y2);
  let enter = 0;
  let leave = 1;
  for (const [from, to, half] of [
    [ax, bx, box.halfWidth + gap],
    [ay, by, box.halfHeight + gap],
  ] as const) {
    const run = to - from;
    if (run === 0) {
      if (Math.abs(from) >= half) return false;
      continue;
    }
    const first = (-half - from) / run;
    const second = (half - from) / run;
    enter = Math.max(enter, Math.min(first, second));
    leave = Math.min(leave, Math.max(first, second));
    if (enter >= leave) return false;
  }
  return true;
};
