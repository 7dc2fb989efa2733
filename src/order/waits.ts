import type { Flow, OperandRef } from "../flow/flow.ts";
import { at, firstAfter } from "./at.ts";
import { branchCells } from "./branch-cells.ts";
import type { Calls } from "./calls.ts";
import type { DraftExecution } from "./execution.ts";
import type { Executions } from "./executions.ts";
import { occurrenceKinds, type Place } from "./occurrence.ts";
import type { Occurrences } from "./occurrences.ts";
import { once } from "./once.ts";
import { type Waitings, waitingsOf } from "./waiting.ts";

/** A stretch of a lifeline on which its participant waits and does nothing else. */
export interface Wait {
  readonly lifeline: number;
  /** The occurrence at which it begins. */
  readonly start: number;
  /** It begins at the lower end of this operand instead, after `start`: another operand goes on waiting there. */
  readonly startsAfter?: OperandRef;
  /** The occurrence that ends it, at whatever lifeline; null when nothing in the diagram does. */
  readonly end: number | null;
  /** It ends at the lower end of this operand instead, after `end`. */
  readonly endsAfter?: OperandRef;
  /** The level of the execution that waits; 0 where none is drawn. */
  readonly level: number;
  /** The call whose reply it waits for. */
  readonly call?: number;
  /** The occurrence of the `await`. */
  readonly await?: number;
}

/**
 * Says when each participant is blocked.
 *
 * In:     a flow, its occurrences and calls; the executions that are drawn, and those that a reader expects, drawn or not.
 * Out:    by start:
 *         - a caller from its call to the reply; a call without a reply only when the execution that it opens lasts longer
 *           than its receipt, and then to the end of that;
 *         - an `await` written above what it waits for, from the await on; one written right below it, from the lifeline's
 *           occurrence before that on; both to the last arrival (with `any`, the first), to its `on … timeout` or its
 *           `cancel`; when none of them comes, to what the lifeline does next, else to the end of the diagram.
 *         Each operand of a choice goes on from where the choice began, so one wait may have several stretches.
 * Says:   nothing.
 * Cost:   linear in occurrences and awaited names; changes also in the depth of fragments.
 * Source: PICTURE section 1; LANGUAGE sections 5 and 6.
 */
export const waitsOf = (
  flow: Flow,
  occurrences: Occurrences,
  calls: Calls,
  drawn: Executions,
  expected: readonly DraftExecution[],
): readonly Wait[] => {
  const { list, sendOf, onLifeline } = occurrences;
  const waitings = waitingsOf(flow, occurrences, calls);
  const levelOf = (occurrence: number): number => drawn.list[at(drawn.of, occurrence)]?.level ?? 0;
  const isDeed = (occurrence: number): boolean => occurrenceKinds[at(list, occurrence).kind].controlled;
  const deeds = once(() => onLifeline.map((mine) => mine.filter(isDeed)));
  /** What a lifeline does next itself. */
  const nextDeed = (lifeline: number, after: number): number | null =>
    firstAfter(at(deeds(), lifeline), after) ?? null;
  const waits: Wait[] = [];
  for (const { wait, from, to, first } of stretchesOf(flow, occurrences, waitings)) {
    const { begins, call, await: awaiting } = at(waitings.list, wait);
    if (to === undefined && (call !== undefined || !first)) continue;
    const start = from.occurrence;
    const { lifeline } = at(list, begins);
    const end = to === undefined ? nextDeed(lifeline, awaiting ?? start) : to.occurrence;
    // Optional fields are set one by one: to spread them costs more than all the rest.
    const made: { -readonly [K in keyof Wait]: Wait[K] } = { lifeline, start, end, level: levelOf(begins) };
    if (from.endOf !== undefined) made.startsAfter = from.endOf;
    if (to?.endOf !== undefined) made.endsAfter = to.endOf;
    if (call !== undefined) made.call = call;
    if (awaiting !== undefined) made.await = awaiting;
    waits.push(made);
  }
  for (const { cause: call, start, end } of expected) {
    if (call === undefined || !calls.blocks[call] || end === start) continue;
    const send = at(sendOf, call);
    if (send < 0 || at(calls.repliesOf, call).length > 0 || at(occurrences.answerOf, call) >= 0) continue;
    waits.push({ lifeline: at(list, send).lifeline, start: send, end, level: levelOf(send), call });
  }
  return waits.sort((a, b) => a.start - b.start);
};

interface Stretch {
  readonly wait: number;
  readonly from: Place;
  readonly to: Place | undefined;
  /** The wait's first. */
  readonly first: boolean;
}

/** The slots that a wait still needs; undefined while it does not wait. */
type Needs = readonly number[] | undefined;

/** Runs the course once: where each wait holds, and where it ends; at the borders of operands too. */
const stretchesOf = (flow: Flow, { course }: Occurrences, waitings: Waitings): readonly Stretch[] => {
  const { list, begins, fills, givesUp } = waitings;
  const stretches: Stretch[] = [];
  const running = new Map<number, Place>();
  const begun = new Set<number>();
  /** By slot: the waits that it is open for. */
  const openAt = new Map<number, Set<number>>();

  const changed = (wait: number, needs: Needs, place: Place): void => {
    for (const slot of at(list, wait).slots) {
      const open = openAt.get(slot);
      if (needs === undefined) open?.delete(wait);
      else if (open === undefined) openAt.set(slot, new Set([wait]));
      else open.add(wait);
    }
    const from = running.get(wait);
    if (needs !== undefined && from === undefined) running.set(wait, place);
    if (needs !== undefined || from === undefined) return;
    running.delete(wait);
    add(wait, from, place);
  };
  const add = (wait: number, from: Place, to: Place | undefined): void => {
    if (to !== undefined && to.occurrence === from.occurrence && to.endOf === from.endOf) return;
    stretches.push({ wait, from, to, first: !begun.has(wait) });
    begun.add(wait);
  };
  const needs = branchCells<Needs>(flow, {
    initial: undefined,
    merge: (_, ends) => ends.reduce(allNeeds),
    changed,
  });
  const filled = branchCells<boolean>(flow, { initial: false, merge: (_, ends) => ends.includes(true) });

  const begin = (wait: number): void => {
    const { slots, any } = at(list, wait);
    const missing = slots.filter((slot) => !filled.get(slot));
    if (missing.length > 0 && !(any && missing.length < slots.length)) needs.set(wait, missing);
  };
  const fill = (slot: number): void => {
    filled.set(slot, true);
    for (const wait of openAt.get(slot) ?? nobody) {
      const missing = needs.get(wait)?.filter((each) => each !== slot) ?? [];
      needs.set(wait, missing.length === 0 || at(list, wait).any ? undefined : missing);
    }
  };
  const giveUp = (slot: number): void => {
    for (const wait of openAt.get(slot) ?? nobody) needs.set(wait, undefined);
  };

  for (const item of course) {
    needs.pass(item);
    filled.pass(item);
    if (item.at !== "occurrence") continue;
    for (const slot of fills.get(item.occurrence) ?? nobody) fill(slot);
    for (const slot of givesUp.get(item.occurrence) ?? nobody) giveUp(slot);
    for (const wait of begins.get(item.occurrence) ?? nobody) begin(wait);
  }
  for (const [wait, from] of running) add(wait, from, undefined);
  return stretches;
};

const nobody: readonly number[] = [];

const allNeeds = (a: Needs, b: Needs): Needs => {
  if (a === undefined || b === undefined || a === b) return a ?? b;
  return [...new Set([...a, ...b])];
};
