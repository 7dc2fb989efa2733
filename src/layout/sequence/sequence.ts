import type { Flow } from "../../flow/flow.ts";
import type { Order } from "../../order/order.ts";
import { predecessors } from "../../order/predecessors.ts";
import type { Style } from "../../theme/theme.ts";
import { describe, messageSentences } from "../describe.ts";
import type { LineOf } from "../line-of.ts";
import type { RichLabels } from "../rich-labels.ts";
import type { Scene } from "../scene.ts";
import { boundaryGaps, boundaryHead, boundaryRuns, drawBoundaries } from "./boundaries.ts";
import { budgetsOf, drawBudgets } from "./budgets.ts";
import { placeColumns } from "./columns.ts";
import { demandsOf, type Wants } from "./demands.ts";
import { drawBars } from "./draw-bars.ts";
import { drawFrames } from "./draw-frames.ts";
import { drawEnds, drawHeads, drawLifelines } from "./draw-lifelines.ts";
import { drawChips, drawDividers, drawExecutionLabels, drawNotes } from "./draw-marks.ts";
import { drawMessages } from "./draw-messages.ts";
import { axisWidth, drawTimeAxis } from "./draw-time-axis.ts";
import { drawTitle } from "./draw-title.ts";
import { fitLabels } from "./fit.ts";
import { barLevels } from "./levels.ts";
import { headAir, type Plan, plan as planOf } from "./plan.ts";
import { placeRows } from "./rows.ts";
import { timeAxisOf } from "./time-axis.ts";
import { shownText, words } from "./words.ts";

export interface SequenceOptions {
  /** Shown instead of the title that the text gives; an empty one shows none. */
  readonly title?: string;
  /** White space around the picture, px, instead of the style's. */
  readonly pad?: number;
  /** Labels that are more than plain words. */
  readonly rich?: RichLabels;
}

/** How often words that found no place along their lines may ask for one behind their senders. */
const mostAttempts = 5;

/**
 * Draws a flow as a sequence: lifelines side by side, time downwards.
 *
 * In:     a flow without errors, its order, the theme's lengths; `lineOf` gives the source line of an offset.
 * Out:    a scene in px, all of it inside its width and height.
 * Cost:   linear in the flow; each text also in the px that it covers. Where messages cross, see late-labels.ts.
 */
export const layoutSequence = (
  flow: Flow,
  order: Order,
  given: Style,
  lineOf: LineOf,
  options: SequenceOptions = {},
): Scene => {
  const style = options.pad === undefined ? given : { ...given, margin: options.pad };
  const compact = planOf(flow, style, options.rich);
  const wants = { aside: new Set<number>(), beside: new Set<string>() };
  /** Executions whose labels had no place in spite of their room: it is taken back. */
  const unlabelled = new Set<string>();
  let placed = placeAll(flow, order, compact, options.title, wants);
  for (let attempt = 1; attempt < mostAttempts; attempt++) {
    const { crowded, homeless } = placed.rows;
    const left = homeless.filter((execution) => !unlabelled.has(execution));
    if (crowded.length + left.length === 0) break;
    for (const message of crowded) wants.aside.add(message);
    for (const execution of left)
      if (wants.beside.delete(execution)) unlabelled.add(execution);
      else wants.beside.add(execution);
    placed = placeAll(flow, order, compact, options.title, wants);
  }
  return drawAll(flow, order, placed, lineOf);
};

/** Everything with its place: columns first, then rows. All px. */
const placeAll = (flow: Flow, order: Order, compact: Plan, givenTitle: string | undefined, wants: Wants) => {
  const { aside } = wants;
  const { style } = compact;
  const demands = demandsOf(flow, compact, wants);
  const runs = boundaryRuns(flow, compact);
  const count = compact.lifelines.length;

  // Columns −1 and `count` are the picture's own edges.
  const gaps = [...demands.gaps, ...boundaryGaps(runs, compact, demands.rooms)];
  const graph = predecessors(order);
  const axis = timeAxisOf(flow, order, graph);
  const axisRoom = axisWidth(axis, style);
  const budgets = budgetsOf(flow, compact);
  const left = axisRoom + budgets.width > 0 ? style.margin + axisRoom + budgets.width : 0;
  const places = placeColumns(count + 2, style.margin + axisRoom + budgets.width, gaps, -1);
  const x = places.slice(1, -1).map((at) => Math.round(at));
  const plan = fitLabels(compact, x, aside);
  const inner = Math.ceil(places[count + 1] as number);

  const titleText = givenTitle ?? shownText(flow.title);
  const title = titleText
    ? words(titleText, { face: "semibold", size: style.title }, Math.max(420, inner - style.margin))
    : undefined;
  const width = Math.max(inner, style.margin + (title?.width ?? 0), 120) + style.margin;

  const headTop = style.margin + (title ? title.height + 20 : 0) + boundaryHead(runs);
  const headHeight = Math.max(style.headHeight, ...plan.heads.map((head) => head.words.height + headAir));
  const detailHeight = Math.max(0, ...plan.heads.map((head) => (head.detail ? head.detail.height + 6 : 0)));
  const top = headTop + headHeight + detailHeight;
  const further = { aside, left, graph, axis };
  const rows = placeRows(flow, plan, demands, order, barLevels(order), x, width, top, further);
  return {
    plan,
    runs,
    rooms: demands.rooms,
    axisRoom,
    budgets,
    x,
    titleText,
    title,
    width,
    headTop,
    headHeight,
    rows,
  };
};

const drawAll = (flow: Flow, order: Order, placed: ReturnType<typeof placeAll>, lineOf: LineOf): Scene => {
  const { plan, runs, rooms, axisRoom, budgets, x, titleText, title, width, headTop, headHeight, rows } =
    placed;
  const { style } = plan;
  const bottom = Math.ceil(rows.bottom) + 8;
  const repeated = bottom > style.repeatHeads && x.length > 0;
  const end = bottom + (repeated ? headHeight : 0);
  const boundaryFoot = runs.length > 0 ? Math.max(...runs.map((run) => run.height)) * 6 + 2 : 0;
  const height = Math.ceil(end + boundaryFoot + style.margin);

  const at = { x, headTop, headHeight, bottom, created: rows.created, destroyed: rows.destroyed, repeated };
  const sentences = messageSentences(flow, plan.say);
  const frames = drawFrames(flow, rows.frames, style, lineOf);
  const messages = drawMessages(flow, rows.messages, style, sentences, lineOf);
  return {
    width: Math.ceil(width),
    height,
    ...(titleText && { title: titleText }),
    description: describe(flow, sentences, plan.say),
    lang: flow.lang,
    groups: [
      ...drawTitle(title, style),
      ...drawBoundaries(runs, plan, rooms, x, headTop, end, lineOf),
      ...drawLifelines(flow, plan, at),
      ...frames.outlines,
      ...drawBars(flow, plan, order, rows, x, lineOf),
      ...messages.long,
      ...frames.titles,
      ...drawDividers(rows.dividers, style, x, lineOf),
      ...messages.short,
      ...drawExecutionLabels(rows.executionLabels, lineOf),
      ...drawChips(rows.chips, lineOf),
      ...drawNotes(rows.notes, style, lineOf),
      ...drawTimeAxis(rows.ticks, style.margin + axisRoom, plan),
      ...drawBudgets(budgets, style.margin + axisRoom, rows, order, plan, lineOf),
      ...drawEnds(plan, at),
      ...drawHeads(flow, plan, at, lineOf),
    ],
  };
};
