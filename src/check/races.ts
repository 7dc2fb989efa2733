import type { Callback } from "../flow/flow.ts";
import type { CallbackEvent } from "./callback-event.ts";
import type { Facts } from "./facts.ts";
import type { MonitorEvent } from "./monitor.ts";
import type { Placed } from "./slice.ts";
import { type Watched, watch } from "./watch.ts";

/** An `await` of which the first callback is enough, as one obligation: whichever comes first meets it. */
export interface Race extends Watched {
  /** The occurrence of the `await`. */
  readonly occurrence: number;
  readonly callbacks: readonly Callback[];
}

const coming: readonly MonitorEvent[] = ["arrive", "reject", "settle", "feed", "stray", "depart", "carry"];
const kept: ReadonlySet<MonitorEvent> = new Set<MonitorEvent>([
  "ask",
  "send",
  "lose",
  "handle",
  "detach",
  ...coming,
]);

/**
 * Follows every `await … { any: true }` over all paths.
 *
 * In:   the facts of a flow, and what happens to each of its callbacks.
 * Out:  a race for each such wait; one of its callbacks that is detached takes it along, other words for them do not matter to it.
 * Says: nothing: rules speak of verdicts.
 * Cost: as for a callback with all their events.
 */
export const racesOf = (
  facts: Facts,
  events: readonly (readonly Placed<CallbackEvent>[])[],
): readonly Race[] =>
  facts.occurrences.list.flatMap(({ kind, index, any, callbacks = [], within }) => {
    if (kind !== "await" || any !== true) return [];
    if (callbacks.length < 2 && callbacks.every((callback) => facts.apart[callback]?.length === 0)) return [];
    const wait: Placed<CallbackEvent> = { order: index, within, event: { kind: "await", occurrence: index } };
    const others = callbacks.flatMap((callback) =>
      (events[callback] ?? []).filter(({ event }) => kept.has(event.kind)),
    );
    return [
      {
        occurrence: index,
        callbacks: callbacks.flatMap((callback) => facts.flow.callbacks[callback] ?? []),
        ...watch(
          facts,
          new Set(callbacks),
          [...others, wait].toSorted((a, b) => a.order - b.order),
          events,
          "absent",
        ),
      },
    ];
  });
