import type { Style } from "../../theme/theme.ts";
import { endsHeight } from "./end-words.ts";
import { baseline } from "./place-label.ts";
import type { PlacedMessage, PlacedWords } from "./placement.ts";
import type { MessagePlan } from "./plan.ts";
import type { Words } from "./words.ts";

/** A place for the texts of a message, and how far it is from where a reader looks first: 0 is best. */
export interface LabelSpot {
  readonly label: PlacedWords;
  readonly detail?: PlacedWords;
  readonly cost: number;
}

/** Steepest line along which a label is turned, degrees. */
const steepest = 30;
/** The same for a label and details on both sides of the line, which are easier to read together when they are level. */
const steepestOfTwo = 15;
/** How many places along a line are tried. */
const places = 9;
/** px between a level text and the steep line beside it. */
const beside = 7;
/** What it costs to stand away from the sender: steep lines run so close to each other that it may seem another one's. */
const farther = 14;

/**
 * Places for the texts of a message whose line is known: turned along the line, above and below it; beside it and level
 * where it is too steep to read along, or the text has several lines; and behind its sender. From the sender on, for there a reader begins.
 *
 * In:   a message's line, px, and its texts.
 * Out:  the places, in no order; none when it has no label.
 * Cost: a fixed number of places.
 */
export const labelSpots = (placed: PlacedMessage, plan: MessagePlan, style: Style): readonly LabelSpot[] => {
  const { label, detail } = plan;
  if (!label) return [];
  const run = placed.x2 - placed.x1;
  const rise = placed.y2 - placed.y1;
  const angle = (Math.atan2(rise, Math.abs(run)) * 180) / Math.PI;
  return angle <= (detail ? steepestOfTwo : steepest) && label.lines.length === 1
    ? alongLine(placed, label, detail, endsHeight(plan), style)
    : besideLine(placed, label, detail, style);
};

const alongLine = (
  { x1, y1, x2, y2 }: PlacedMessage,
  label: Words,
  detail: Words | undefined,
  under: number,
  style: Style,
): readonly LabelSpot[] => {
  const run = x2 - x1;
  const side = Math.sign(run || 1);
  const slope = (y2 - y1) / Math.abs(run || 1);
  const radians = Math.atan(slope) * side;
  const rotate = (radians * 180) / Math.PI;
  const half = (Math.max(label.width, detail?.width ?? 0) / 2) * Math.cos(radians);
  const first = half + style.labelPad;
  const last = Math.abs(run) - half - style.arrowLength - style.labelPad / 2;
  const put = (words: Words, from: number, distance: number): PlacedWords => ({
    words,
    x: x1 + side * from - distance * Math.sin(radians),
    y: y1 + slope * from + distance * Math.cos(radians),
    anchor: "middle",
    rotate,
  });
  const found: LabelSpot[] = [];
  for (let at = 0; at < places; at++) {
    const from = last <= first ? Math.abs(run) / 2 : first + ((last - first) * at) / (places - 1);
    const above = -style.labelLift - label.height + baseline(label);
    const below = under + 4 + baseline(label);
    found.push({
      label: put(label, from, above),
      ...(detail && { detail: put(detail, from, under + 4 + baseline(detail)) }),
      cost: at * 0.5,
    });
    found.push({
      label: put(label, from, below),
      ...(detail && { detail: put(detail, from, below + label.height) }),
      cost: 4 + at * 0.5,
    });
    if (last <= first) break;
  }
  return found;
};

const besideLine = (
  { x1, y1, x2, y2 }: PlacedMessage,
  label: Words,
  detail: Words | undefined,
  style: Style,
): readonly LabelSpot[] => {
  const side = Math.sign(x2 - x1 || 1);
  const height = label.height + (detail?.height ?? 0);
  /** Both texts, one under the other: their block's near corner at (x, y), above it or below it. */
  const put = (x: number, y: number, towards: number, up: boolean, cost: number): LabelSpot => {
    const top = up ? y - height : y;
    const anchor = towards > 0 ? "start" : "end";
    return {
      label: { words: label, x, y: top + baseline(label), anchor, rotate: 0 },
      ...(detail && {
        detail: { words: detail, x, y: top + label.height + baseline(detail), anchor, rotate: 0 },
      }),
      cost,
    };
  };
  const found: LabelSpot[] = [];
  for (let at = 0; at < places; at++) {
    const part = (at / (places - 1)) * 0.85;
    const x = x1 + (x2 - x1) * part;
    const y = y1 + (y2 - y1) * part;
    const cost = at === 0 ? 0 : farther + at;
    found.push(put(x + side * beside, y + (at === 0 ? -1 : 2), side, true, cost));
    if (at > 0) found.push(put(x - side * beside, y - 2, -side, false, cost + 2));
  }
  found.push(put(x1 - side * (style.barWidth + 6), y1 - height / 2, -side, false, 3));
  return found;
};
