import type { Callback, Message } from "../flow/flow.ts";
import { scheduleOf } from "../order/schedule.ts";
import type { Facts } from "./facts.ts";
import type { Look } from "./orderings.ts";
import { roundsAgree } from "./rounds-agree.ts";
import { turnedWitness, type Witness } from "./witness.ts";

/** A callback that can arrive before the point from which it can be matched to its request. */
export interface Hasty {
  readonly callback: Callback;
  readonly arrival: Message;
  /** The occurrence from which it can be matched. */
  readonly stored: number;
  readonly witness?: Witness;
}

/** Whether a flow says from where on a callback can be matched to its request; where it does not, that is the request itself. */
export const storesSomething = ({ occurrences }: Facts): boolean =>
  occurrences.list.some(({ kind }) => kind === "stored");

/**
 * Finds callbacks of a path that can arrive before they are stored.
 *
 * In:     a path; `found` takes each by its name, and what to say of it.
 * Out:    arrivals of the same round that `stored` need not precede, of callbacks that are not detached. That the reply is sent before the callback orders nothing:
 *         the two travel apart.
 * Says:   nothing.
 * Cost:   linear in events, and per callback in its arrivals times its stores.
 * Source: CHECKS rule 11.
 */
export const hastyOn = (
  { facts, causes, shown }: Look,
  found: (key: string, make: () => Hasty) => void,
): void => {
  const { events, precedes } = causes;
  const { occurrences, flow } = facts;
  const stores = new Map<number, number[]>();
  for (const { index, occurrence } of events.list) {
    const { kind, callbacks = [] } = occurrences.list[occurrence] ?? {};
    if (kind !== "stored") continue;
    for (const callback of callbacks) stores.set(callback, [...(stores.get(callback) ?? []), index]);
  }
  if (stores.size === 0) return;
  for (const { index, occurrence } of events.list) {
    const { kind, message = -1 } = occurrences.list[occurrence] ?? {};
    if (kind !== "receipt" && kind !== "answered") continue;
    for (const { callback, how } of occurrences.callbacks.arrivalsOf[message] ?? []) {
      const [asked, arrival] = [flow.callbacks[callback], flow.messages[message]];
      if (how === "carries" || asked === undefined || arrival === undefined) continue;
      if (asked.settled.some((each) => each.how === "detach")) continue;
      const isReply = kind === "answered" || (facts.calls.callOf[message] ?? -1) >= 0;
      const stored = (stores.get(callback) ?? []).find(
        (store) =>
          !precedes(store, index) &&
          !precedes(index, index) &&
          !precedes(store, store) &&
          roundsAgree(facts, events.list[store], events.list[index]),
      );
      // A reply goes to the call that waits for it: nothing has to be looked up.
      if (stored === undefined || isReply) continue;
      found(`${callback} ${message}`, () => ({
        callback: asked,
        arrival,
        stored: events.list[stored]?.occurrence ?? -1,
        ...shown(() => {
          const schedule = scheduleOf(causes, stored, index);
          const remarks = ["arrives before it is stored", "too late"] as const;
          return schedule && turnedWitness(events, schedule, [index, stored], remarks);
        }),
      }));
    }
  }
};
