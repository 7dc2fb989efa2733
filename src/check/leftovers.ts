import type { CallbackEvent } from "./callback-event.ts";
import type { Automaton } from "./dataflow.ts";
import { runOver } from "./dataflow.ts";
import { decisive } from "./decisive.ts";
import type { Facts } from "./facts.ts";
import type { MonitorEvent } from "./monitor.ts";
import type { Race } from "./races.ts";
import { type Placed, sliceOf } from "./slice.ts";
import { type Decision, witnessOf } from "./trail.ts";

/** A callback that is still open when another one has won a race. */
interface Leftover {
  /** Its number among those of the race. */
  readonly racer: number;
  readonly decisions: readonly Decision[];
}

/** More racers are not followed. */
const most = 8;
const [idle, running, done] = [0, 1, 2] as const;

/** What happens to one racer: it is asked for, or something beside the race takes care of it; and the race itself. */
interface RacerEvent {
  readonly racer: number;
  readonly becomes: typeof running | typeof done;
}
type Event = RacerEvent | "race";
type Verdict = `left ${number}`;

const settling: ReadonlySet<MonitorEvent> = new Set<MonitorEvent>(["await", "cancel", "detach"]);

/**
 * Finds what a race leaves behind.
 *
 * In:     the facts of a flow, what happens to its callbacks, a race.
 * Out:    a racer that is open at the end of a path on which the race is run, and another one is too, so that one wins and one is
 *         left; undefined where all but one are cancelled, awaited, handled or detached on every path.
 * Says:   nothing.
 * Cost:   linear in the racers' events, the fragments around them and the breaks between.
 * Source: LANGUAGE section 6; what structured concurrency calls a leaked task.
 */
export const leftoverOf = (
  { flow, breaks, handled }: Facts,
  events: readonly (readonly Placed<CallbackEvent>[])[],
  { occurrence, callbacks }: Race,
): Leftover | undefined => {
  const racers = callbacks.slice(0, most).map(({ index }) => index);
  const handles = (order: Placed<CallbackEvent>): boolean => {
    const fragment = flow.fragments[order.within.at(-1)?.fragment ?? -1];
    return fragment !== undefined && handled.has(fragment.index) && fragment.handles?.arm !== "timeout";
  };
  const placed = racers.flatMap((callback, racer) =>
    (events[callback] ?? []).flatMap((each): Placed<Event>[] => {
      const { kind } = each.event;
      if (kind === "race" && each.order === occurrence)
        return racer === 0 ? [{ ...each, event: "race" }] : [];
      if (kind === "ask") return [{ ...each, event: { racer, becomes: running } }];
      const isSettled = settling.has(kind) || (kind === "handle" && handles(each));
      return isSettled ? [{ ...each, event: { racer, becomes: done } }] : [];
    }),
  );
  const slice = sliceOf(
    flow,
    breaks,
    placed.toSorted((a, b) => a.order - b.order),
  );
  const automaton = raceAutomaton(racers.length);
  for (const [verdict, evidence] of runOver(slice, automaton)) {
    const decisions = decisive(flow, slice, automaton, verdict, witnessOf(evidence).decisions);
    return { racer: Number(verdict.slice("left ".length)), decisions };
  }
  return undefined;
};

/** A digit for each racer, and one for the race: has it been run? */
const raceAutomaton = (count: number): Automaton<Event, Verdict> => {
  const unit = (racer: number): number => 3 ** racer;
  const digit = (state: number, racer: number): number => Math.floor(state / unit(racer)) % 3;
  const set = (state: number, racer: number, value: number): number =>
    state + (value - digit(state, racer)) * unit(racer);
  return {
    start: 0,
    remembers: () => false,
    step: (state, event) => {
      if (event === "race") return set(state, count, running);
      const { racer, becomes } = event;
      const isOpen = digit(state, racer) === running;
      return becomes === running || isOpen ? set(state, racer, becomes) : state;
    },
    handle: (state) => ({ runs: state }),
    skip: (state) => state,
    ends: () => true,
    finish: (state, say) => {
      if (digit(state, count) === idle) return;
      const open = Array.from({ length: count }, (_, racer) => racer).filter(
        (racer) => digit(state, racer) === running,
      );
      const [, second] = open;
      if (second !== undefined) say(`left ${second}`);
    },
    most: 4096,
    coarsen: (state) => state,
    weight: () => 1,
  };
};
