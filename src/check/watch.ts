import type { Fragment } from "../flow/flow.ts";
import { runOver } from "./dataflow.ts";
import { decisive } from "./decisive.ts";
import type { Facts } from "./facts.ts";
import type { MonitorEvent, Verdict } from "./monitor.ts";
import { type CallbackEvent, obligationAutomaton } from "./obligation-automaton.ts";
import { type Placed, sliceOf } from "./slice.ts";
import { type Witness, witnessOf } from "./trail.ts";

/** What the monitor says of some callbacks. */
export interface Watched {
  readonly says: (verdict: Verdict) => boolean;
  /** A path on which it says so: the decisions that matter to it, and what happens. */
  readonly pathTo: (verdict: Verdict) => Witness<CallbackEvent> | undefined;
}

/**
 * Runs the monitor over the slice of one callback, or of several that are taken together.
 *
 * In:     the facts of a flow; the callbacks; what happens to them, and to every callback, in written order; the phase before.
 * Out:    what the monitor says. Where something happens in the handler of another callback, that one is followed too, so that
 *         the handler's body runs on the paths on which that one has arrived.
 * Says:   nothing.
 * Cost:   linear in the events, the fragments around them and the breaks between.
 */
export const watch = (
  facts: Facts,
  callbacks: ReadonlySet<number>,
  own: readonly Placed<CallbackEvent>[],
  events: readonly (readonly Placed<CallbackEvent>[])[],
  start: "unopened" | "absent",
): Watched => {
  const { flow, breaks, handled, rejectable } = facts;
  const others = othersAround(facts, callbacks, own, events);
  const numbers = new Map(others.map((index, number) => [index, number]));
  const tracked = others.flatMap((index, other) =>
    (events[index] ?? []).flatMap(({ event, ...place }) =>
      fateful.has(event.kind) ? [{ ...place, event: { ...event, other } }] : [],
    ),
  );
  const asked = new Set(
    own.flatMap(({ event, within }) => (event.kind === "ask" ? within.map(({ fragment }) => fragment) : [])),
  );
  const loops = [...asked].filter((index) => flow.fragments[index]?.rounds !== undefined);
  const automaton = obligationAutomaton({
    start,
    handledBy: (fragment) => {
      const other = handled.get(fragment.index) ?? -1;
      const always = fragment.handles?.arm === "arrival" && !rejectable.has(other);
      return callbacks.has(other) ? "own" : (numbers.get(other) ?? (always ? "always" : "any"));
    },
    rejectable: others.map((index) => rejectable.has(index)),
    asksIn: ({ index }) => asked.has(index),
    asksElsewhere: (fragment: Fragment) =>
      loops.some((loop) => !fragment.within.some((ref) => ref.fragment === loop)),
    endsLoop: ({ rounds }) =>
      [...callbacks].some((index) => flow.callbacks[index]?.name === rounds?.until?.text),
  });
  const placed = [...tracked, ...own].toSorted((a, b) => a.order - b.order);
  const slice = sliceOf(flow, breaks, placed);
  const verdicts = runOver(slice, automaton);
  return {
    says: (verdict) => verdicts.has(verdict),
    pathTo: (verdict) => {
      const evidence = verdicts.get(verdict);
      if (evidence === undefined) return undefined;
      const { decisions, events } = witnessOf(evidence);
      return { decisions: decisive(flow, slice, automaton, verdict, decisions), events };
    },
  };
};

const coming: readonly MonitorEvent[] = ["arrive", "reject", "settle", "feed", "stray"];
const fateful: ReadonlySet<MonitorEvent> = new Set<MonitorEvent>(["ask", ...coming]);
/** More are not followed: a path may then run through their handlers' bodies or past them. */
const most = 4;

/** Other callbacks whose handlers, below an arrival, hold events of these. */
const othersAround = (
  { flow, handled }: Facts,
  callbacks: ReadonlySet<number>,
  own: readonly Placed<CallbackEvent>[],
  events: readonly (readonly Placed<CallbackEvent>[])[],
): readonly number[] => {
  const others = new Set<number>();
  for (const { order, within } of own) {
    for (const { fragment } of within) {
      const other = handled.get(fragment);
      if (other === undefined || callbacks.has(other) || others.has(other) || others.size === most) continue;
      const arm = flow.fragments[fragment]?.handles?.arm;
      if (arm !== "arrival" && arm !== "rejected") continue;
      const hasCome = events[other]?.some(
        (placed) => coming.includes(placed.event.kind) && placed.order < order,
      );
      if (hasCome) others.add(other);
    }
  }
  return [...others];
};
