import type { Fragment } from "../flow/flow.ts";
import type { Occurrence } from "../order/occurrence.ts";
import type { Path } from "../order/path.ts";
import { beginningOf } from "../order/schedule.ts";
import type { Choice } from "./choices.ts";
import type { Facts } from "./facts.ts";
import type { Look } from "./orderings.ts";
import { replay } from "./replay.ts";
import { stepsOf, type Witness, type WitnessStep } from "./witness.ts";

/** A choice that two lifelines can make without knowing of each other. */
export interface Split {
  readonly fragment: Fragment;
  /** With what one of them starts an operand, and with what another one starts the same or another one. */
  readonly starts: readonly [one: Start, other: Start];
  readonly witness?: Witness;
}

export interface Start {
  readonly operand: number;
  readonly occurrence: Occurrence;
}

/**
 * Finds choices that nobody decides alone.
 *
 * In:     the choices of a flow.
 * Out:    those with starts on several lifelines: two starts, in two operands where that can be. Where `decided-by` names who
 *         decides, the other start is somebody else's, who has not been told.
 * Says:   nothing.
 * Cost:   linear in starts.
 * Source: CHECKS rule 27; Ben-Abdallah and Leue, 1997; Mooij, Goga and Romijn, Non-local choice and beyond, 2005.
 */
export const splitsOf = (choices: readonly Choice[]): readonly Split[] =>
  choices.flatMap(({ fragment, starts }) => {
    const all = starts.flatMap((some, operand) => some.map((occurrence): Start => ({ operand, occurrence })));
    const decider = deciderOf(fragment);
    const one = all.find(({ occurrence }) => occurrence.lifeline === decider) ?? all[0];
    const others = all.filter(({ occurrence }) => occurrence.lifeline !== one?.occurrence.lifeline);
    const other = others.find(({ operand }) => operand !== one?.operand) ?? others[0];
    return one === undefined || other === undefined ? [] : [{ fragment, starts: [one, other] as const }];
  });

const deciderOf = ({ attributes, operands }: Fragment): number | undefined =>
  attributes["decided-by"] ??
  operands.find((operand) => operand.attributes?.["decided-by"] !== undefined)?.attributes?.["decided-by"];

/**
 * Shows how two lifelines start two operands of one choice.
 *
 * In:     the facts of a flow, its splits; then one path after another.
 * Out:    by split, the beginning of a path that takes the one operand with that of a path that has decided alike until then and
 *         takes the other; where both start the same operand, how one of them starts it. Only if it replays.
 * Says:   nothing.
 * Cost:   per path and split, linear in the path.
 * Source: CHECKS section 2.5: a lifeline that does not decide learns of a choice only from what it receives.
 */
export const splitWitnesses = (facts: Facts, splits: readonly Split[]) => {
  /** By split: by the decisions before it, how the start of each side comes about. */
  const beginnings = splits.map((): readonly Map<number, readonly WitnessStep[]>[] => [new Map(), new Map()]);
  const found = new Map<Fragment, Witness>();
  const ways = numberWays();

  const look = ({ causes, shown, hasRoom }: Look): void => {
    if (splits.length === found.size || !hasRoom()) return;
    const { events } = causes;
    const wayTo = ways(events.path);
    const first = new Map<number, number>();
    for (const { index, occurrence } of events.list) if (!first.has(occurrence)) first.set(occurrence, index);
    for (const [place, { fragment, starts }] of splits.entries()) {
      if (found.has(fragment)) continue;
      const key = wayTo(fragment.index);
      for (const [side, { occurrence }] of starts.entries()) {
        const event = events.list[first.get(occurrence.index) ?? -1];
        const known = beginnings[place]?.[side];
        if (event === undefined || known === undefined || known.has(key)) continue;
        const { witness } = shown(() => {
          const schedule = beginningOf(causes, [event.index]);
          return schedule && { steps: stepsOf(events, schedule), remarks: new Map() };
        });
        if (witness !== undefined) known.set(key, witness.steps);
      }
      const sides = beginnings[place]?.map((known) => known.get(key)) ?? [];
      const crossing = [received(facts, starts), []].flatMap((more) => together(starts, sides, more) ?? []);
      const witness = crossing.find((each) => replay(facts, each) === undefined);
      if (witness !== undefined) found.set(fragment, witness);
    }
  };
  return {
    look,
    shown: ({ fragment }: Split): { readonly witness?: Witness } => {
      const witness = found.get(fragment);
      return witness === undefined ? {} : { witness };
    },
  };
};

/** Gives a number to what paths have decided before they come to a fragment: the same to the same decisions. */
const numberWays = () => {
  const numbers = new Map<string, number>();
  return ({ decisions }: Path): ((fragment: number) => number) => {
    const before = new Map<number, number>();
    let way = 0;
    for (const { fragment, callback, rounds, operands } of decisions) {
      if (!before.has(fragment)) before.set(fragment, way);
      const next = `${way} ${fragment} ${callback} ${rounds} ${operands}`;
      way = numbers.get(next) ?? numbers.set(next, numbers.size + 1).size;
    }
    return (fragment) => before.get(fragment) ?? -1;
  };
};

/** Where what the two send is received. */
const received = ({ occurrences }: Facts, starts: Split["starts"]): readonly number[] =>
  starts
    .map(({ occurrence }) => occurrences.receiptOf[occurrence.message ?? -1] ?? -1)
    .filter((receipt) => receipt >= 0);

const together = (
  [one, other]: Split["starts"],
  [left, right]: readonly (readonly WitnessStep[] | undefined)[],
  more: readonly number[],
): Witness | undefined => {
  if (left === undefined) return undefined;
  const remark = (steps: readonly WitnessStep[], { occurrence }: Start, says: string) =>
    [steps.findIndex((step) => step.occurrence === occurrence.index), says] as const;
  if (one.operand === other.operand)
    return { steps: left, remarks: new Map([remark(left, one, "starts it; nobody has told the other")]) };
  if (right === undefined) return undefined;
  const keyOf = ({ occurrence, rounds }: WitnessStep): string => `${occurrence} ${rounds}`;
  const done = new Set(left.map(keyOf));
  const rounds = left.at(-1)?.rounds ?? [];
  const steps = [
    ...left,
    ...right.filter((step) => !done.has(keyOf(step))),
    ...more.map((occurrence): WitnessStep => ({ occurrence, rounds, gaveUp: false })),
  ];
  return {
    steps,
    remarks: new Map([
      remark(steps, one, "starts the one operand"),
      remark(steps, other, "starts another one"),
    ]),
  };
};
