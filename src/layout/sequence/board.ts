import type { Flow } from "../../flow/flow.ts";
import type { Order } from "../../order/order.ts";
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
  /** How far to the side the bar stands on which an occurrence takes place: 0, 1, 2 …; −1 where there is none. */
  readonly levels: Int16Array;
  /** Centres of the lifelines, by column. */
  readonly x: readonly number[];
  readonly width: number;
  /** Texts and boxes: nothing may run over them. */
  readonly boxes: Skyline;
  /** Lines: texts may not lie on them. */
  readonly lines: Skyline;
  /** The highest y for the next occurrence of a lifeline, by column. */
  readonly cursor: Float64Array;
  /** Reading order: the row of the statement before. */
  last: number;
  readonly places: Float64Array;
  readonly created: Float64Array;
  readonly destroyed: Float64Array;
  readonly operandEnds: number[][];
  readonly messages: (PlacedMessage | undefined)[];
  readonly chips: PlacedChip[];
  readonly frames: PlacedFrame[];
  readonly notes: PlacedNote[];
  readonly dividers: PlacedDivider[];
  /** Messages whose receipt is written further down, or never comes. */
  readonly late: ReadonlySet<number>;
}

export const newBoard = (
  given: Pick<Board, "flow" | "plan" | "demands" | "order" | "levels" | "x" | "width"> & {
    readonly top: number;
  },
): Board => ({
  ...given,
  boxes: emptySkyline(given.width, given.top),
  lines: emptySkyline(given.width, given.top),
  cursor: new Float64Array(given.x.length).fill(given.top),
  last: given.top,
  places: new Float64Array(given.order.occurrences.length).fill(Number.NaN),
  created: new Float64Array(given.flow.participants.length).fill(Number.NaN),
  destroyed: new Float64Array(given.flow.participants.length).fill(Number.NaN),
  operandEnds: given.flow.fragments.map(() => []),
  messages: new Array(given.flow.messages.length).fill(undefined),
  chips: [],
  frames: [],
  notes: [],
  dividers: [],
  late: lateReceipts(given.flow),
});

const lateReceipts = (flow: Flow): ReadonlySet<number> => {
  const late = new Set<number>();
  const visit = (steps: Flow["body"]): void => {
    for (const step of steps) {
      if (step.kind === "arrive") for (const message of step.messages) late.add(message);
      if (step.kind === "fragment")
        for (const operand of flow.fragments[step.fragment]?.operands ?? []) visit(operand.body);
    }
  };
  visit(flow.body);
  for (const { index, attributes } of flow.messages) if (attributes["in-flight"]) late.add(index);
  return late;
};

/** Free below everything that stands between two x. */
export const freeBelow = ({ boxes, lines }: Board, from: number, to: number): number =>
  Math.max(boxes.lowest(from, to), lines.lowest(from, to));

/** The x at which an arrow meets a lifeline: the edge of the bar, of the rails, or the line itself. */
export const edge = (board: Board, column: number, occurrence: number, side: Side): number => {
  const centre = board.x[column] as number;
  const half = board.plan.half[column] as number;
  if (!board.plan.barred[column]) return centre + side * half;
  const level = board.levels[occurrence] ?? -1;
  return level < 0 ? centre : centre + side * half + level * board.plan.style.barShift;
};

/** The lowest thing on the board. */
export const lowest = (board: Board): number => {
  let y = freeBelow(board, 0, board.width);
  for (const at of board.cursor) y = Math.max(y, at);
  return y;
};
