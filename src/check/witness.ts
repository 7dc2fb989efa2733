import type { PathEvents } from "../order/path-events.ts";

/** Something that happens in a witness: an occurrence, in the round of each loop around it. */
export interface WitnessStep {
  readonly occurrence: number;
  readonly rounds: readonly number[];
  /** An await that gives up. */
  readonly gaveUp: boolean;
}

/** The beginning of an execution that shows a finding, step by step. */
export interface Witness {
  readonly steps: readonly WitnessStep[];
  /** Two of its steps, by their place, of which the text draws the second above the first. */
  readonly turned?: readonly [early: number, late: number];
  /** What to say of a step, by its place. */
  readonly remarks: ReadonlyMap<number, string>;
}

/**
 * Lifts a schedule of a path out of it, so that the path need not be kept.
 *
 * In:   a path's events; some of them in the order in which they happen.
 * Out:  the steps; nothing refers to the path any more.
 * Says: nothing.
 * Cost: linear in the schedule.
 */
export const stepsOf = ({ list }: PathEvents, schedule: readonly number[]): readonly WitnessStep[] =>
  schedule.flatMap((event) => {
    const found = list[event];
    return found === undefined
      ? []
      : [{ occurrence: found.occurrence, rounds: found.rounds, gaveUp: found.gaveUp }];
  });

/** A witness whose first event comes too late and whose second too early. */
export const turnedWitness = (
  events: PathEvents,
  schedule: readonly number[],
  [early, late]: readonly [early: number, late: number],
  [saysEarly, saysLate]: readonly [early: string, late: string],
): Witness => {
  const turned = [schedule.indexOf(early), schedule.indexOf(late)] as const;
  return {
    steps: stepsOf(events, schedule),
    turned,
    remarks: new Map([
      [turned[0], saysEarly],
      [turned[1], saysLate],
    ]),
  };
};
