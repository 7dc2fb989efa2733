import type { Flow } from "../../flow/flow.ts";
import { messageKinds } from "../../language/message-kinds.ts";
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
  /** Messages whose receipt is written further down, or never comes. */
  readonly late: ReadonlySet<number>;
  /** Those and others whose flights take long: their words are placed when all lines are known. */
  readonly loose: ReadonlySet<number>;
  /** By row: the highest y that the time axis lets it have. */
  readonly since: Float64Array | undefined;
  /** Late ones whose words stand behind their sender: no place along their lines was free. */
  readonly aside: ReadonlySet<number>;
}

export const newBoard = (
  given: Pick<
    Board,
    | "flow"
    | "plan"
    | "demands"
    | "order"
    | "levels"
    | "x"
    | "width"
    | "left"
    | "aside"
    | "graph"
    | "loose"
    | "since"
  > & {
    readonly top: number;
  },
): Board => ({
  ...given,
  boxes: emptySkyline(given.width, given.top),
  lines: emptySkyline(given.width, given.top),
  places: new Float64Array(given.order.occurrences.length).fill(Number.NaN),
  below: new Float64Array(given.order.occurrences.length).fill(given.top),
  reads: new Float64Array(given.order.occurrences.length).fill(given.top),
  floor: new Float64Array(given.x.length).fill(given.top),
  readFloor: given.top,
  cursor: new Float64Array(given.x.length).fill(given.top),
  last: given.top,
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

/** Messages whose words are placed when all lines are known: they cross others, or take long on an axis of time. */
export const looseMessages = (flow: Flow): ReadonlySet<number> => {
  const loose = new Set(lateReceipts(flow));
  if ((flow.config.time ?? "even") !== "even")
    for (const { index, kind, attributes, from, to } of flow.messages)
      if (messageKinds[kind].slants && attributes.latency && from !== to && from !== null && to !== null)
        loose.add(index);
  return loose;
};

/** Messages whose receipt is written further down, or never comes. */
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
