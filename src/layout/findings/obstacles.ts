import type { Scene, TextMark } from "../scene.ts";
import type { Point } from "./anchors.ts";

/** What a badge must not cover: words, and other badges. */
export interface Obstacles {
  readonly isFree: (place: Point, radius: number) => boolean;
  readonly take: (place: Point, radius: number) => void;
}

/** A stretch of a row of words, or a disc: everything within `reach` of a line from one point to another. px. */
interface Bar {
  readonly from: Point;
  readonly to: Point;
  readonly reach: number;
}

/** Cost: a question costs what stands within a few rows of its place. */
export const obstaclesOf = ({ groups }: Scene): Obstacles => {
  const rows = new Map<number, Bar[]>();
  const add = (bar: Bar): void => {
    const [low, high] = [Math.min(bar.from[1], bar.to[1]), Math.max(bar.from[1], bar.to[1])];
    for (let row = rowOf(low - bar.reach); row <= rowOf(high + bar.reach); row++) {
      const found = rows.get(row);
      if (found) found.push(bar);
      else rows.set(row, [bar]);
    }
  };
  for (const { marks } of groups) for (const mark of marks) if (mark.kind === "text") add(barOf(mark));
  return {
    isFree: ([x, y], radius) => {
      for (let row = rowOf(y - radius); row <= rowOf(y + radius); row++)
        if (rows.get(row)?.some((bar) => distance(bar, [x, y]) < bar.reach + radius)) return false;
      return true;
    },
    take: (place, radius) => add({ from: place, to: place, reach: radius }),
  };
};

/** px. */
const rowHeight = 64;
const rowOf = (y: number): number => Math.floor(y / rowHeight);

/** Through the middle of the small letters, from the first letter to the last. */
const barOf = ({ x, y, width, anchor, size, rotate = 0 }: TextMark): Bar => {
  const radians = (rotate * Math.PI) / 180;
  const start = anchor === "middle" ? -width / 2 : anchor === "end" ? -width : 0;
  const lift = -size * 0.3;
  const at = (along: number): Point => [
    x + along * Math.cos(radians) - lift * Math.sin(radians),
    y + along * Math.sin(radians) + lift * Math.cos(radians),
  ];
  return { from: at(start), to: at(start + width), reach: size * 0.6 };
};

const distance = ({ from, to }: Bar, [x, y]: Point): number => {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const square = dx * dx + dy * dy;
  const share =
    square === 0 ? 0 : Math.max(0, Math.min(1, ((x - from[0]) * dx + (y - from[1]) * dy) / square));
  return Math.hypot(x - from[0] - share * dx, y - from[1] - share * dy);
};
