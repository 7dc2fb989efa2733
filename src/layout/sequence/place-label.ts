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
  /** Half the width of the head that appears at its end; 0 where none does. */
  readonly made: number;
  /** Its words are placed when all lines are known. */
  readonly isLoose: boolean;
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
  const { x1, side, drop } = way;
  const isBlock = isLevel(way);
  const slope = isBlock ? 0 : drop / Math.max(1, Math.abs(way.x2 - x1));
  const stretch = slope === 0 ? 1 : Math.hypot(1, slope);
  const above = (label.height + style.labelLift) * stretch + air;
  const reach = label.width / 2 / stretch + (label.height + style.labelLift) * Math.min(slope, 1);
  let best: Spot | undefined;
  for (const x of isBlock
    ? [x1 + side * (style.labelPad + label.width / 2)]
    : middles(board, way, label.width)) {
    const move = moveFor(board, x1, y, slope, x - side * reach, x + side * reach, above);
    if (!best || move < best.move - 8) best = { x, move };
    if (best.move === 0) break;
  }
  if (best) return best;
  const middle = (x1 + endOfWords(way)) / 2;
  const move = moveFor(board, x1, y, slope, middle - side * reach, middle + side * reach, above);
  return { x: middle, move };
};

/** How far a line from (x, y) on must be moved down for a label that stands `above` it between `near` and `far`. px. */
const moveFor = (
  { boxes, lines }: Board,
  x: number,
  y: number,
  slope: number,
  near: number,
  far: number,
  above: number,
): number => {
  const atNear = y + slope * Math.abs(near - x);
  const atFar = y + slope * Math.abs(far - x);
  return Math.max(
    boxes.clearance(near, atNear, far, atFar, above),
    lines.clearance(near, atNear, far, atFar, above),
  );
};

/** A label of several lines is hard to read when it is turned: it stands level beside its line's upper end. */
const isLevel = ({ plan: { label }, drop }: Way): boolean => drop > 0 && (label?.lines.length ?? 0) > 1;

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

/** The texts of a message along its line. */
export type Texts = Pick<PlacedMessage, "label" | "detail">;

export const noTexts: Texts = { label: undefined, detail: undefined };

/**
 * The label above its line and the detail below it, turned with it.
 *
 * In: the heights of both ends, px; the middle of the label, if it has found one.
 */
export const textsOn = (board: Board, way: Way, y1: number, y2: number, spot: number | undefined): Texts => {
  const { style } = board.plan;
  const { x1, x2 } = way;
  const { label, detail } = way.plan;
  if (!label && !detail) return noTexts;
  const run = x2 - x1;
  const rise = y2 - y1;
  const sign = Math.sign(run || 1);
  const angle = rise === 0 ? 0 : degrees(Math.atan2(rise * sign, Math.abs(run)));
  const turned = Math.abs(angle) <= steepest;
  const x = turned
    ? (spot ?? (x1 + x2) / 2)
    : x1 + Math.sign(run) * ((label?.width ?? 0) / 2 + style.labelPad);
  const slope = turned ? rise / Math.max(1, Math.abs(run)) : 0;
  const y = y1 + slope * Math.abs(x - x1);
  const rotate = turned ? angle : 0;
  // Beside what stands at the ends where there is room, else below it.
  const isBetween = !way.plan.ends || isClearOfEnds(way.plan, Math.abs(x - x1), Math.abs(x2 - x));
  const under = isBetween ? 0 : endsHeight(way.plan);
  let placed: PlacedWords | undefined;
  if (label) {
    const a = x - label.width / 2 - 2;
    const b = x + label.width / 2 + 2;
    if (isLevel(way)) {
      board.boxes.take(a, b, y1 - style.labelLift);
      const top = y1 - style.labelLift - label.height;
      placed = { words: label, x, y: top + baseline(label), anchor: "middle", rotate: 0 };
    } else {
      board.boxes.takeSlope(a, y + slope * (a - x) * sign, b, y + slope * (b - x) * sign);
      placed = along(label, x, y, -style.labelLift - label.height + baseline(label), rotate);
    }
  }
  if (detail) {
    const a = x - detail.width / 2 - 2;
    const b = x + detail.width / 2 + 2;
    const below = (under + detail.height + 4) * Math.hypot(1, slope);
    const atA = y + slope * (a - x) * sign + below;
    board.boxes.takeSlope(a, atA, b, y + slope * (b - x) * sign + below);
  }
  return { label: placed, detail: detail && along(detail, x, y, under + 4 + baseline(detail), rotate) };
};

/** Words in the middle of a point of a line, turned with it, their baseline so many px below the line. */
const along = (words: Words, x: number, y: number, distance: number, rotate: number): PlacedWords => {
  if (rotate === 0) return { words, x, y: y + distance, anchor: "middle", rotate };
  const radians = (rotate * Math.PI) / 180;
  return {
    words,
    x: x - distance * Math.sin(radians),
    y: y + distance * Math.cos(radians),
    anchor: "middle",
    rotate,
  };
};

/** px from the top of a text's first line to its baseline. */
export const baseline = ({ font, leading }: Words): number => leading / 2 + font.size * 0.36;
