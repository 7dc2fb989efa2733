import { at } from "./at.ts";

/** A message in a queue or topic, from one place in the course to others. */
export interface Stay {
  readonly lane: number;
  readonly message: number;
  readonly from: number;
  /** Where it leaves: a topic's leaves with the last of its copies. Empty: nowhere. */
  readonly until: readonly number[];
}

/** The stays so far. */
export interface StayRecorder {
  readonly list: readonly Stay[];
  /** A message comes in, or comes back, with these copies. */
  readonly begin: (lane: number, message: number, copies: readonly number[], place: number) => void;
  /** A copy leaves; gives the place where it came in, or, when it had left before, where that was; -1 when that is unknown. */
  readonly end: (copy: number, place: number) => number;
}

/**
 * Keeps account of who waits where from when to when.
 *
 * In: nothing waits. Out: the account. Says: nothing. Cost: constant per copy.
 * Source: LANGUAGE section 10.
 */
export const stayRecorder = (): StayRecorder => {
  const list: { lane: number; message: number; from: number; until: number[] }[] = [];
  const stayOf = new Map<number, number>();
  const left = new Map<number, number>();
  return {
    list,
    begin: (lane, message, copies, place) => {
      const stay = list.push({ lane, message, from: place, until: [] }) - 1;
      for (const copy of copies) {
        stayOf.set(copy, stay);
        left.delete(copy);
      }
    },
    end: (copy, place) => {
      const before = left.get(copy);
      left.set(copy, place);
      if (before !== undefined) return before;
      const stay = stayOf.get(copy);
      if (stay === undefined) return -1;
      at(list, stay).until.push(place);
      return at(list, stay).from;
    },
  };
};
