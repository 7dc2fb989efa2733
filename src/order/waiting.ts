import type { Flow } from "../flow/flow.ts";
import { addTo } from "./add-to.ts";
import { at } from "./at.ts";
import type { Calls } from "./calls.ts";
import type { Occurrence } from "./occurrence.ts";
import type { Occurrences } from "./occurrences.ts";

/** Something that a participant is blocked for. */
export interface Waiting {
  /** The occurrence from which on it waits. */
  readonly begins: number;
  /** What it waits for: numbers of things that arrive. */
  readonly slots: readonly number[];
  /** The first of them is enough. */
  readonly any: boolean;
  readonly call?: number;
  readonly await?: number;
}

/** Who waits for what, and what happens to it where. */
export interface Waitings {
  readonly list: readonly Waiting[];
  /** By occurrence: the waits that it begins, the slots that it fills, the slots that it gives up. */
  readonly begins: ReadonlyMap<number, readonly number[]>;
  readonly fills: ReadonlyMap<number, readonly number[]>;
  readonly givesUp: ReadonlyMap<number, readonly number[]>;
}

/**
 * Lists what participants wait for.
 *
 * In:     a flow, its occurrences and its calls.
 * Out:    one wait per call that has a reply, and per `await`. An `await` right below arrivals of what it names waits from the
 *         occurrence of its lifeline before them. Someone who awaits a callback that only others receive waits for these.
 * Says:   nothing.
 * Cost:   linear in occurrences and awaited names.
 * Source: LANGUAGE sections 5 and 6.
 */
export const waitingsOf = (flow: Flow, occurrences: Occurrences, calls: Calls): Waitings => {
  const list: Waiting[] = [];
  const begins = new Map<number, number[]>();
  const fills = new Map<number, number[]>();
  const givesUp = new Map<number, number[]>();
  const add = (waiting: Waiting): void => addTo(begins, waiting.begins, list.push(waiting) - 1);

  for (let call = 0; call < flow.messages.length; call++) {
    const begin = at(occurrences.sendOf, call);
    if (begin < 0 || !calls.blocks[call]) continue;
    const ends = at(calls.repliesOf, call).flatMap((reply) => at(occurrences.receiptsOf, reply));
    const answered = at(occurrences.answeredOf, call);
    if (answered >= 0) ends.push(answered);
    if (ends.length === 0) continue;
    add({ begins: begin, slots: [call], any: false, call });
    for (const end of ends) addTo(fills, end, call);
  }
  // All else that is waited for is a callback.
  if (flow.callbacks.length === 0) return { list, begins, fills, givesUp };

  const slots = slotsOf(occurrences, flow.messages.length);
  const places = placesOn(occurrences);
  for (const occurrence of occurrences.list) {
    const { index, kind, callbacks = [], lifeline, any = false, arm } = occurrence;
    if (kind === "await" && callbacks.length > 0 && lifeline >= 0) {
      const wanted = callbacks.map((callback) => slots.of(callback, lifeline));
      add({ begins: beginning(occurrences, places, occurrence), slots: wanted, any, await: index });
    }
    if (kind === "cancel" || (kind === "handle" && arm === "timeout"))
      for (const callback of callbacks) addTo(givesUp, index, slots.of(callback, lifeline));
    for (const slot of slots.filledBy(occurrence)) addTo(fills, index, slot);
  }
  return { list, begins, fills, givesUp };
};

/** Things that arrive for someone: calls' replies under the call's index, above them callbacks by who receives them. */
const slotsOf = ({ list, callbacks }: Occurrences, first: number) => {
  const numbers = new Map<string, number>();
  const received = new Set<string>();
  const arrivals = ({ message, kind }: Occurrence) =>
    message !== undefined && (kind === "receipt" || kind === "duplicate")
      ? at(callbacks.arrivalsOf, message)
      : [];
  for (const occurrence of list)
    for (const { callback } of arrivals(occurrence)) received.add(`${callback}@${occurrence.lifeline}`);
  const number = (key: string): number => {
    const known = numbers.get(key) ?? first + numbers.size;
    numbers.set(key, known);
    return known;
  };
  return {
    /** The arrival of a callback at a lifeline; at any lifeline, where this one never receives it. */
    of: (callback: number, lifeline: number): number =>
      number(received.has(`${callback}@${lifeline}`) ? `${callback}@${lifeline}` : `${callback}@`),
    filledBy: (occurrence: Occurrence): readonly number[] =>
      arrivals(occurrence).flatMap(({ callback }) => [
        number(`${callback}@${occurrence.lifeline}`),
        number(`${callback}@`),
      ]),
  };
};

/** By occurrence: how many there are before it on its lifeline. */
const placesOn = ({ list, onLifeline }: Occurrences): readonly number[] => {
  const places = list.map(() => 0);
  for (const mine of onLifeline) for (const [place, index] of mine.entries()) places[index] = place;
  return places;
};

const beginning = (
  { list, callbacks, onLifeline }: Occurrences,
  places: readonly number[],
  { index, lifeline, callbacks: wanted = [] }: Occurrence,
): number => {
  const mine = at(onLifeline, lifeline);
  let place = at(places, index) - 1;
  const isArrival = (occurrence: number): boolean => {
    const { message, kind } = at(list, occurrence);
    if (message === undefined || (kind !== "receipt" && kind !== "duplicate")) return false;
    return at(callbacks.arrivalsOf, message).some(({ callback }) => wanted.includes(callback));
  };
  while (place >= 0 && isArrival(at(mine, place))) place--;
  return place < 0 || place === at(places, index) - 1 ? index : at(mine, place);
};
