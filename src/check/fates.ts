import type { Fragment } from "../flow/flow.ts";
import type { CallbackEvent } from "./callback-event.ts";
import type { Automaton, Handling } from "./dataflow.ts";
import type { Facts } from "./facts.ts";
import type { MonitorEvent } from "./monitor.ts";
import type { Placed } from "./slice.ts";

/** What became of a callback in whose handler something happens that is watched. */
export interface FateEvent {
  /** Its number among those that are followed. */
  readonly other: number;
  readonly fate: Fate;
}
type Fate = 0 | 1 | 2;
const [open, arrived, failed] = [0, 1, 2] as const;

export type Fated<E> = E | FateEvent;

export const isFate = <E extends object>(event: Fated<E>): event is FateEvent => "fate" in event;

/** Callbacks whose handlers matter to what is watched, and how a path goes through these handlers. */
export interface Fates {
  readonly events: readonly Placed<FateEvent>[];
  readonly waysPast: (fragment: Fragment, fateOf: (other: number) => Fate) => Ways;
}

/** Whether a path runs through a handler's body, and whether it goes past it. */
interface Ways {
  readonly runs: boolean;
  readonly passes: boolean;
  /** What the body does is the end of its path: where the drawing goes on, it shows the path on which nothing timed out. */
  readonly isSideway?: boolean;
}

const through: Ways = { runs: true, passes: false };
const past: Ways = { runs: false, passes: true };
const sideway: Ways = { runs: true, passes: false, isSideway: true };
const sidewayOrPast: Ways = { runs: true, passes: true, isSideway: true };

/** More are not followed: a path may then run through their handlers' bodies or past them. */
const most = 4;
const arriving: ReadonlySet<MonitorEvent> = new Set<MonitorEvent>([
  "arrive",
  "reject",
  "settle",
  "feed",
  "stray",
]);

/**
 * Follows the callbacks in whose handlers something happens.
 *
 * In:     the facts of a flow, what happens to each of its callbacks, and what is watched; callbacks that are watched themselves.
 * Out:    events to be watched beside, and the ways past a handler: through the body of `on: x` where x has arrived or will,
 *         through that of its failure where it has failed. A handler of a timeout runs where x has not arrived; it and one of
 *         late arrivals are side ways, which end with their bodies.
 * Says:   nothing.
 * Cost:   linear in what is watched and the events of the callbacks around it.
 * Source: LANGUAGE section 6.
 */
export const fatesAround = <E>(
  { flow, handled, rejectable }: Facts,
  callbackEvents: readonly (readonly Placed<CallbackEvent>[])[],
  watched: readonly Placed<E>[],
  own: ReadonlySet<number> = new Set(),
): Fates => {
  const firstIn = new Map<number, number>();
  for (const { order, within } of watched)
    for (const { fragment } of within)
      if (handled.has(fragment) && !firstIn.has(fragment)) firstIn.set(fragment, order);
  const others = [...new Set([...firstIn.keys()].flatMap((fragment) => handled.get(fragment) ?? []))].filter(
    (index) => !own.has(index),
  );
  const numbers = new Map(others.slice(0, most).map((index, number) => [index, number]));
  const isFailure = (callback: number, message: number | undefined): boolean =>
    rejectable.has(callback) &&
    flow.callbacks[callback]?.arrivals.some(
      (arrival) => arrival.message === message && arrival.how === "rejects",
    ) === true;
  const comings = new Map(
    others.map((index) => [
      index,
      (callbackEvents[index] ?? []).filter(({ event }) => arriving.has(event.kind)),
    ]),
  );
  const events = [...numbers].flatMap(([callback, other]) =>
    (callbackEvents[callback] ?? []).flatMap(
      ({ order, within, event: { kind, message } }): Placed<FateEvent>[] => {
        if (kind === "ask") return [{ order, within, event: { other, fate: open } }];
        if (!arriving.has(kind)) return [];
        return [{ order, within, event: { other, fate: isFailure(callback, message) ? failed : arrived } }];
      },
    ),
  );
  return {
    events,
    waysPast: ({ index, handles }, fateOf) => {
      const callback = handled.get(index) ?? -1;
      const number = numbers.get(callback);
      const fate = number === undefined ? undefined : fateOf(number);
      const isComing = comings.get(callback)?.some(({ order }) => order > (firstIn.get(index) ?? 0)) === true;
      const isSplit = rejectable.has(callback);
      switch (handles?.arm ?? "arrival") {
        case "arrival":
          if (fate === undefined) return isSplit ? { runs: true, passes: true } : through;
          return fate === arrived || (fate === failed && !isSplit) || (fate === open && isComing)
            ? through
            : past;
        case "rejected":
          if (fate === undefined || (fate === open && isComing)) return { runs: true, passes: true };
          return fate === failed ? through : past;
        case "timeout":
          if (fate === undefined || (fate === open && isComing)) return sidewayOrPast;
          return fate === open ? sideway : past;
        case "late":
          return sidewayOrPast;
      }
    },
  };
};

/**
 * An automaton that knows beside its own state what became of other callbacks, and goes through their handlers accordingly.
 *
 * In:   an automaton; the fates; the fragments in whose bodies what is watched begins, so that whoever goes past one is in the
 *       state that `absent` gives, and a side way leads on.
 * Out:  an automaton over its events and those of the fates. It asks the first one only for handlers that are its own.
 * Says: nothing.
 * Cost: constant for each event.
 */
export const withFates = <E extends object, V extends string>(
  automaton: Automaton<E, V>,
  { waysPast }: Fates,
  begins: (fragment: Fragment) => boolean = () => false,
  absent: (state: number) => number = (state) => state,
): Automaton<Fated<E>, V> => {
  const inner = (state: number): number => Math.floor(state / fateCount);
  const keeping = (state: number, next: number): number => next * fateCount + (state % fateCount);
  const fateOf =
    (state: number) =>
    (other: number): Fate =>
      (Math.floor(state / 3 ** other) % 3) as Fate;
  return {
    ...automaton,
    start: automaton.start * fateCount,
    remembers: (event) => !isFate(event) && automaton.remembers(event),
    step: (state, event, say) => {
      if (!isFate(event)) return keeping(state, automaton.step(inner(state), event, say));
      return state + (event.fate - fateOf(state)(event.other)) * 3 ** event.other;
    },
    handle: (state, fragment, say): Handling => {
      const own = automaton.handle(inner(state), fragment, say);
      if (own !== undefined) {
        return {
          ...(own.runs !== undefined && { runs: keeping(state, own.runs) }),
          ...(own.passes !== undefined && { passes: keeping(state, own.passes) }),
        };
      }
      const ways = waysPast(fragment, fateOf(state));
      const isBegun = begins(fragment);
      return {
        ...((ways.runs || isBegun) && { runs: state }),
        ...(ways.passes && { passes: isBegun ? keeping(state, absent(inner(state))) : state }),
        ...(ways.isSideway && !isBegun && { isSideway: true }),
      };
    },
    skip: (state, fragment) => {
      const next = automaton.skip(inner(state), fragment);
      return next === undefined ? undefined : keeping(state, next);
    },
    ends: (state, fragment) => automaton.ends(inner(state), fragment),
    coarsen: (state, say) => keeping(state, automaton.coarsen(inner(state), say)),
    finish: (state, say) => automaton.finish(inner(state), say),
  };
};

const fateCount = 3 ** most;
