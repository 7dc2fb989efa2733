import type { Board } from "./board.ts";
import { endsHeight, isClearOfEnds } from "./end-words.ts";
import type { PlacedMessage, PlacedWords } from "./placement.ts";
import { crossRoom, type MessagePlan, type Side } from "./plan.ts";
import type { Words } from "./words.ts";

/** px between a text and what stands above it. */
const air = 3;
/** Steepest line along which a label is turned, degrees. */
const steepest = 30;

const degrees = (radians: number): number => (radians * 180) / Math.PI;

/** A line from end to end, before it has a height. px. */
export interface Way {
  readonly index: number;
  readonly plan: MessagePlan;
  readonly x1: number;
  readonly x2: number;
  readonly drop: number;
  readonly side: Side;
}

/** A place for a label along its line. */
export interface Spot {
  /** Middle of the label. */
  readonly x: number;
  /** How far the line must be moved down for it. */
  readonly move: number;
}

/**
 * Where along its line a label stands: in the first gap from its sender that is wide enough and costs least height, else
 * in the middle of the way, over the lifelines.
 */
export const spotFor = (board: Board, way: Way, label: Words, y: number): Spot => {
  const { style } = board.plan;
  const slope = isLevel(way) ? 0 : way.drop / Math.max(1, Math.abs(way.x2 - way.x1));
  const above = (label.height + style.labelLift) * Math.hypot(1, slope) + air;
  const reach =
    label.width / 2 / Math.hypot(1, slope) + (label.height + style.labelLift) * Math.min(slope, 1);
  const heightAt = (x: number): number => y + slope * Math.abs(x - way.x1);
  const moveAt = (x: number): number => {
    const [a, b] = way.side > 0 ? [x - reach, x + reach] : [x + reach, x - reach];
    return Math.max(
      board.boxes.clearance(a, heightAt(a), b, heightAt(b), above),
      board.lines.clearance(a, heightAt(a), b, heightAt(b), above),
    );
  };
  let best: Spot | undefined;
  for (const x of isLevel(way) ? [atUpperEnd(board, way)] : middles(board, way, label.width)) {
    const spot = { x, move: moveAt(x) };
    if (!best || spot.move < best.move - 8) best = spot;
    if (best.move === 0) break;
  }
  const middle = (way.x1 + endOfWords(way)) / 2;
  return best ?? { x: middle, move: moveAt(middle) };
};

/** A label of several lines is hard to read when it is turned: it stands level beside its line's upper end. */
const isLevel = ({ plan: { label }, drop }: Pick<Way, "plan" | "drop">): boolean =>
  drop > 0 && (label?.lines.length ?? 0) > 1;

/** Middle of a level label beside the upper end of a line. */
const atUpperEnd = ({ plan: { style } }: Board, { x1, side, plan: { label } }: Way): number =>
  x1 + side * (style.labelPad + (label?.width ?? 0) / 2);

/** Up to where words may stand on a way: those of a lost message keep clear of its cross. */
const endOfWords = ({ x1, x2, side, plan: { reaches } }: Way): number =>
  reaches < 1 ? x1 + (x2 - x1) * reaches - side * crossRoom : x2;

/** Middles of the gaps between neighbouring lifelines on a way that hold a label, from the sender on. */
const middles = (board: Board, way: Way, width: number): readonly number[] => {
  const { style, half } = board.plan;
  const { from, to } = way.plan;
  if (from < 0 || to < 0) return [(way.x1 + endOfWords(way)) / 2];
  const found: number[] = [];
  for (let at = from, steps = 0; at !== to && steps < 8; at += way.side, steps++) {
    const next = at + way.side;
    const begin = at === from ? way.x1 : (board.x[at] as number) + way.side * (half[at] as number);
    const free =
      next === to
        ? way.x2 - way.side * style.arrowLength
        : (board.x[next] as number) - way.side * (half[next] as number);
    const last = endOfWords(way);
    const end = way.side > 0 ? Math.min(free, last) : Math.max(free, last);
    if ((end - begin) * way.side >= width + (way.plan.reaches < 1 ? 0 : style.labelPad))
      found.push((begin + end) / 2);
  }
  return found;
};

/** The label above its line and the detail below it, turned with it. */
export const textsOn = (
  board: Board,
  way: Way,
  line: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number },
  spot: number | undefined,
): Pick<PlacedMessage, "label" | "detail"> => {
  const { style } = board.plan;
  const { label, detail } = way.plan;
  const run = line.x2 - line.x1;
  const rise = line.y2 - line.y1;
  const angle = degrees(Math.atan2(rise * Math.sign(run || 1), Math.abs(run)));
  const turned = Math.abs(angle) <= steepest;
  const x = turned
    ? (spot ?? (line.x1 + line.x2) / 2)
    : line.x1 + Math.sign(run) * ((label?.width ?? 0) / 2 + style.labelPad);
  const slope = turned ? rise / Math.max(1, Math.abs(run)) : 0;
  const y = line.y1 + slope * Math.abs(x - line.x1);
  const rotate = turned ? angle : 0;
  const reach = (width: number): readonly [number, number] => [x - width / 2 - 2, x + width / 2 + 2];
  const yAt = (at: number): number => y + slope * (at - x) * Math.sign(run || 1);
  const level = isLevel(way);
  // Beside what stands at the ends where there is room, else below it.
  const isBetween = isClearOfEnds(way.plan, Math.abs(x - line.x1), Math.abs(line.x2 - x));
  const under = isBetween ? 0 : endsHeight(way.plan);
  if (label) {
    const [a, b] = reach(label.width);
    if (level) board.boxes.take(a, b, line.y1 - style.labelLift);
    else board.boxes.takeSlope(a, yAt(a), b, yAt(b));
  }
  if (detail) {
    const [a, b] = reach(detail.width);
    const below = (under + detail.height + 4) * Math.hypot(1, slope);
    board.boxes.takeSlope(a, yAt(a) + below, b, yAt(b) + below);
  }
  const along = (distance: number): { readonly x: number; readonly y: number } => {
    const radians = (rotate * Math.PI) / 180;
    return { x: x - distance * Math.sin(radians), y: y + distance * Math.cos(radians) };
  };
  const put = (shown: Words, distance: number): PlacedWords => ({
    words: shown,
    ...along(distance),
    anchor: "middle",
    rotate,
  });
  const putLevel = (shown: Words): PlacedWords => ({
    words: shown,
    x,
    y: line.y1 - style.labelLift - shown.height + baseline(shown),
    anchor: "middle",
    rotate: 0,
  });
  return {
    ...(label && {
      label: level ? putLevel(label) : put(label, -style.labelLift - label.height + baseline(label)),
    }),
    ...(detail && { detail: put(detail, under + 4 + baseline(detail)) }),
  };
};

/** px from the top of a text's first line to its baseline. */
export const baseline = ({ font, leading }: Words): number => leading / 2 + font.size * 0.36;
