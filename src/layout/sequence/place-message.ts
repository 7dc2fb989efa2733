import type { MessageStep } from "../../flow/flow.ts";
import { messageKinds } from "../../language/message-kinds.ts";
import type { Style } from "../../theme/theme.ts";
import type { SourcePlace } from "../line-of.ts";
import type { Board } from "./board.ts";
import { edge, freeBelow } from "./board.ts";
import { chipHeight } from "./chips.ts";
import { lengthOutside } from "./demands.ts";
import { earliest, keepBelow, readAfter, settle } from "./earliest.ts";
import { endsHeight } from "./end-words.ts";
import { asideHeight, asideTop, textsAside } from "./place-aside.ts";
import { chipTop, placeChips } from "./place-chips.ts";
import { endsMove, endsOn } from "./place-ends.ts";
import type { Way } from "./place-label.ts";
import { baseline, spotFor, textsOn } from "./place-label.ts";
import type { PlacedMessage, PlacedWords } from "./placement.ts";
import type { MessagePlan, Side } from "./plan.ts";
import type { Words } from "./words.ts";

/** px from the middle of a lost message's cross to what stands beside it. */
const crossHalf = 8;
/** px that an occurrence keeps free below itself on its lifeline. */
const hold = 10;
/** px between a text and what stands above it. */
const air = 3;

/** Places one statement's messages: one, or one for each receiver of a list, from one origin. */
export const placeMessages = (board: Board, { messages, span }: MessageStep): void => {
  const plans = messages.map((index) => ({ index, plan: board.plan.messages[index] as MessagePlan }));
  const [first] = plans;
  if (!first) return;
  if (plans.length === 1 && first.plan.from === first.plan.to) {
    if (first.plan.from >= 0) placeLoop(board, first.index, first.plan, span);
    return;
  }
  placeLines(board, plans, span);
};

interface Going {
  readonly index: number;
  readonly plan: MessagePlan;
}

const placeLines = (board: Board, going: readonly Going[], span: SourcePlace): void => {
  const { plan, flow, order } = board;
  const { style } = plan;
  const kind = messageKinds[flow.messages[going[0]?.index ?? 0]?.kind ?? "call"];
  const ways = fan(
    going.map((each) => wayOf(board, each, kind.slants && !board.late.has(each.index))),
    kind.slants,
  );
  const from = going[0]?.plan.from ?? -1;

  const first = going[0]?.index ?? -1;
  const begins = order.sendOf[first] ?? -1;
  const row = begins >= 0 || kind.slants ? begins : (order.receiptOf[first] ?? -1);
  const columns = [from, ...(kind.slants ? [] : ways.map((way) => way.plan.to))];
  const tall = going.map(({ index, plan: { label, detail } }) =>
    board.loose.has(index) && label ? label.height + (detail?.height ?? 0) + style.labelLift + air : 0,
  );
  let y = earliest(board, row, columns, { reading: Math.max(style.step, ...tall) });
  for (const way of ways) {
    y += board.boxes.clearance(way.x1, y, way.x2, y + way.drop, style.labelLift + 2);
    const made = createdHalf(board, way);
    if (made > 0)
      y = Math.max(y, freeBelow(board, way.x2 - 4, way.x2 + 2 * made + 4) + made + air - way.drop);
  }
  const labelled = ways.map((way) => ({
    way,
    spot: way.plan.label && !board.loose.has(way.index) ? spotFor(board, way, way.plan.label, y) : undefined,
  }));
  for (const { spot } of labelled) if (spot) y += spot.move;
  for (const way of ways) y += endsMove(board, way, y);
  // A tag is held to its arrow: it may push the arrow down a little, for far from it it would say nothing.
  for (const { way } of labelled)
    y = Math.max(y, chipTop(board, way.plan.from, -way.side as Side, way.plan.asks) + chipHeight / 2);
  for (const { way } of labelled)
    if (board.aside.has(way.index)) y = Math.max(y, asideTop(board, way) + asideHeight(way.plan) / 2);

  settle(board, begins, y, { below: y + hold, reads: y });
  if (row < 0) {
    readAfter(board, y);
    if (from >= 0) keepBelow(board, from, y + hold);
  }
  for (const { way, spot } of labelled) {
    const message = flow.messages[way.index];
    const to = way.plan.to;
    const late = board.late.has(way.index);
    const loose = board.loose.has(way.index);
    const lost = message?.attributes.lost === true;
    const receipt = late || lost ? -1 : (order.receiptOf[way.index] ?? -1);
    let end = y + way.drop;
    if (kind.slants && receipt >= 0)
      end = Math.max(end, earliest(board, receipt, [to], { flight: way.drop }));
    const part = lost ? partOfWay(board, way) : 1;
    const x2 = way.x1 + (way.x2 - way.x1) * part;
    const y2 = y + (end - y) * part;
    const made = createdHalf(board, way);
    const below = made > 0 && to >= 0 ? createHead(board, way, end, made) : end + hold;
    settle(board, receipt, end, { below, ...(begins < 0 && { reads: Math.max(y, end - style.step / 2) }) });
    if (receipt < 0 && to >= 0 && !late && !lost) keepBelow(board, to, below);
    settle(board, order.answerOf[way.index], y, { below });
    settle(board, order.answeredOf[way.index], y, { below: y + hold });
    const placed: PlacedMessage = {
      message: way.index,
      course: "line",
      x1: way.x1,
      y1: y,
      x2,
      y2,
      arrival: lost ? "cross" : to < 0 ? "dot" : "head",
      found: way.plan.from < 0,
      // Where the words of such a message are free is known only when all lines are: see late-labels.ts.
      ...(!loose && textsOn(board, way, { ...way, y1: y, y2: end }, spot?.x)),
      ...(board.aside.has(way.index) && textsAside(board, way, y)),
      ...endsOn(board, way, { ...way, y1: y, y2: end }),
    };
    board.messages[way.index] = placed;
    if (!loose) board.lines.takeSlope(way.x1, y, x2, y2 + 1);
    if (lost) board.boxes.take(x2 - crossHalf, x2 + crossHalf, y2 + crossHalf);
    placeChips(board, way.plan.from, -way.side as Side, way.plan.asks, y, span);
    if (!late && !lost && to >= 0) placeChips(board, to, way.side, way.plan.settles, end, span);
  }
};

/** The part of its way after which a message is lost: not where it would seem to reach a lifeline in between. */
const partOfWay = (
  { plan: { half }, x }: Board,
  { x1, x2, side, plan: { from, to, reaches } }: Way,
): number => {
  if (from < 0 || to < 0) return reaches;
  let end = x1 + (x2 - x1) * reaches;
  for (let at = from + side; at !== to; at += side) {
    const room = (half[at] as number) + 2 * crossHalf;
    if (Math.abs(end - (x[at] as number)) < room) end = (x[at] as number) + side * room;
  }
  return Math.min(0.9, (end - x1) / (x2 - x1));
};

const wayOf = (board: Board, going: Going, slants: boolean): Way => {
  const { plan, order, x } = board;
  const { from, to } = going.plan;
  const { style } = plan;
  const outside = lengthOutside(going.plan, style);
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
  const drop = slants ? fall(style, span) : 0;
  return { ...going, x1, x2, drop, side };
};

/** How far an asynchronous message falls on its way: by its slope, within bounds. px. */
export const fall = ({ dropLow, dropHigh, slope }: Style, span: number): number =>
  Math.min(dropHigh, Math.max(dropLow, span * Math.tan((slope * Math.PI) / 180)));

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
      const clear = 14 + (before ? endsHeight(before.plan) : 0);
      const past = before ? ((before.drop + clear) * span) / Math.max(1, Math.abs(before.x2 - before.x1)) : 0;
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

/** A head that appears at a message; says where its lifeline goes on. */
const createHead = (board: Board, way: Way, y: number, half: number): number => {
  const { to } = way.plan;
  const head = board.plan.heads[to];
  const { headHeight } = board.plan.style;
  if (!head) return y;
  const centre = board.x[to] as number;
  const detail = head.detail ? head.detail.height + 6 : 0;
  const reach = Math.max(half, (head.detail?.width ?? 0) / 2);
  board.created[head.participant] = y;
  board.boxes.take(centre - reach, centre + reach, y + headHeight / 2 + detail);
  return y + headHeight / 2 + detail + 8;
};

const placeLoop = (board: Board, index: number, plan: MessagePlan, span: SourcePlace): void => {
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
    earliest(board, order.sendOf[index] ?? -1, [column], { reading: style.step }),
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
  const reads = slants ? y : y + height - style.step / 2;
  const below = y + height + hold;
  settle(board, order.sendOf[index], y, { below: y + hold, reads });
  for (const end of [order.receiptOf[index], order.answerOf[index], order.answeredOf[index]])
    settle(board, end, y + height, { below });
  keepBelow(board, column, below);
  readAfter(board, reads);
  board.boxes.take(x, end + 2, y + height + Math.max(over, style.arrowHalf) + 1);
  placeChips(board, column, -1, plan.asks, y, span);
  placeChips(board, column, -1, plan.settles, y + height, span);
};
