import type { ArriveStep, DestroyStep, Flow, Step } from "../../flow/flow.ts";
import type { Order } from "../../order/order.ts";
import { type Predecessors, predecessors } from "../../order/predecessors.ts";
import { type Board, type Given, lowest, newBoard } from "./board.ts";
import type { Demands } from "./demands.ts";
import { earliest, settle } from "./earliest.ts";
import { labelExecutions } from "./execution-labels.ts";
import { placeLateLabels } from "./late-labels.ts";
import { placeByTime } from "./place-by-time.ts";
import { placeChips } from "./place-chips.ts";
import { placeFrame } from "./place-frame.ts";
import { markOccurrences, passUnseen, placeDivider, placeMark, placeNote, placeWait } from "./place-marks.ts";
import { fall, placeMessages } from "./place-message.ts";
import type { PlacedMessage, Rows } from "./placement.ts";
import type { Plan, Side } from "./plan.ts";
import { type TimeAxis, timeAxisOf } from "./time-axis.ts";

/**
 * Gives every occurrence its height.
 *
 * Rows are placed by the order's graph of rows, in its own order: below what came before on the lifeline, below the send by
 * the drop, below the statement before by the smallest step. What a row shows must also clear the skyline of what is there.
 *
 * In:     columns' centres and the picture's width, px; `top`, px, where the first row may be.
 * Out:    heights and boxes, px; on one lifeline written order is drawn order, and no receipt is above its send.
 * Cost:   linear in the flow; each text also in the px that it covers.
 * Source: longest paths over `predecessors` (see earliest.ts), in written, that is topological, order; skylines as in packing.
 */
export const placeRows = (
  flow: Flow,
  plan: Plan,
  demands: Demands,
  order: Order,
  levels: Int16Array,
  x: readonly number[],
  width: number,
  top: number,
  further: Further = {},
): Rows => {
  const { aside = new Set(), left = 0, graph = predecessors(order) } = further;
  const { axis = timeAxisOf(flow, order, graph) } = further;
  const given = {
    flow,
    plan,
    demands,
    order,
    levels,
    x,
    width,
    left,
    top,
    aside,
    graph,
  };
  if (axis === undefined) return placeOnce(given, undefined);
  return placeByTime(axis, graph.rows, top, (since) => placeOnce(given, since));
};

const placeOnce = (given: Given, since: Float64Array | undefined): Rows => {
  const { flow, top } = given;
  const board = newBoard(given, since);
  const place = (steps: readonly Step[]): void => {
    for (const step of steps) placeStep(board, step, place);
  };
  place(flow.body);
  const bottom = finishFlights(board, lowest(board)) + 8;
  const labelled = placeLateLabels(board, top, bottom);
  const executions = labelExecutions(board, labelled.messages, top, bottom);
  return {
    messages: labelled.messages,
    crowded: labelled.crowded,
    executionLabels: executions.placed,
    homeless: executions.homeless,
    chips: board.chips,
    frames: board.frames,
    notes: board.notes,
    dividers: board.dividers,
    places: board.places,
    created: board.created,
    destroyed: board.destroyed,
    operandEnds: board.operandEnds,
    bottom,
  };
};

/** What only some pictures have, and what has been made before. */
interface Further {
  /** Messages whose words stand behind their senders. */
  readonly aside?: ReadonlySet<number>;
  /** px: nothing of the rows stands left of it. */
  readonly left?: number;
  readonly graph?: Predecessors;
  readonly axis?: TimeAxis | undefined;
}

type PlaceSteps = (steps: readonly Step[]) => void;
type Placer<S extends Step> = (board: Board, step: S, place: PlaceSteps) => void;

/** How each kind of statement gets its place. */
const placers: { readonly [K in Step["kind"]]: Placer<Extract<Step, { kind: K }>> } = {
  message: (board, step) => placeMessages(board, step),
  fragment: (board, step, place) => placeFrame(board, step, place),
  note: (board, step) => placeNote(board, step),
  divider: (board, step) => placeDivider(board, step),
  wait: (board, step) => placeWait(board, step),
  arrive: (board, step) => placeArrival(board, step),
  destroy: (board, step) => placeEnd(board, step),
  await: (board, step) => placeMark(board, step),
  cancel: (board, step) => placeMark(board, step),
  detach: (board, step) => placeMark(board, step),
  stored: (board, step) => placeMark(board, step),
  // A creation is drawn at the message that makes it; a budget says nothing about heights.
  create: () => {},
  budget: () => {},
};

const placeStep = (board: Board, step: Step, place: PlaceSteps): void => {
  (placers[step.kind] as Placer<Step>)(board, step, place);
  // What has no place by now has none in the picture; of a fragment, see placeFrame.
  if (step.kind !== "fragment") passUnseen(board, step);
};

/** The receipt of a message that was sent further up. */
const placeArrival = (board: Board, step: ArriveStep): void => {
  const { style } = board.plan;
  for (const index of step.messages) {
    const sent = board.messages[index];
    const plan = board.plan.messages[index];
    if (!sent || !plan || plan.to < 0) continue;
    const receipt = board.receiptOf[index] ?? -1;
    const flight = fall(style, Math.abs(sent.x2 - sent.x1));
    const y = earliest(board, receipt, [plan.to], { reading: style.step, flight });
    board.messages[index] = { ...sent, y2: y };
    settle(board, receipt, y, y + 10, y);
    const side: Side = plan.from < plan.to ? 1 : -1;
    placeChips(board, plan.to, side, plan.settles, y, step.span);
  }
};

const placeEnd = (board: Board, step: DestroyStep): void => {
  const column = board.plan.column[step.participant] ?? -1;
  if (column < 0) return;
  const centre = board.x[column] as number;
  const half = board.plan.style.step / 2;
  const [occurrence = -1] = board.ofStep(step);
  const y = earliest(board, occurrence, [column], { lifeline: 8, reading: half });
  board.destroyed[step.participant] = y;
  markOccurrences(board, step, y, y + 16, y - half);
  board.boxes.take(centre - 10, centre + 10, y + 10);
};

/** Messages that are still under way run to the lower edge, which they may lower. */
const finishFlights = (board: Board, lowest: number): number => {
  const { style } = board.plan;
  const flying = [...board.plan.late].flatMap((index): readonly PlacedMessage[] => {
    const sent = board.messages[index];
    return sent && board.flow.messages[index]?.attributes["in-flight"] ? [sent] : [];
  });
  const bottom = flying.reduce(
    (y, sent) => Math.max(y, sent.y1 + fall(style, Math.abs(sent.x2 - sent.x1))),
    lowest,
  );
  for (const sent of flying)
    board.messages[sent.message] = {
      ...sent,
      // It stops short of its receiver, for it has not been received.
      x2: sent.x1 + (sent.x2 - sent.x1) * 0.85,
      y2: bottom + 4,
      arrival: "edge",
    };
  return bottom;
};
