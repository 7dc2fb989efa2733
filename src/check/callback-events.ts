import type { Callback, Message } from "../flow/flow.ts";
import type { Occurrence, OccurrenceKind } from "../order/occurrence.ts";
import type { CallbackEvent } from "./callback-event.ts";
import type { Facts } from "./facts.ts";
import { groupBy } from "./group-by.ts";
import { mayAwait } from "./hand-over.ts";
import type { MonitorEvent } from "./monitor.ts";
import { receptionsOf } from "./reception.ts";
import { sentOnlyAfter } from "./self-blocking.ts";
import type { Placed } from "./slice.ts";

/**
 * Lists everything that happens to each callback.
 *
 * In:   the facts of a flow.
 * Out:  by callback: its events in written order. A message that is received where it is sent is one event, else two.
 * Says: nothing.
 * Cost: linear in occurrences; an `await` above an arrival also in what stands between.
 */
export const callbackEvents = (facts: Facts): readonly (readonly Placed<CallbackEvent>[])[] => {
  const { flow, occurrences } = facts;
  const events: Placed<CallbackEvent>[][] = flow.callbacks.map(() => []);
  const receptions = receptionsOf(facts);
  const isFed = feeds(facts);
  const owned = groupBy(flow.callbacks, ({ owner }) => owner ?? -1);

  const add = (
    callback: number,
    kind: MonitorEvent,
    { index, within }: Occurrence,
    message?: number,
  ): void => {
    events[callback]?.push({
      order: index,
      within,
      event: { kind, occurrence: index, ...(message !== undefined && { message }) },
    });
  };
  const addAll = (kind: MonitorEvent, occurrence: Occurrence): void => {
    for (const callback of occurrence.callbacks ?? []) add(callback, kind, occurrence);
  };
  const asked = (occurrence: Occurrence, message: Message): void => {
    for (const callback of facts.asks[message.index] ?? []) add(callback, "ask", occurrence, message.index);
  };
  const arrivalsBy = ({ index }: Message): readonly { callback: Callback; how: "resolves" | "rejects" }[] =>
    (occurrences.callbacks.arrivalsOf[index] ?? []).flatMap(({ callback: at, how }) => {
      const callback = flow.callbacks[at];
      return how === "carries" || callback === undefined ? [] : [{ callback, how }];
    });

  const send = (occurrence: Occurrence, message: Message): void => {
    asked(occurrence, message);
    const receipt = occurrences.list[occurrences.receiptOf[message.index] ?? -1];
    for (const { callback } of arrivalsBy(message)) {
      if (message.attributes.lost === true) add(callback.index, "lose", occurrence, message.index);
      else if (message.attributes["in-flight"] === true)
        add(callback.index, "depart", occurrence, message.index);
      else if (message.to === null) add(callback.index, "settle", occurrence, message.index);
      else if (receipt?.step !== occurrence.step) add(callback.index, "send", occurrence, message.index);
    }
  };
  const receive = (occurrence: Occurrence, message: Message): void => {
    if (occurrences.sendOf[message.index] === -1) asked(occurrence, message);
    for (const { callback, how } of arrivalsBy(message)) {
      if (receptions.isAnswered(callback, message)) continue;
      const kind = facts.handsOver(callback, message)
        ? "carry"
        : receptions.of(callback, how, message, occurrence.index);
      const fed = (kind === "arrive" || kind === "reject") && isFed(callback, message);
      add(callback.index, fed ? "feed" : kind, occurrence, message.index);
    }
    for (const callback of handedOn(facts, message)) add(callback, "carry", occurrence, message.index);
  };
  const answered = (occurrence: Occurrence, message: Message): void => {
    for (const { callback } of arrivalsBy(message))
      if (receptions.isAnswered(callback, message)) add(callback.index, "settle", occurrence, message.index);
  };

  const happens: {
    readonly [K in OccurrenceKind]?: (occurrence: Occurrence, message: Message | undefined) => void;
  } = {
    send: (occurrence, message) => {
      for (const index of facts.sentWith(message?.index ?? -1))
        send(occurrence, flow.messages[index] as Message);
    },
    receipt: (occurrence, message) => message && receive(occurrence, message),
    answered: (occurrence, message) => message && answered(occurrence, message),
    await: (occurrence) => {
      const { callbacks = [], any } = occurrence;
      for (const index of callbacks) {
        const callback = flow.callbacks[index];
        if (callback !== undefined && mayAwait(facts, callback, occurrence))
          add(
            index,
            any === true && (callbacks.length > 1 || facts.apart[index]?.length !== 0) ? "race" : "await",
            occurrence,
          );
      }
    },
    handle: (occurrence) => addAll("handle", occurrence),
    cancel: (occurrence) => addAll("cancel", occurrence),
    detach: (occurrence) => addAll("detach", occurrence),
    destroy: (occurrence) => {
      for (const { index } of owned.get(occurrence.lifeline) ?? []) add(index, "destroy", occurrence);
    },
  };
  for (const occurrence of occurrences.list)
    happens[occurrence.kind]?.(occurrence, flow.messages[occurrence.message ?? -1]);
  return events;
};

/** Callbacks that a message hands on to somebody who may take them: it says so, or takes them out of a queue. */
const handedOn = (
  { flow, occurrences, queues, owners }: Facts,
  { index, to }: Message,
): readonly number[] => {
  const said = (occurrences.callbacks.arrivalsOf[index] ?? []).filter(({ how }) => how === "carries");
  const taken = occurrences.callbacks.arrivalsOf[queues.takes[index] ?? -1] ?? [];
  const all = new Set([...said, ...taken].map(({ callback }) => callback));
  return [...all].filter((callback) => owners[callback]?.has(to) && flow.callbacks[callback] !== undefined);
};

/** Waits for one callback that are followed down to its arrivals. */
const mostWaits = 32;

/** Whether an arrival can be sent only when a wait for it, written above it, is over. */
const feeds = (facts: Facts): ((callback: Callback, message: Message) => boolean) => {
  const { occurrences } = facts;
  const waits = new Map<number, Occurrence[]>();
  for (const occurrence of occurrences.list) {
    if (occurrence.kind !== "await" || occurrence.any === true || occurrence.time !== undefined) continue;
    for (const callback of occurrence.callbacks ?? [])
      waits.set(callback, [...(waits.get(callback) ?? []), occurrence]);
  }
  const known = new Map<number, ReadonlySet<number>>();
  const fedTo = (callback: Callback): ReadonlySet<number> => {
    const sends = callback.arrivals.map(({ message }) => occurrences.sendOf[message] ?? -1);
    const last = Math.max(...sends);
    const above = (waits.get(callback.index) ?? []).slice(0, mostWaits).filter(({ index }) => index < last);
    return new Set(above.flatMap((wait) => [...sentOnlyAfter(facts, wait, last)]));
  };
  return (callback, message) => {
    const fed = known.get(callback.index) ?? fedTo(callback);
    known.set(callback.index, fed);
    return fed.has(message.index);
  };
};
