import type { Flow } from "../../flow/flow.ts";
import type { Order } from "../../order/order.ts";
import type { Predecessors } from "../../order/predecessors.ts";
import type { Demands } from "./demands.ts";
import type { PlacedChip, PlacedDivider, PlacedFrame, PlacedMessage, PlacedNote } from "./placement.ts";
import type { Plan, Side } from "./plan.ts";
import type { Skyline } from "./skyline.ts";
import { emptySkyline } from "./skyline.ts";

/** What the rows pass works on while it runs: made for one picture, never seen outside. All px. */
export interface Board {
  readonly flow: Flow;
  readonly plan: Plan;
  readonly demands: Demands;
  readonly order: Order;
  /** The order's own tables, at hand. */
  readonly ofStep: Order["ofStep"];
  readonly sendOf: readonly number[];
  readonly receiptOf: readonly number[];
  readonly answerOf: readonly number[];
  readonly answeredOf: readonly number[];
  /** By occurrence: the column of its lifeline; −1 where it has none. */
  readonly columnOf: Int32Array;
  /** How far to the side the bar stands on which an occurrence takes place: 0, 1, 2 …; −1 where there is none. */
  readonly levels: Int16Array;
  /** Centres of the lifelines, by column. */
  readonly x: readonly number[];
  readonly width: number;
  /** px: left of it stand the axis of time and the budgets. */
  readonly left: number;
  /** Texts and boxes: nothing may run over them. */
  readonly boxes: Skyline;
  /** Lines: texts may not lie on them. */
  readonly lines: Skyline;
  /** Which row stands below which: what the heights are the longest paths of. */
  readonly graph: Predecessors;
  /** By occurrence: its height; NaN where nothing shows it. */
  readonly places: Float64Array;
  /** By occurrence: the highest y for what its lifeline does next. */
  readonly below: Float64Array;
  /** By occurrence: the y that the next statement is read after. */
  readonly reads: Float64Array;
  /** By column: what is no occurrence but keeps the next one down, such as a note, a frame's edge, a divider. */
  readonly floor: Float64Array;
  /** The same for reading order. */
  readFloor: number;
  /** By column: the lower of its floor and what its latest occurrence leaves, for what is no occurrence itself. */
  readonly cursor: Float64Array;
  /** The same for reading order: after what the next text is read. */
  last: number;
  readonly created: Float64Array;
  readonly destroyed: Float64Array;
  readonly operandEnds: number[][];
  readonly messages: (PlacedMessage | undefined)[];
  readonly chips: PlacedChip[];
  readonly frames: PlacedFrame[];
  readonly notes: PlacedNote[];
  readonly dividers: PlacedDivider[];
  /** By row: the highest y that the time axis lets it have. */
  readonly since: Float64Array | undefined;
  /** Late ones whose words stand behind their sender: no place along their lines was free. */
  readonly aside: ReadonlySet<number>;
}

/** What the rows pass is given. */
export type Given = Pick<
  Board,
  "flow" | "plan" | "demands" | "order" | "levels" | "x" | "width" | "left" | "aside" | "graph"
> & { readonly top: number };

export const newBoard = (
  { flow, plan, demands, order, levels, x, width, left, aside, graph, top }: Given,
  since: Float64Array | undefined,
): Board => {
  const { occurrences, ofStep, sendOf, receiptOf, answerOf, answeredOf } = order;
  const count = occurrences.length;
  const columnOf = new Int32Array(count);
  for (const { index, lifeline } of occurrences)
    columnOf[index] = lifeline < 0 ? -1 : (plan.column[lifeline] as number);
  return {
    flow,
    plan,
    demands,
    order,
    ofStep,
    sendOf,
    receiptOf,
    answerOf,
    answeredOf,
    columnOf,
    levels,
    x,
    width,
    left,
    aside,
    graph,
    since,
    boxes: emptySkyline(width, top),
    lines: emptySkyline(width, top),
    places: new Float64Array(count).fill(Number.NaN),
    below: new Float64Array(count).fill(top),
    reads: new Float64Array(count).fill(top),
    floor: new Float64Array(x.length).fill(top),
    readFloor: top,
    cursor: new Float64Array(x.length).fill(top),
    last: top,
    created: new Float64Array(flow.participants.length).fill(Number.NaN),
    destroyed: new Float64Array(flow.participants.length).fill(Number.NaN),
    operandEnds: flow.fragments.map(() => []),
    messages: new Array(flow.messages.length).fill(undefined),
    chips: [],
    frames: [],
    notes: [],
    dividers: [],
  };
};

/** Free below everything that stands between two x. */
export const freeBelow = ({ boxes, lines }: Board, from: number, to: number): number =>
  Math.max(boxes.lowest(from, to), lines.lowest(from, to));

/** The x at which an arrow meets a lifeline: the edge of the bar, of the rails, or the line itself. */
export const edge = (board: Board, column: number, occurrence: number, side: Side): number => {
  const centre = board.x[column] as number;
  const half = board.plan.half[column] as number;
  if (!board.plan.barred[column]) return centre + side * half;
  const level = occurrence < 0 ? -1 : (board.levels[occurrence] as number);
  return level < 0 ? centre : centre + side * half + level * board.plan.style.barShift;
};

/** The lowest thing on the board. */
export const lowest = (board: Board): number => {
  let y = freeBelow(board, 0, board.width);
  for (const at of board.cursor) y = Math.max(y, at);
  return y;
};
