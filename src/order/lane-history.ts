import { at } from "./at.ts";
import type { Place } from "./occurrence.ts";
import type { Lane, LaneChange } from "./queues.ts";

/** A change while it is written. */
interface DraftChange extends Place {
  count: number;
  readonly entered: Set<number>;
  readonly left: Set<number>;
}

/** The history of each lane while it is written. */
export interface LaneHistory {
  readonly count: (lane: number) => number;
  /** Numbers a message that comes in. */
  readonly entry: (lane: number, message: number) => number;
  readonly change: (lane: number, entry: number, comes: boolean, place: Place) => void;
  readonly lane: (participant: number) => Lane;
}

/**
 * Writes the history of lanes.
 *
 * In:     how many participants there are.
 * Out:    empty histories; changes at one place become one change, and what comes and goes at one place is none.
 * Says:   nothing.
 * Cost:   constant per change.
 * Source: LANGUAGE section 10.
 */
export const laneHistory = (participants: number): LaneHistory => {
  const entries = Array.from({ length: participants }, (): number[] => []);
  const changes = Array.from({ length: participants }, (): DraftChange[] => []);
  const count = (lane: number): number => at(changes, lane).at(-1)?.count ?? 0;
  return {
    count,
    entry: (lane: number, message: number): number => at(entries, lane).push(message) - 1,
    change: (lane: number, entry: number, comes: boolean, place: Place): void => {
      const mine = at(changes, lane);
      const last = mine.at(-1);
      const isHere = last?.occurrence === place.occurrence && last.endOf === place.endOf;
      const here = isHere
        ? last
        : { ...place, count: count(lane), entered: new Set<number>(), left: new Set<number>() };
      if (!isHere) mine.push(here);
      here.count += comes ? 1 : -1;
      const [into, outOf] = comes ? [here.entered, here.left] : [here.left, here.entered];
      if (!outOf.delete(entry)) into.add(entry);
    },
    lane: (participant: number): Lane => ({
      participant,
      entries: at(entries, participant),
      changes: at(changes, participant)
        .filter(({ entered, left }) => entered.size + left.size > 0)
        .map((change): LaneChange => ({ ...change, entered: [...change.entered], left: [...change.left] })),
    }),
  };
};
