import type { Fragment } from "../flow/flow.ts";
import type { CallbackEvent } from "./callback-event.ts";
import type { Automaton, Handling, Say } from "./dataflow.ts";
import {
  type Arm,
  type Cell,
  handlers,
  type MonitorEvent,
  monitor,
  type Phase,
  phases,
  type Verdict,
} from "./monitor.ts";

/** What the automaton of one callback has to know of it. */
export interface Known {
  readonly start: Phase;
  /** Whether an `on` handles this callback. */
  readonly handles: (fragment: Fragment) => boolean;
  /** Loops in which it is asked for. */
  readonly asksIn: (fragment: Fragment) => boolean;
  /** It is asked for in a loop that is not around this one, so that both loops run for the same things. */
  readonly asksElsewhere: (fragment: Fragment) => boolean;
  readonly endsLoop: (fragment: Fragment) => boolean;
}

const phaseCount = 32;
const numbers = Object.fromEntries(phases.map((phase, number) => [phase, number])) as Record<Phase, number>;
const phaseOf = (state: number): Phase => phases[state % phaseCount] ?? "judged";
const withPhase = (state: number, phase: Phase): number => state - (state % phaseCount) + numbers[phase];
/** An expiry branch is drawn on the path: whatever does not come has timed out. */
const covered = phaseCount;
const isCovered = (state: number): boolean => Math.floor(state / covered) % 2 === 1;
const cover = (state: number): number => (isCovered(state) ? state : state + covered);
const uncover = (state: number): number => (isCovered(state) ? state - covered : state);
const move = (state: number, cell: Cell | undefined, say: Say<Verdict>): number => {
  if (cell === undefined) return state;
  if (typeof cell === "string") return withPhase(state, cell);
  const [phase, ...verdicts] = cell;
  verdicts.forEach(say);
  return withPhase(state, phase);
};

const opened: ReadonlySet<Phase> = new Set(
  phases.filter((phase) => !["unopened", "foreseen", "absent"].includes(phase)),
);
const came: ReadonlySet<Phase> = new Set<Phase>([
  ...(["resolved", "rejected", "consumed", "belated", "attended", "detached", "judged"] as const),
]);
const excused: ReadonlySet<Verdict> = new Set<Verdict>(["missing", "starved"]);

/**
 * The monitor as an automaton over one callback's slice.
 *
 * In:   what there is to know of the callback.
 * Out:  an automaton whose states are the phase and whether an expiry branch is drawn.
 * Says: nothing.
 * Cost: constant for each event.
 */
export const obligationAutomaton = (known: Known): Automaton<CallbackEvent, Verdict> => ({
  start: numbers[known.start],
  remembers: () => true,
  step: (state, { kind }, say) => {
    if (sending.has(kind)) say("sent");
    if (arriving.has(kind)) say("arrived");
    const next = move(state, monitor[phaseOf(state)][kind], say);
    return kind === "ask" ? uncover(next) : next;
  },
  handle: (state, fragment, say) =>
    known.handles(fragment) ? handleOwn(state, fragment.handles?.arm ?? "arrival", say) : undefined,
  skip: (state, fragment) => {
    const phase = phaseOf(state);
    if (known.asksIn(fragment)) return asAbsent(state);
    return opened.has(phase) && known.asksElsewhere(fragment) ? undefined : state;
  },
  ends: (state, fragment) => !known.endsLoop(fragment) || came.has(phaseOf(state)),
  finish: (state, say) => {
    move(state, monitor[phaseOf(state)].end, (verdict) => {
      if (!isCovered(state) || !excused.has(verdict)) say(verdict);
    });
  },
  most: 4096,
  coarsen: (state) => state,
  weight: (verdict) => weights.get(verdict) ?? (verdict === "settled" ? -0.5 : 0),
});

/** The state of a path that went past the request: nothing is owed on it, unless it was asked for before. */
export const asAbsent = (state: number): number =>
  opened.has(phaseOf(state)) ? state : withPhase(state, "absent");

/** What says something about the path, the worst first; the others only tell what happens. */
const faults: readonly Verdict[] = [
  ...(["self-blocked", "awaited-in-vain", "awaited-early", "starved", "missing", "early"] as const),
  ...(["stranded", "unheeded", "twice", "reopened", "leaked", "late"] as const),
];
/** No number of milder faults weighs as much as one that is worse. */
const weights: ReadonlyMap<Verdict, number> = new Map(
  faults.toReversed().map((fault, rank) => [fault, 2 ** rank]),
);
const arriving: ReadonlySet<MonitorEvent> = new Set<MonitorEvent>([
  "arrive",
  "reject",
  "settle",
  "feed",
  "stray",
  "depart",
]);
const sending: ReadonlySet<MonitorEvent> = new Set<MonitorEvent>([...arriving, "send", "lose"]);

const handleOwn = (state: number, arm: Arm, say: Say<Verdict>): Handling => {
  const { runs, passes } = handlers[phaseOf(state)][arm];
  const waiting = arm === "timeout" && runs !== undefined && passes !== undefined;
  const past = waiting ? cover(state) : state;
  return {
    ...(runs !== undefined && { runs: move(state, runs, say) }),
    ...(passes !== undefined && { passes: withPhase(past, passes) }),
  };
};
