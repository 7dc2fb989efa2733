import type { Callback } from "../flow/flow.ts";
import type { CallbackEvent } from "./callback-event.ts";
import type { Facts } from "./facts.ts";
import { answersFor } from "./several-receivers.ts";
import type { Placed } from "./slice.ts";
import { type Watched, watch } from "./watch.ts";

/** What a callback is owed to its owner, and what becomes of it on all paths. */
export interface Obligation extends Watched {
  readonly callback: Callback;
  /** Where several are asked at once, each owes an arrival: the one that owes this. */
  readonly receiver?: number;
  /** There is a handler of its timeout. */
  readonly expires: boolean;
}

/**
 * Follows every callback over all paths of its flow.
 *
 * In:     the facts of a flow, and what happens to each of its callbacks.
 * Out:    an obligation for each callback, or for each of several receivers that are asked at once.
 * Says:   nothing: rules speak of verdicts.
 * Cost:   linear in the flow, plus for each callback its own statements, the fragments around them and the breaks between.
 * Source: typestate (Strom and Yemini, 1986); hot states of specification machines as in P (Desai et al., 2013).
 */
export const obligationsOf = (facts: Facts, events: Events): readonly Obligation[] => {
  const { flow } = facts;
  return flow.callbacks.flatMap((callback) => {
    const mine = events[callback.index] ?? [];
    const receivers = facts.apart[callback.index] ?? [];
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
  return {
    callback,
    ...watch(facts, new Set([callback.index]), own, events, start),
    expires: facts.expiring.has(callback.index),
  };
};
