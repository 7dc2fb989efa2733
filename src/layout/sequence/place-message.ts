import type { Message, MessageStep } from "../../flow/flow.ts";
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
import type { Spot, Way } from "./place-label.ts";
import { baseline, noTexts, spotFor, textsOn } from "./place-label.ts";
import type { PlacedWords } from "./placement.ts";
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
  const [first] = messages;
  if (first === undefined) return;
  const { from, to } = board.plan.messages[first] as MessagePlan;
  if (messages.length > 1 || from !== to) placeLines(board, first, messages, span);
  else if (from >= 0) placeLoop(board, first, span);
};

/** Messages of one send: `first` is the first of them. */
const placeLines = (board: Board, first: number, messages: readonly number[], span: SourcePlace): void => {
  const { plan, flow } = board;
  const { style } = plan;
  const { slants } = messageKinds[(flow.messages[first] as Message).kind];
  const { from } = plan.messages[first] as MessagePlan;
  const level: Way[] = [];
  for (const index of messages) level.push(wayOf(board, index, slants && !plan.late.has(index)));
  const ways = fan(level, slants);

  const begins = board.sendOf[first] as number;
  const row = begins >= 0 || slants ? begins : (board.receiptOf[first] as number);
  const columns = [from];
  if (!slants) for (const way of ways) columns.push(way.plan.to);
  let reading = style.step;
  for (const { isLoose, plan: each } of ways)
    if (isLoose && each.label)
      reading = Math.max(reading, each.label.height + (each.detail?.height ?? 0) + style.labelLift + air);
  let y = earliest(board, row, columns, { lifeline: 0, flight: 0, reading });
  for (const { x1, x2, drop, made } of ways) {
    y += board.boxes.clearance(x1, y, x2, y + drop, style.labelLift + 2);
    if (made > 0) y = Math.max(y, freeBelow(board, x2 - 4, x2 + 2 * made + 4) + made + air - drop);
  }
  // Each label's place is looked for from where the line would be without the others.
  const spots: (Spot | undefined)[] = [];
  for (const way of ways)
    spots.push(way.plan.label && !way.isLoose ? spotFor(board, way, way.plan.label, y) : undefined);
  for (const spot of spots) if (spot) y += spot.move;
  for (const way of ways) y += endsMove(board, way, y);
  // A tag is held to its arrow: it may push the arrow down a little, for far from it it would say nothing.
  for (const way of ways)
    y = Math.max(y, chipTop(board, way.plan.from, -way.side as Side, way.plan.asks) + chipHeight / 2);
  for (const way of ways)
    if (board.aside.has(way.index)) y = Math.max(y, asideTop(board, way) + asideHeight(way.plan) / 2);

  settle(board, begins, y, y + hold, y);
  if (row < 0) {
    readAfter(board, y);
    if (from >= 0) keepBelow(board, from, y + hold);
  }
  const statement = { span, slants, begins };
  for (let at = 0; at < ways.length; at++) placeLine(board, ways[at] as Way, y, spots[at]?.x, statement);
};

interface Statement {
  readonly span: SourcePlace;
  readonly slants: boolean;
  /** The occurrence that sends its messages; −1 where none does. */
  readonly begins: number;
}

/** A message whose upper end has its height `y`, px; `spot` is the middle of its label. */
const placeLine = (
  board: Board,
  way: Way,
  y: number,
  spot: number | undefined,
  { span, slants, begins }: Statement,
): void => {
  const { index, plan, x1, side, made, isLoose } = way;
  const { to } = plan;
  const { style, late } = board.plan;
  const isLate = late.has(index);
  const isLost = board.flow.messages[index]?.attributes.lost === true;
  const isAside = board.aside.has(index);
  const receipt = isLate || isLost ? -1 : (board.receiptOf[index] as number);
  let end = y + way.drop;
  if (slants && receipt >= 0)
    end = Math.max(end, earliest(board, receipt, [to], { lifeline: 0, flight: way.drop, reading: 0 }));
  const part = isLost ? partOfWay(board, way) : 1;
  const x2 = x1 + (way.x2 - x1) * part;
  const y2 = y + (end - y) * part;
  const below = made > 0 && to >= 0 ? createHead(board, way, end, made) : end + hold;
  settle(board, receipt, end, below, begins < 0 ? Math.max(y, end - style.step / 2) : undefined);
  if (receipt < 0 && to >= 0 && !isLate && !isLost) keepBelow(board, to, below);
  settle(board, board.answerOf[index] as number, y, below);
  settle(board, board.answeredOf[index] as number, y, y + hold);
  // Where the words of a loose message are free is known only when all lines are: see late-labels.ts.
  const along = isLoose ? noTexts : textsOn(board, way, y, end, spot);
  const { label, detail } = isAside ? textsAside(board, way, y) : along;
  board.messages[index] = {
    message: index,
    course: "line",
    x1,
    y1: y,
    x2,
    y2,
    arrival: isLost ? "cross" : to < 0 ? "dot" : "head",
    found: plan.from < 0,
    label,
    detail,
    ends: endsOn(board, way, y, end),
  };
  if (!isLoose) board.lines.takeSlope(x1, y, x2, y2 + 1);
  if (isLost) board.boxes.take(x2 - crossHalf, x2 + crossHalf, y2 + crossHalf);
  placeChips(board, plan.from, -side as Side, plan.asks, y, span);
  if (!isLate && !isLost && to >= 0) placeChips(board, to, side, plan.settles, end, span);
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

const wayOf = (board: Board, index: number, slants: boolean): Way => {
  const { style, messages, loose } = board.plan;
  const plan = messages[index] as MessagePlan;
  const { from, to } = plan;
  const isInside = from >= 0 && to >= 0;
  const outside = isInside ? 0 : lengthOutside(plan, style);
  const receipt = board.receiptOf[index] as number;
  const side: Side = isInside && from >= to ? -1 : 1;
  const x1 =
    from >= 0
      ? edge(board, from, board.sendOf[index] as number, side)
      : edge(board, to, receipt, -1) - outside;
  const made = createdHalf(board, index, to);
  const x2 =
    to < 0
      ? x1 + outside
      : made > 0
        ? (board.x[to] as number) - side * made
        : edge(board, to, receipt, -side as Side);
  const drop = slants ? fall(style, Math.abs(x2 - x1)) : 0;
  return { index, plan, x1, x2, drop, side, made, isLoose: loose.has(index) };
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
      before = past > way.drop ? { ...way, drop: past } : way;
      opened.push(before);
    }
  }
  return opened;
};

/** Half the width of a head that appears at a message, px; 0 where none does. */
const createdHalf = (board: Board, message: number, to: number): number => {
  const head = to >= 0 ? board.plan.heads[to] : undefined;
  return head?.createdBy === message ? head.width / 2 : 0;
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

const placeLoop = (board: Board, index: number, span: SourcePlace): void => {
  const { style } = board.plan;
  const plan = board.plan.messages[index] as MessagePlan;
  const { label, detail, from: column } = plan;
  const { slants } = messageKinds[(board.flow.messages[index] as Message).kind];
  const send = board.sendOf[index] as number;
  const receipt = board.receiptOf[index] as number;
  const x1 = edge(board, column, send, 1);
  const x2 = edge(board, column, receipt, 1);
  const x = Math.max(x1, x2);
  const height = style.loopHeight + (slants ? 8 : 0);
  const shown = (label?.height ?? 0) + (detail?.height ?? 0);
  const over = Math.max(0, (shown - height) / 2);
  const textAt = x + style.loopWidth + 6;
  const end = textAt + Math.max(label?.width ?? 0, detail?.width ?? 0);
  const y = Math.max(
    earliest(board, send, [column], { lifeline: 0, flight: 0, reading: style.step }),
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
    x1,
    y1: y,
    x2,
    y2: y + height,
    arrival: "head",
    found: false,
    label: label && words(label, top),
    detail: detail && words(detail, top + (label?.height ?? 0)),
    ends: undefined,
  };
  const reads = slants ? y : y + height - style.step / 2;
  const below = y + height + hold;
  settle(board, send, y, y + hold, reads);
  settle(board, receipt, y + height, below);
  settle(board, board.answerOf[index] as number, y + height, below);
  settle(board, board.answeredOf[index] as number, y + height, below);
  keepBelow(board, column, below);
  readAfter(board, reads);
  board.boxes.take(x, end + 2, y + height + Math.max(over, style.arrowHalf) + 1);
  placeChips(board, column, -1, plan.asks, y, span);
  placeChips(board, column, -1, plan.settles, y + height, span);
};
