import type { MessageStep } from "../../flow/flow.ts";
import { messageKinds } from "../../language/message-kinds.ts";
import type { Board } from "./board.ts";
import { edge, freeBelow } from "./board.ts";
import { chipOffset, outsideLength } from "./demands.ts";
import type { PlacedMessage, PlacedWords } from "./placement.ts";
import type { ChipPlan, MessagePlan, Side } from "./plan.ts";
import { chipHeight } from "./plan.ts";
import type { Words } from "./words.ts";

/** px that an occurrence keeps free below itself on its lifeline. */
const hold = 10;
/** px between a text and what stands above it. */
const air = 3;
/** Where a lost message ends, as a part of its way. */
const lostAt = 0.78;
/** Steepest line along which a label may be turned. */
const steepest = 30;

const degrees = (radians: number): number => (radians * 180) / Math.PI;

/** Places one statement's messages: one, or one for each receiver of a list, from one origin. */
export const placeMessages = (board: Board, { messages, span }: MessageStep): void => {
  const plans = messages.map((index) => ({ index, plan: board.plan.messages[index] as MessagePlan }));
  const [first] = plans;
  if (!first) return;
  if (plans.length === 1 && first.plan.from === first.plan.to) {
    if (first.plan.from >= 0) placeLoop(board, first.index, first.plan, span.start);
    return;
  }
  placeLines(board, plans, span.start);
};

interface Going {
  readonly index: number;
  readonly plan: MessagePlan;
}

/** A line from end to end, before it has a height. */
interface Way extends Going {
  readonly x1: number;
  readonly x2: number;
  readonly drop: number;
  readonly side: Side;
  readonly place: number | undefined;
}

const placeLines = (board: Board, going: readonly Going[], start: number): void => {
  const { plan, flow, order } = board;
  const { style } = plan;
  const kind = messageKinds[flow.messages[going[0]?.index ?? 0]?.kind ?? "call"];
  const ways = fan(
    going.map((each) => wayOf(board, each, kind.slants && !board.late.has(each.index))),
    kind.slants,
  );
  const from = going[0]?.plan.from ?? -1;

  let y = board.last + style.step;
  if (from >= 0) y = Math.max(y, board.cursor[from] as number);
  for (const way of ways) {
    if (!kind.slants && way.plan.to >= 0) y = Math.max(y, board.cursor[way.plan.to] as number);
    y += board.boxes.clearance(way.x1, y, way.x2, y + way.drop, style.labelLift + 2);
    const made = createdHalf(board, way);
    if (made > 0)
      y = Math.max(y, freeBelow(board, way.x2 - 4, way.x2 + 2 * made + 4) + made + air - way.drop);
  }
  const labelled = ways.map((way) => ({
    way,
    spot: way.plan.label && spotFor(board, way, way.plan.label, y),
  }));
  for (const { spot } of labelled) if (spot) y += spot.move;
  // A tag is held to its arrow: it may push the arrow down a little, for far from it it would say nothing.
  for (const { way } of labelled)
    y = Math.max(y, chipTop(board, way.plan.from, -way.side as Side, way.plan.asks) + chipHeight / 2);

  board.last = y;
  if (from >= 0) board.cursor[from] = y + hold;
  for (const { way, spot } of labelled) {
    const message = flow.messages[way.index];
    const to = way.plan.to;
    const late = board.late.has(way.index);
    const lost = message?.attributes.lost === true;
    let end = y + way.drop;
    if (kind.slants && to >= 0 && !lost) end = Math.max(end, board.cursor[to] as number);
    const x2 = lost ? way.x1 + (way.x2 - way.x1) * lostAt : way.x2;
    const y2 = lost ? y + (end - y) * lostAt : end;
    board.places[order.sendOf[way.index] ?? -1] = y;
    if (to >= 0 && !late && !lost) {
      board.places[order.receiptOf[way.index] ?? -1] = end;
      board.cursor[to] = end + hold;
    }
    const placed: PlacedMessage = {
      message: way.index,
      course: "line",
      x1: way.x1,
      y1: y,
      x2,
      y2,
      arrival: lost ? "cross" : to < 0 ? "dot" : "head",
      found: way.plan.from < 0,
      ...texts(board, way, { ...way, y1: y, y2: late ? y : end }, spot?.x),
    };
    board.messages[way.index] = placed;
    if (!late) board.lines.takeSlope(way.x1, y, x2, y2 + 1);
    const made = createdHalf(board, way);
    if (made > 0 && to >= 0) createHead(board, way, end, made);
    placeChips(board, way.plan.from, -way.side as Side, way.plan.asks, y, start);
    if (!late && !lost && to >= 0) placeChips(board, to, way.side, way.plan.settles, end, start);
  }
};

const wayOf = (board: Board, going: Going, slants: boolean): Way => {
  const { plan, order, x } = board;
  const { from, to, label, detail } = going.plan;
  const { style } = plan;
  const width = Math.max(label?.width ?? 0, detail?.width ?? 0);
  const outside = Math.max(outsideLength, width + 2 * style.labelPad);
  const send = order.sendOf[going.index] ?? -1;
  const receipt = order.receiptOf[going.index] ?? -1;
  const side: Side = from < 0 || to < 0 ? 1 : from < to ? 1 : -1;
  const x1 = from >= 0 ? edge(board, from, send, side) : edge(board, to, receipt, -1) - outside;
  const made = createdHalf(board, going);
  const x2 =
    to < 0
      ? x1 + outside
      : made > 0
        ? (x[to] as number) - side * made
        : edge(board, to, receipt, -side as Side);
  const span = Math.abs(x2 - x1);
  const drop = slants
    ? Math.min(style.dropHigh, Math.max(style.dropLow, span * Math.tan((style.slope * Math.PI) / 180)))
    : 0;
  return { ...going, x1, x2, drop, side, place: undefined };
};

/** Arrows of one send open like a fan: each further one falls far enough to clear the head of the one before. */
const fan = (ways: readonly Way[], slants: boolean): readonly Way[] => {
  if (!slants || ways.length < 2) return ways;
  const opened: Way[] = [];
  for (const side of [-1, 1] as const) {
    let before: Way | undefined;
    const mine = ways
      .filter((way) => way.side === side)
      .toSorted((a, b) => Math.abs(a.x2 - a.x1) - Math.abs(b.x2 - b.x1));
    for (const way of mine) {
      const span = Math.abs(way.x2 - way.x1);
      const past = before ? ((before.drop + 14) * span) / Math.max(1, Math.abs(before.x2 - before.x1)) : 0;
      before = { ...way, drop: Math.max(way.drop, past) };
      opened.push(before);
    }
  }
  return opened;
};

const createdHalf = (board: Board, { index, plan }: Going): number => {
  const head = plan.to >= 0 ? board.plan.heads[plan.to] : undefined;
  return head?.createdBy === index ? head.width / 2 : 0;
};

const createHead = (board: Board, way: Way, y: number, half: number): void => {
  const { to } = way.plan;
  const head = board.plan.heads[to];
  const { headHeight } = board.plan.style;
  if (!head) return;
  const centre = board.x[to] as number;
  const detail = head.detail ? head.detail.height + 6 : 0;
  const reach = Math.max(half, (head.detail?.width ?? 0) / 2);
  board.created[head.participant] = y;
  board.boxes.take(centre - reach, centre + reach, y + headHeight / 2 + detail);
  board.cursor[to] = y + headHeight / 2 + detail + 8;
};

interface Spot {
  /** Middle of the label. */
  readonly x: number;
  /** How far the line must be moved down for it. */
  readonly move: number;
}

/**
 * Where along its line a label stands: in the first gap from its sender that is wide enough and costs least height, else
 * in the middle of the way, over the lifelines.
 */
const spotFor = (board: Board, way: Way, label: Words, y: number): Spot => {
  const { style } = board.plan;
  const slope = way.drop / Math.max(1, Math.abs(way.x2 - way.x1));
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
  for (const x of middles(board, way, label.width)) {
    const spot = { x, move: moveAt(x) };
    if (!best || spot.move < best.move - 8) best = spot;
    if (best.move === 0) break;
  }
  const middle = (way.x1 + way.x2) / 2;
  return best ?? { x: middle, move: moveAt(middle) };
};

/** Middles of the gaps between neighbouring lifelines on a way that hold a label, from the sender on. */
const middles = (board: Board, way: Way, width: number): readonly number[] => {
  const { style, half } = board.plan;
  const { from, to } = way.plan;
  if (from < 0 || to < 0) return [(way.x1 + way.x2) / 2];
  const found: number[] = [];
  for (let at = from, steps = 0; at !== to && steps < 8; at += way.side, steps++) {
    const next = at + way.side;
    const begin = at === from ? way.x1 : (board.x[at] as number) + way.side * (half[at] as number);
    const end =
      next === to
        ? way.x2 - way.side * style.arrowLength
        : (board.x[next] as number) - way.side * (half[next] as number);
    if (Math.abs(end - begin) >= width + style.labelPad) found.push((begin + end) / 2);
  }
  return found;
};

/** The label above its line and the detail below it, turned with it. */
const texts = (
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
  if (label) {
    const [a, b] = reach(label.width);
    board.boxes.takeSlope(a, yAt(a), b, yAt(b));
  }
  if (detail) {
    const [a, b] = reach(detail.width);
    const below = (detail.height + 4) * Math.hypot(1, slope);
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
  return {
    ...(label && { label: put(label, -style.labelLift - label.height + baseline(label)) }),
    ...(detail && { detail: put(detail, 4 + baseline(detail)) }),
  };
};

/** px from the top of a text's first line to its baseline. */
export const baseline = ({ font, leading }: Words): number => leading / 2 + font.size * 0.36;

const placeLoop = (board: Board, index: number, plan: MessagePlan, start: number): void => {
  const { style } = board.plan;
  const { order, flow } = board;
  const column = plan.from;
  const slants = messageKinds[flow.messages[index]?.kind ?? "call"].slants;
  const x = Math.max(
    edge(board, column, order.sendOf[index] ?? -1, 1),
    edge(board, column, order.receiptOf[index] ?? -1, 1),
  );
  const height = style.loopHeight + (slants ? 8 : 0);
  const shown = (plan.label?.height ?? 0) + (plan.detail?.height ?? 0);
  const over = Math.max(0, (shown - height) / 2);
  const textAt = x + style.loopWidth + 6;
  const end = textAt + Math.max(plan.label?.width ?? 0, plan.detail?.width ?? 0);
  const y = Math.max(
    board.last + style.step,
    board.cursor[column] as number,
    freeBelow(board, x, end + 2) + over + air,
    chipTop(board, column, -1, plan.asks) + chipHeight / 2,
  );
  const top = y + (height - shown) / 2;
  const words = (text: Words, at: number): PlacedWords => ({
    words: text,
    x: textAt,
    y: at + baseline(text),
    anchor: "start",
    rotate: 0,
  });
  board.messages[index] = {
    message: index,
    course: "loop",
    x1: edge(board, column, order.sendOf[index] ?? -1, 1),
    y1: y,
    x2: edge(board, column, order.receiptOf[index] ?? -1, 1),
    y2: y + height,
    arrival: "head",
    found: false,
    ...(plan.label && { label: words(plan.label, top) }),
    ...(plan.detail && { detail: words(plan.detail, top + (plan.label?.height ?? 0)) }),
  };
  board.places[order.sendOf[index] ?? -1] = y;
  board.places[order.receiptOf[index] ?? -1] = y + height;
  board.last = slants ? y : y + height - style.step / 2;
  board.cursor[column] = y + height + hold;
  board.boxes.take(x, end + 2, y + height + Math.max(over, style.arrowHalf) + 1);
  placeChips(board, column, -1, plan.asks, y, start);
  placeChips(board, column, -1, plan.settles, y + height, start);
};

/** Where the topmost tag beside a lifeline could begin. */
const chipTop = (
  board: Board,
  column: number,
  side: Side,
  chips: readonly { readonly width: number }[],
): number => {
  if (column < 0 || chips.length === 0) return 0;
  const [a, b] = chipRange(board, column, side, Math.max(...chips.map(({ width }) => width)));
  return freeBelow(board, a, b) + air;
};

const chipRange = (board: Board, column: number, side: Side, width: number): readonly [number, number] => {
  const near = (board.x[column] as number) + side * ((board.plan.half[column] as number) + chipOffset);
  return side < 0 ? [near - width, near] : [near, near + width];
};

/** Stacks tags beside a lifeline, the first at the height of its occurrence or the first free place below. */
export const placeChips = (
  board: Board,
  column: number,
  side: Side,
  chips: readonly ChipPlan[],
  y: number,
  start: number,
): void => {
  if (column < 0) return;
  for (const { width, words, tone, icon, name } of chips) {
    const [a, b] = chipRange(board, column, side, width);
    const top = Math.max(y - chipHeight / 2, freeBelow(board, a, b) + air);
    board.boxes.take(a, b, top + chipHeight);
    board.chips.push({
      box: { x: a, y: top, width, height: chipHeight },
      words,
      tone,
      ...(icon && { icon }),
      span: { start },
      name,
    });
  }
};
