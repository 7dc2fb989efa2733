import type { Callback, Fragment } from "../flow/flow.ts";
import { fragmentKinds } from "../language/fragment-kinds.ts";
import { callbackEvents } from "./callback-events.ts";
import { runOver, type Verdicts } from "./dataflow.ts";
import type { Facts } from "./facts.ts";
import type { MonitorEvent, Verdict } from "./monitor.ts";
import { type CallbackEvent, obligationAutomaton, type Watched } from "./obligation-automaton.ts";
import { answersFor, receiversApart } from "./several-receivers.ts";
import { type Placed, sliceOf } from "./slice.ts";

/** What a callback is owed to its owner, and what becomes of it on all paths. */
export interface Obligation {
  readonly callback: Callback;
  /** Where several are asked at once, each owes an arrival: the one that owes this. */
  readonly receiver?: number;
  readonly verdicts: Verdicts<CallbackEvent, Verdict>;
  /** It is sent somewhere, be it lost on its way. */
  readonly isSent: boolean;
  /** It reaches somebody somewhere. */
  readonly arrives: boolean;
  /** It is awaited somewhere. */
  readonly isAwaited: boolean;
  /** There is a handler of its timeout. */
  readonly expires: boolean;
}

/**
 * Follows every callback over all paths of its flow.
 *
 * In:     the facts of a flow.
 * Out:    an obligation for each callback, or for each of several receivers that are asked at once.
 * Says:   nothing: rules speak of verdicts.
 * Cost:   linear in the flow, plus for each callback its own statements, the fragments around them and the breaks between.
 * Source: typestate (Strom and Yemini, 1986); hot states of specification machines as in P (Desai et al., 2013).
 */
export const obligationsOf = (facts: Facts): readonly Obligation[] => {
  const { flow } = facts;
  const events = callbackEvents(facts);
  return flow.callbacks.flatMap((callback) => {
    const mine = events[callback.index] ?? [];
    const receivers = receiversApart(flow, callback);
    if (receivers.length === 0) return [follow(facts, callback, mine, events)];
    const answers = answersFor(flow, callback, receivers);
    return receivers.map((receiver) => {
      const owed = mine.filter(({ event }) => {
        const to = event.kind === "ask" ? [flow.messages[event.message ?? -1]?.to] : answers(event.message);
        return to.includes(receiver);
      });
      return { ...follow(facts, callback, owed, events, "absent"), receiver };
    });
  });
};

type Events = readonly (readonly Placed<CallbackEvent>[])[];

const follow = (
  facts: Facts,
  callback: Callback,
  own: readonly Placed<CallbackEvent>[],
  events: Events,
  start: "unopened" | "absent" = "unopened",
): Obligation => {
  const { flow, breaks } = facts;
  const others = trackedIn(facts, callback, own, events);
  const tracked = [...others.keys()].flatMap((index, other) =>
    (events[index] ?? [])
      .filter(({ event }) => fateful.has(event.kind))
      .map(({ event, ...place }) => ({ ...place, event: { ...event, other } })),
  );
  const placed = [...tracked, ...own].toSorted((a, b) => a.order - b.order);
  const automaton = obligationAutomaton(watch(facts, callback, own, others, start));
  const kinds = new Set(own.map(({ event }) => event.kind));
  return {
    callback,
    verdicts: runOver(sliceOf(flow, breaks, placed), automaton),
    isSent: [...sending].some((kind) => kinds.has(kind)),
    arrives: [...arriving].some((kind) => kinds.has(kind)),
    isAwaited: kinds.has("await") || kinds.has("race"),
    expires: flow.fragments.some(
      ({ index, handles }) => handles?.arm === "timeout" && facts.handled.get(index) === callback.index,
    ),
  };
};

const arriving: ReadonlySet<MonitorEvent> = new Set<MonitorEvent>([
  "arrive",
  "reject",
  "settle",
  "feed",
  "stray",
  "depart",
]);
const sending: ReadonlySet<MonitorEvent> = new Set<MonitorEvent>([...arriving, "send", "lose"]);
const fateful: ReadonlySet<MonitorEvent> = new Set<MonitorEvent>([...arriving, "ask"]);
/** More are not tracked: a path may then run through their handlers' bodies or past them. */
const mostTracked = 4;

/** Other callbacks whose handlers hold events of this one, with whether their failure has a handler of its own. */
const trackedIn = (
  { flow, handled, rejectable }: Facts,
  callback: Callback,
  own: readonly Placed<CallbackEvent>[],
  events: Events,
): ReadonlyMap<number, boolean> => {
  const others = new Map<number, boolean>();
  for (const { order, within } of own) {
    for (const { fragment } of within) {
      const other = handled.get(fragment);
      if (other === undefined || other === callback.index || others.size === mostTracked) continue;
      const arm = flow.fragments[fragment]?.handles?.arm;
      const isBelow = (events[other] ?? []).some(
        (placed) => fateful.has(placed.event.kind) && placed.event.kind !== "ask" && placed.order < order,
      );
      if ((arm === "arrival" || arm === "rejected") && isBelow) others.set(other, rejectable.has(other));
    }
  }
  return others;
};

const watch = (
  { flow, handled, rejectable }: Facts,
  callback: Callback,
  own: readonly Placed<CallbackEvent>[],
  others: ReadonlyMap<number, boolean>,
  start: "unopened" | "absent",
): Watched => {
  const asks = own
    .filter(({ event }) => event.kind === "ask")
    .map(({ within }) => within.map(({ fragment }) => fragment));
  const asked = new Set(asks.flat());
  const loops = new Set([...asked].filter((index) => isLoop(flow.fragments[index])));
  const loopsAround = (fragment: Fragment) => new Set(fragment.within.map((operand) => operand.fragment));
  const numbers = new Map([...others.keys()].map((index, number) => [index, number]));
  return {
    start,
    handledBy: (fragment) => {
      const other = handled.get(fragment.index);
      if (other === callback.index) return "own";
      const tracked = numbers.get(other ?? -1);
      if (tracked !== undefined) return tracked;
      const always = fragment.handles?.arm === "arrival" && !rejectable.has(other ?? -1);
      return always ? "always" : "any";
    },
    rejectable: [...others.values()],
    asksIn: ({ index }) => asked.has(index),
    asksElsewhere: (fragment) => {
      const around = loopsAround(fragment);
      return [...loops].some((loop) => !around.has(loop));
    },
    endsLoop: ({ rounds }) => rounds?.until?.text === callback.name,
  };
};

const isLoop = (fragment: Fragment | undefined): boolean =>
  fragment !== undefined && fragmentKinds[fragment.kind].flow === "rounds";
