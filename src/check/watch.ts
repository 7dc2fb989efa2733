import type { Fragment } from "../flow/flow.ts";
import type { CallbackEvent } from "./callback-event.ts";
import { runOver } from "./dataflow.ts";
import { decisive } from "./decisive.ts";
import type { Facts } from "./facts.ts";
import { type Fated, fatesAround, isFate, withFates } from "./fates.ts";
import type { Verdict } from "./monitor.ts";
import { asAbsent, obligationAutomaton } from "./obligation-automaton.ts";
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
  const { flow, breaks, handled, occurrences } = facts;
  const asked = new Set(
    own.flatMap(({ event, within }) => (event.kind === "ask" ? within.map(({ fragment }) => fragment) : [])),
  );
  const loops = [...asked].filter((index) => flow.fragments[index]?.rounds !== undefined);
  const asksIn = ({ index }: Fragment): boolean => asked.has(index);
  const monitor = obligationAutomaton({
    start,
    handles: ({ index }) => callbacks.has(handled.get(index) ?? -1),
    asksIn,
    asksElsewhere: (fragment) => loops.some((loop) => !fragment.within.some((ref) => ref.fragment === loop)),
    endsLoop: ({ rounds }) =>
      rounds?.until !== undefined && callbacks.has(occurrences.callbacks.find(rounds.until)),
  });
  const fates = fatesAround(facts, events, own, callbacks);
  const automaton = withFates(monitor, fates, asksIn, asAbsent);
  const placed: readonly Placed<Fated<CallbackEvent>>[] = [...fates.events, ...own];
  const slice = sliceOf(
    flow,
    breaks,
    placed.toSorted((a, b) => a.order - b.order),
  );
  const verdicts = runOver(slice, automaton);
  return {
    says: (verdict) => verdicts.has(verdict),
    pathTo: (verdict) => {
      const evidence = verdicts.get(verdict);
      if (evidence === undefined) return undefined;
      const { decisions, events } = witnessOf(evidence);
      const happened = events.flatMap((event) => (isFate(event) ? [] : [event]));
      return { decisions: decisive(flow, slice, automaton, verdict, decisions), events: happened };
    },
  };
};
