import { messageKinds } from "../language/message-kinds.ts";
import type { Facts } from "./facts.ts";
import type { Witness, WitnessStep } from "./witness.ts";

/**
 * Brings a witness nearer to what the text draws: calls, replies and answers are received where they are sent.
 *
 * In:     the facts of a flow; a witness; whether receipts may be added that it leaves out.
 * Out:    the same steps, each such receipt right behind its send; whether that still is one way in which it can happen is for
 *         the replayer to say.
 * Says:   nothing.
 * Cost:   linear in the steps.
 * Source: CHECKS section 2.8: a counterexample looks like the author's diagram as far as possible.
 */
export const asDrawn = (facts: Facts, { steps, turned, remarks }: Witness, mayAdd: boolean): Witness => {
  const { flow, occurrences } = facts;
  /** By what is received, and in which rounds: the places of its receipts. */
  const receipts = new Map<string, number[]>();
  const keyOf = (occurrence: number, rounds: readonly number[]): string => `${occurrence} ${rounds}`;
  for (const [place, { occurrence, rounds }] of steps.entries()) {
    const key = keyOf(occurrence, rounds);
    receipts.set(key, [...(receipts.get(key) ?? []), place]);
  }
  const order: (number | WitnessStep)[] = [];
  const placed = new Set<number>();
  for (const [place, { occurrence, rounds }] of steps.entries()) {
    if (placed.has(place)) continue;
    order.push(place);
    const { kind, message = -1, step } = occurrences.list[occurrence] ?? {};
    const word = flow.messages[message]?.kind;
    if (word === undefined || messageKinds[word].slants || (kind !== "send" && kind !== "answer")) continue;
    const receipt = (kind === "send" ? occurrences.receiptOf : occurrences.answeredOf)[message] ?? -1;
    if (occurrences.list[receipt]?.step !== step) continue;
    const [own] = (receipts.get(keyOf(receipt, rounds)) ?? []).filter((each) => !placed.has(each));
    if (own !== undefined && own > place) {
      placed.add(own);
      order.push(own);
    } else if (own === undefined && mayAdd) order.push({ occurrence: receipt, rounds, gaveUp: false });
  }
  const newPlace = new Map<number, number>();
  for (const [to, from] of order.entries()) if (typeof from === "number") newPlace.set(from, to);
  const moved = (place: number): number => newPlace.get(place) ?? place;
  return {
    steps: order.flatMap((each) => (typeof each === "number" ? (steps[each] ?? []) : each)),
    ...(turned !== undefined && { turned: [moved(turned[0]), moved(turned[1])] as const }),
    remarks: new Map([...remarks].map(([place, says]) => [moved(place), says])),
  };
};
