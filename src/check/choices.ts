import type { Fragment } from "../flow/flow.ts";
import { type FragmentFacts, fragmentKinds } from "../language/fragment-kinds.ts";
import { participantKinds } from "../language/participant-kinds.ts";
import { type Occurrence, occurrenceKinds } from "../order/occurrence.ts";
import type { Facts } from "./facts.ts";
import { guardOf } from "./guard-of.ts";

/** A choice between operands that no earlier one has made, and who acts in them. */
export interface Choice {
  readonly fragment: Fragment;
  /** By operand: what happens in it, in written order; what is in fragments inside too. */
  readonly operands: readonly (readonly Occurrence[])[];
  /** By operand: the first send of each lifeline that acts there before it has met anything of that operand. */
  readonly starts: readonly (readonly Occurrence[])[];
}

/**
 * Lists the choices of a flow.
 *
 * In:     the facts of a flow.
 * Out:    an `alt`, `opt` or `break` each, unless one of its conditions was asked before: then it is known who decided. A lifeline
 *         starts an operand when it sends before it has received something that was sent there, and before it waits for or
 *         handles a callback. Queues, topics and the outside start nothing, nor does the arrival of a callback.
 * Says:   nothing.
 * Cost:   linear in occurrences and the depth of fragments.
 * Source: minimal events of alternatives: Ben-Abdallah and Leue, Syntactic detection of process divergence and non-local choice
 *         in message sequence charts, 1997.
 */
export const choicesOf = (facts: Facts): readonly Choice[] => {
  const { flow, occurrences } = facts;
  const inside = new Map<number, Occurrence[][]>();
  for (const occurrence of occurrences.list)
    for (const { fragment, operand } of occurrence.within) {
      const found = flow.fragments[fragment];
      if (found === undefined || !isChoice(found)) continue;
      const all = inside.get(fragment) ?? found.operands.map(() => []);
      all[operand]?.push(occurrence);
      inside.set(fragment, all);
    }
  const asked = new Set<string>();
  return flow.fragments.flatMap((fragment) => {
    const guards = fragment.operands.flatMap((_, operand) => guardOf(fragment, operand) ?? []);
    const isKnown = guards.some((guard) => asked.has(guard));
    for (const guard of guards) asked.add(guard);
    const operands = inside.get(fragment.index);
    if (operands === undefined || isKnown) return [];
    return [{ fragment, operands, starts: operands.map((body) => startsOf(facts, body)) }];
  });
};

const isChoice = ({ kind }: Fragment): boolean => {
  const { flow }: FragmentFacts = fragmentKinds[kind];
  return flow === "choice" || flow === "maybe";
};

const startsOf = ({ flow, occurrences }: Facts, body: readonly Occurrence[]): readonly Occurrence[] => {
  const starts = new Map<number, Occurrence>();
  const told = new Set<number>();
  const sent = new Set<number>();
  for (const occurrence of body) {
    const { kind, lifeline, message = -1, index } = occurrence;
    const participant = flow.participants[lifeline];
    if (kind === "send") {
      for (const each of occurrences.sentBy(index)) sent.add(each);
      // Which callback comes, or comes first, its owner sees: the rules on callbacks judge that.
      if ((occurrences.callbacks.arrivalsOf[message] ?? []).length > 0) told.add(lifeline);
      const acts = participant !== undefined && !participantKinds[participant.kind].channel;
      if (acts && !told.has(lifeline) && !starts.has(lifeline)) starts.set(lifeline, occurrence);
    } else if (occurrenceKinds[kind].arrives || kind === "answer") {
      // What was sent before the choice says nothing of it; what was sent in it does, and so does the outside.
      if (sent.has(message) || occurrences.sendOf[message] === -1) told.add(lifeline);
    } else if (occurrenceKinds[kind].waits) told.add(lifeline);
  }
  return [...starts.values()];
};
