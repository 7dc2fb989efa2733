import { addTo } from "./add-to.ts";
import { at } from "./at.ts";
import type { Occurrence } from "./occurrence.ts";
import type { PathEvents } from "./path-events.ts";

/** A receipt that settles a callback, or hands it on. */
export interface PathArrival {
  readonly event: number;
  readonly callback: number;
  readonly how: "resolves" | "rejects" | "carries";
  readonly lifeline: number;
  readonly sender: number;
  /** How often the callback has been asked for when it is written; at least 1. */
  readonly request: number;
}

export interface PathArrivals {
  readonly list: readonly PathArrival[];
  /** By event: of an await or a handler, which request of each of its callbacks it is about. */
  readonly requestsOf: (event: number) => readonly number[];
  /**
   * What an await or a handler needs: of each group one arrival. Groups may be empty: then nothing of it arrives on the path.
   */
  readonly groups: (event: number, occurrence: Occurrence) => readonly (readonly number[])[];
}

/**
 * Says which arrivals can satisfy which awaits and handlers of a path.
 *
 * In:     a path's events.
 * Out:    arrivals of the same request, as written, at the lifeline that waits; when it receives none of them, at any. A
 *         callback asked of several receivers in one send needs one arrival from each sender of arrivals. A handler needs one
 *         of its kind.
 * Says:   nothing.
 * Cost:   linear in events, and per await in the arrivals of its callbacks.
 * Source: LANGUAGE section 6.
 */
export const pathArrivals = ({ order, list: events }: PathEvents): PathArrivals => {
  const { flow, occurrences, callbacks } = order;
  const asked = flow.callbacks.map(() => 0);
  /** By callback and request: how many receivers were asked. */
  const width = new Map<string, number>();
  const requests = new Map<number, readonly number[]>();
  const byCallback: PathArrival[][] = flow.callbacks.map(() => []);
  const requestOf = (callback: number): number => Math.max(1, at(asked, callback));

  for (const { index: event, occurrence } of events) {
    const { kind, message, lifeline, callbacks: named = [] } = at(occurrences, occurrence);
    if (kind === "send") {
      const asks = order
        .sentBy(occurrence)
        .flatMap((each) => at(flow.messages, each).asks.map(callbacks.find));
      for (const callback of new Set(asks.filter((each) => each >= 0))) {
        asked[callback] = at(asked, callback) + 1;
        width.set(`${callback} ${at(asked, callback)}`, asks.filter((each) => each === callback).length);
      }
    }
    if (kind === "receipt" && message !== undefined)
      for (const { callback, how } of at(callbacks.arrivalsOf, message)) {
        const sender = at(flow.messages, message).from ?? -1;
        at(byCallback, callback).push({
          event,
          callback,
          how,
          lifeline,
          sender,
          request: requestOf(callback),
        });
      }
    if (kind === "await" || kind === "handle") requests.set(event, named.map(requestOf));
  }

  const ofRequest = new Map<string, PathArrival[]>();
  for (const arrival of byCallback.flat())
    addTo(ofRequest, `${arrival.callback} ${arrival.request}`, arrival);
  const cache = new Map<string, readonly (readonly number[])[]>();

  /** Of one callback: several groups when it was asked of several. */
  const groupsOf = (
    callback: number,
    request: number,
    { lifeline, arm, kind }: Occurrence,
  ): readonly (readonly number[])[] => {
    const rejected = arm === "rejected";
    const wide = kind === "await" && (width.get(`${callback} ${request}`) ?? 1) > 1;
    const key = `${callback} ${request} ${lifeline} ${rejected} ${wide}`;
    const known = cache.get(key);
    if (known !== undefined) return known;
    const mine = (ofRequest.get(`${callback} ${request}`) ?? []).filter(
      ({ how }) => !rejected || how !== "resolves",
    );
    const here = mine.filter((each) => each.lifeline === lifeline);
    const arrivals = here.length > 0 ? here : mine.filter(({ how }) => how !== "carries");
    const groups = wide ? bySender(arrivals) : [arrivals.map(({ event }) => event)];
    cache.set(key, groups);
    return groups;
  };

  return {
    list: byCallback.flat(),
    requestsOf: (event) => requests.get(event) ?? [],
    groups: (event, occurrence) => {
      const asked = requests.get(event) ?? [];
      const found = (occurrence.callbacks ?? []).map((callback, index) =>
        groupsOf(callback, at(asked, index), occurrence),
      );
      return occurrence.any === true && found.length > 1 ? [found.flat(2)] : found.flat();
    },
  };
};

const bySender = (arrivals: readonly PathArrival[]): readonly (readonly number[])[] => {
  const groups = new Map<number, number[]>();
  for (const { sender, event } of arrivals) addTo(groups, sender, event);
  return groups.size === 0 ? [[]] : [...groups.values()];
};
