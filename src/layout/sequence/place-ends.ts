import type { Style } from "../../theme/theme.ts";
import type { Board } from "./board.ts";
import { endPad, endsHeight } from "./end-words.ts";
import { baseline, type Way } from "./place-label.ts";
import type { PlacedMessage, PlacedWords } from "./placement.ts";

/** Steepest line along which a text is turned, degrees. */
const steepest = 30;
/** px between a line and the texts at its ends: a line of text begins with air. */
const below = ({ arrowHalf }: Style): number => arrowHalf - 0.5;

interface EndSpot {
  readonly placed: PlacedWords;
  /** px: where it stands, and its lower edge at both sides. */
  readonly left: number;
  readonly right: number;
  readonly leftY: number;
  readonly rightY: number;
}

/** How far a line must be moved down so that no line of before runs through the texts at its ends. px. */
export const endsMove = (board: Board, way: Way, y: number): number => {
  if (!way.plan.ends) return 0;
  const height = endsHeight(way.plan);
  let move = 0;
  for (const { left, right, leftY, rightY } of spotsOf(board, way, y, y + way.drop))
    move = Math.max(move, board.lines.clearance(left, leftY - height, right, rightY - height, 0));
  return move;
};

/** The texts at both ends, below the line and turned with it; level where it is too steep to read along. */
export const endsOn = (board: Board, way: Way, y1: number, y2: number): PlacedMessage["ends"] => {
  if (!way.plan.ends) return undefined;
  const spots = spotsOf(board, way, y1, y2);
  for (const { left, right, leftY, rightY } of spots) board.boxes.takeSlope(left, leftY, right, rightY);
  return spots.length === 0 ? undefined : spots.map(({ placed }) => placed);
};

/** In: the heights of both ends of the line, px. */
const spotsOf = (
  { plan: { style } }: Board,
  { plan, side, x1, x2 }: Way,
  y1: number,
  y2: number,
): readonly EndSpot[] => {
  const { ends, from, to } = plan;
  if (!ends) return [];
  const run = Math.abs(x2 - x1);
  const slope = (y2 - y1) / Math.max(1, run);
  const isTurned = slope <= Math.tan((steepest * Math.PI) / 180);
  const angle = isTurned ? Math.atan(slope) : 0;
  const gap = below(style);
  const put = (isSource: boolean): EndSpot | undefined => {
    const shown = isSource ? ends.source : ends.target;
    if (!shown || (isSource && !ends.showsSource)) return undefined;
    const half = (shown.width / 2) * Math.cos(angle);
    // Below a falling line, at right angles to it, is also nearer to the sender.
    const lean = (gap + shown.height) * Math.sin(angle);
    const at = isSource ? endPad(from) + half + lean : run - endPad(to) - half;
    const depth = isTurned ? gap : gap + slope * half;
    const drop = depth + baseline(shown);
    const x = x1 + side * (at - drop * Math.sin(angle));
    const y = y1 + slope * at + drop * Math.cos(angle);
    const under = (depth + shown.height) * (isTurned ? Math.hypot(1, slope) : 1);
    const near = x1 + side * (at - half - lean);
    const far = x1 + side * (at + half);
    const [left, right] = side > 0 ? [near, far] : [far, near];
    const yAt = (px: number): number => y1 + slope * (isTurned ? Math.abs(px - x1) : at) + under + 1;
    return {
      placed: {
        words: shown,
        x,
        y,
        anchor: "middle",
        rotate: ((angle * 180) / Math.PI) * side,
      },
      left,
      right,
      leftY: yAt(left),
      rightY: yAt(right),
    };
  };
  return [put(true), put(false)].filter((spot) => spot !== undefined);
};
