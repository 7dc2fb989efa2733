import type { Flow } from "../../flow/flow.ts";
import { type MessageKind, messageKinds } from "../../language/message-kinds.ts";
import { occurrenceKinds } from "../../order/occurrence.ts";
import type { Order } from "../../order/order.ts";
import type { Predecessors, RowEdge } from "../../order/predecessors.ts";

/** The moments of a flow that has a time axis, and how far apart they stand. */
export interface TimeAxis {
  /** By row: the index of its moment; −1 for an occurrence that begins no row. */
  readonly momentOf: Int32Array;
  /** ms since the flow began, in order; the first is 0. */
  readonly moments: readonly number[];
  /** px from each moment to the next, at least. */
  readonly apart: readonly number[];
  /** Whether the stretch after a moment is too long to be shown to scale. */
  readonly folded: readonly boolean[];
}

/** px: the longest stretch that is drawn to scale, and the shortest. */
const scale = { most: 144, least: 10 } as const;
/** Which part of the stretches is drawn to scale; longer ones are cut. */
const shown = 0.75;
/** px: what the shortest stretch gets on a logarithmic axis, and each tenfold of it. */
const logarithmic = { first: 14, tenfold: 30 } as const;

/**
 * Says when each row happens at the latest, and how far below the others that puts it.
 *
 * A row happens when all that it follows has happened: a flight takes its latency, work its service time, a wait its time,
 * an expiry its timeout; of a range the upper bound. What the text gives no time for takes none. Operands of a choice follow
 * each other, as they are drawn.
 *
 * In:   a flow whose `time` is `linear` or `log`; its order, and the graph of its rows.
 * Out:  the axis; nothing where `time` is `even` or no time passes.
 * Cost: n log n in the rows.
 * Source: longest paths in topological order; LANGUAGE section 9.
 */
export const timeAxisOf = (flow: Flow, order: Order, graph: Predecessors): TimeAxis | undefined => {
  const { time = "even" } = flow.config;
  if (time === "even") return undefined;
  const at = timesOf(flow, order, graph);
  const moments = [...new Set(graph.rows.map((row) => at[row] as number))].sort((a, b) => a - b);
  if (moments.length < 2) return undefined;
  const lengths = moments.slice(1).map((moment, index) => moment - (moments[index] as number));
  const index = new Map(moments.map((moment, place) => [moment, place]));
  const momentOf = new Int32Array(order.occurrences.length).fill(-1);
  for (const row of graph.rows) momentOf[row] = index.get(at[row] as number) ?? -1;
  return { momentOf, moments, ...spacings[time](lengths) };
};

type Spacing = Pick<TimeAxis, "apart" | "folded">;

const spacings: Readonly<Record<"linear" | "log", (lengths: readonly number[]) => Spacing>> = {
  linear: (lengths) => {
    const longest = lengths.toSorted((a, b) => a - b)[
      Math.min(lengths.length - 1, Math.floor(lengths.length * shown))
    ];
    const exact = lengths.map((length) => (length / (longest ?? 1)) * scale.most);
    return {
      apart: exact.map((px) => Math.min(scale.most, Math.max(scale.least, px))),
      folded: exact.map((px) => px > scale.most * 1.01),
    };
  },
  log: (lengths) => {
    const shortest = Math.min(...lengths);
    return {
      apart: lengths.map((length) => logarithmic.first + logarithmic.tenfold * Math.log10(length / shortest)),
      folded: lengths.map(() => false),
    };
  },
};

/** By row, ms since the flow began. */
const timesOf = (flow: Flow, order: Order, graph: Predecessors): Float64Array => {
  const { occurrences } = order;
  const times = new Float64Array(occurrences.length);
  const armedBy = new Map<number, number>();
  let latest = 0;
  let paused = 0;
  for (const item of order.course) {
    // A frame begins below what stands above it, and what follows an operand stands below it.
    if (item.at !== "occurrence") {
      paused = latest;
      continue;
    }
    const row = item.occurrence;
    if (graph.rowOf[row] !== row) continue;
    let time = paused;
    for (const edge of graph.into[row] ?? [])
      time = Math.max(time, (times[edge.from] as number) + takes(flow, order, edge));
    const {
      kind,
      callbacks = [],
      arm,
      time: limit = 0,
      lifeline,
    } = occurrences[row] as (typeof occurrences)[number];
    if (kind === "handle" && arm === "timeout")
      for (const callback of callbacks) time = Math.max(time, armedBy.get(callback) ?? 0);
    if (kind === "await" && limit > 0) for (const callback of callbacks) armedBy.set(callback, time + limit);
    times[row] = time;
    latest = Math.max(latest, time);
    // A wait of everyone: whatever follows happens after it.
    if (kind === "wait" && lifeline < 0) paused = latest + limit;
  }
  return times;
};

const asksForWork = (kind: MessageKind): boolean => messageKinds[kind].waits || messageKinds[kind].slants;

/** ms from the upper row of an edge to its lower one. */
const takes = (flow: Flow, { occurrences }: Order, { why, before, after, time }: RowEdge): number => {
  if (why === "reading") return 0;
  if (why === "flight") return time?.high ?? 0;
  const [first, next] = [occurrences[before], occurrences[after]];
  if (first === undefined || next === undefined) return 0;
  const message = first.message === undefined ? undefined : flow.messages[first.message];
  const isArrival = occurrenceKinds[first.kind].arrives;
  // A call is drawn level, so its way counts for what its receiver does next.
  const way = message && !messageKinds[message.kind].slants ? (message.attributes.latency?.high ?? 0) : 0;
  const work =
    occurrenceKinds[next.kind].controlled && message && asksForWork(message.kind)
      ? (flow.participants[first.lifeline]?.attributes.takes?.high ?? 0)
      : 0;
  return (time?.high ?? 0) + (isArrival ? way + work : 0);
};
