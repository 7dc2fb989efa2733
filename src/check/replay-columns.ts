import type { OperandRef } from "../flow/flow.ts";
import { type FragmentFacts, fragmentKinds } from "../language/fragment-kinds.ts";
import { participantKinds } from "../language/participant-kinds.ts";
import { type Occurrence, occurrenceKinds } from "../order/occurrence.ts";
import type { Facts } from "./facts.ts";
import type { WitnessStep } from "./witness.ts";

/** Looks at one step after another: says what it lacks, else takes note of it. */
export type Check = (step: WitnessStep, occurrence: Occurrence) => string | undefined;

type Column = Pick<Facts, "flow" | "occurrences">;
type Within = readonly OperandRef[];

/**
 * Whether the text draws one step below another: in a later round, or further down in the same one.
 *
 * In: a flow and its occurrences, two steps. Out: true or false. Says: nothing. Cost: linear in the depth of fragments.
 */
export const isBelow = (facts: Column, one: WitnessStep, other: WitnessStep): boolean => {
  const { list } = facts.occurrences;
  const [a, b] = [list[one.occurrence], list[other.occurrence]];
  if (a === undefined || b === undefined) return false;
  let depth = 0;
  for (const ref of a.within.slice(0, forkOf(a.within, b.within))) {
    if (!isRound(facts, ref)) continue;
    const [mine = 0, theirs = 0] = [one.rounds[depth], other.rounds[depth]];
    depth++;
    if (mine !== theirs) return mine > theirs;
  }
  return a.index > b.index;
};

/**
 * Each lifeline goes down its own column: what it does itself comes after all that stands above, but for operands that it did
 * not enter; of a choice it takes one operand; nothing comes twice in one round.
 *
 * In:     the facts of a flow.
 * Out:    a check that takes one step after another.
 * Says:   nothing.
 * Cost:   per step, what stands above it on its lifeline up to what that did last.
 * Source: weak sequencing, UML 2.5.1, section 17.6: each lifeline keeps its own order.
 */
export const columns = (facts: Facts): Check => {
  const { list, onLifeline, sendOf } = facts.occurrences;
  const done = new Set<string>();
  const entered = new Set<string>();
  const taken = new Map<string, number>();
  const lastDeed = new Map<number, WitnessStep>();

  /** A receipt whose send stands in an operand that is not around it happens only where that is taken. */
  const isSure = ({ kind, message = -1, within }: Occurrence): boolean => {
    const sent = list[sendOf[message] ?? -1]?.within ?? [];
    return occurrenceKinds[kind].controlled || forkOf(sent, within) === sent.length;
  };

  /** Looks up a lifeline from one place to another, in certain rounds of the loops around. */
  const look = (
    lifeline: number,
    own: Within,
    { from, until, rounds, within }: Stretch,
  ): "missing" | "done" | "none" => {
    const mine = onLifeline[lifeline] ?? [];
    for (let place = from; place > until; place--) {
      const above = list[mine[place] ?? -1];
      if (above === undefined) continue;
      const fork = Math.min(forkOf(above.within, own), within);
      const inner = above.within.slice(fork);
      if (isBeside(facts, above.within[fork], own[fork])) continue;
      const names = inner.length === 0 ? [] : instances(facts, above.within, rounds).slice(fork);
      const isLeftOut = inner.some(
        (ref, depth) => isOptional(facts, ref) && !entered.has(`${lifeline} ${names[depth]}`),
      );
      if (isLeftOut) continue;
      const happened = done.has(keyOf(facts, above, rounds));
      if (!happened && isSure(above)) return "missing";
      const isApart = inner.some((ref) => flowOf(facts, ref) === "parallel");
      if (happened && occurrenceKinds[above.kind].controlled && !isApart) return "done";
    }
    return "none";
  };

  /** What stands above a step: in its own round, then in the rounds before, then above each loop around it. */
  const stretchesAbove = (lifeline: number, within: Within, step: WitnessStep): readonly Stretch[] => {
    const mine = onLifeline[lifeline] ?? [];
    const stretches: Stretch[] = [];
    let from = placeIn(mine, step.occurrence) - 1;
    let rounds = [...step.rounds];
    const loops = within.filter((ref) => isRound(facts, ref));
    for (const loop of loops.toReversed()) {
      const around = within.indexOf(loop) + 1;
      const isInside = (place: number): boolean =>
        list[mine[place] ?? -1]?.within.some((ref) => isSame(ref, loop)) ?? false;
      let first = from + 1;
      while (isInside(first - 1)) first--;
      stretches.push({ from, until: first - 1, rounds, within: within.length });
      let last = from + 1;
      while (isInside(last + 1)) last++;
      const outer = rounds.slice(0, -1);
      for (let round = (rounds.at(-1) ?? 0) - 1; round >= 0; round--)
        stretches.push({ from: last, until: first - 1, rounds: [...outer, round], within: around });
      [from, rounds] = [first - 1, outer];
    }
    return [...stretches, { from, until: -1, rounds, within: within.length }];
  };

  const lacksAbove = (lifeline: number, within: Within, step: WitnessStep): boolean => {
    for (const stretch of stretchesAbove(lifeline, within, step)) {
      const found = look(lifeline, within, stretch);
      if (found !== "none") return found === "missing";
    }
    return false;
  };

  return (step, occurrence) => {
    const { lifeline, within, kind } = occurrence;
    if (lifeline < 0) return undefined;
    const key = keyOf(facts, occurrence, step.rounds);
    if (done.has(key)) return "it has happened already";
    const names = instances(facts, within, step.rounds);
    const isDeed = occurrenceKinds[kind].controlled && !isChannel(facts, lifeline);
    const choices = within.flatMap((ref, depth) =>
      flowOf(facts, ref) === "choice"
        ? [[`${lifeline} ${names[depth - 1] ?? ""} ${ref.fragment}`, ref.operand] as const]
        : [],
    );
    // What the other side sends in another operand arrives all the same; it takes nobody there.
    const isElsewhere = choices.some(([choice, operand]) => (taken.get(choice) ?? operand) !== operand);
    if (isElsewhere && isDeed) return "its lifeline took another operand";
    if (isElsewhere) return undefined;
    for (const [choice, operand] of choices) taken.set(choice, operand);
    if (isDeed) {
      const before = lastDeed.get(lifeline);
      const last = list[before?.occurrence ?? -1]?.within ?? [];
      const fork = forkOf(last, within);
      const isFree = before === undefined || isBeside(facts, last[fork], within[fork]);
      if (!isFree && !isBelow(facts, step, before)) return "its lifeline is past it";
      if (lacksAbove(lifeline, within, step)) return "its lifeline has not come down to it";
      lastDeed.set(lifeline, step);
    }
    done.add(key);
    for (const name of names) entered.add(`${lifeline} ${name}`);
    return undefined;
  };
};

/** Places on a lifeline from below to above, `until` left out, in certain rounds; so many operands around them are entered. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly rounds: readonly number[];
  readonly within: number;
}

const isChannel = ({ flow }: Column, lifeline: number): boolean =>
  participantKinds[flow.participants[lifeline]?.kind ?? "service"].channel;

const flowOf = ({ flow }: Column, ref: OperandRef | undefined): FragmentFacts["flow"] => {
  const kind = flow.fragments[ref?.fragment ?? -1]?.kind;
  return kind === undefined ? "sequence" : fragmentKinds[kind].flow;
};
const optional: ReadonlySet<FragmentFacts["flow"]> = new Set(["choice", "maybe", "rounds", "handler"]);
const isOptional = (facts: Column, ref: OperandRef): boolean => optional.has(flowOf(facts, ref));
const isRound = (facts: Column, ref: OperandRef): boolean =>
  flowOf(facts, ref) === "rounds" && ref.operand === 0;
const isSame = (one: OperandRef, other: OperandRef | undefined): boolean =>
  one.fragment === other?.fragment && one.operand === other.operand;

/** How many operands two places share, from the outside. */
const forkOf = (one: Within, other: Within): number => {
  let depth = 0;
  while (one[depth] !== undefined && isSame(one[depth] as OperandRef, other[depth])) depth++;
  return depth;
};

/** In two operands that run side by side. */
const isBeside = (facts: Column, one: OperandRef | undefined, other: OperandRef | undefined): boolean =>
  one !== undefined && one.fragment === other?.fragment && flowOf(facts, one) === "parallel";

/** A name for each operand around a place, its round included; a round that is not known is the first. */
const instances = (facts: Column, within: Within, rounds: readonly number[]): readonly string[] => {
  let depth = 0;
  let name = "";
  return within.map((ref) => {
    name += `/${ref.fragment}.${ref.operand}`;
    if (isRound(facts, ref)) name += `@${rounds[depth++] ?? 0}`;
    return name;
  });
};

const keyOf = (facts: Column, { index, within }: Occurrence, rounds: readonly number[]): string =>
  within.length === 0 ? `${index}` : `${index}${instances(facts, within, rounds).at(-1) ?? ""}`;

/** Where something stands among what its lifeline meets in written order; 0 if it does not. */
const placeIn = (mine: readonly number[], index: number): number => {
  let [low, high] = [0, mine.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mine[middle] ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return mine[low] === index ? low : 0;
};
