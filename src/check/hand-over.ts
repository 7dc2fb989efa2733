import type { Callback } from "../flow/flow.ts";
import type { Occurrence } from "../order/occurrence.ts";
import type { Facts } from "./facts.ts";

/**
 * Whether a participant may wait for a callback.
 *
 * In:     the facts of a flow; the callback; the occurrence of an `await`.
 * Out:    true for whoever may take it, also when a neighbour in the list of names is theirs; for somebody else, when the
 *         callback is handed over: a message says that it carries it there, or messages lead there from its arrival.
 *         Where it arrives nowhere there is nothing to hand over, and the wait is taken as it is written.
 * Says:   nothing.
 * Cost:   constant for owners; else linear in the occurrences between the arrival and the wait.
 * Source: happened-before (Lamport, 1978).
 */
export const mayAwait = (facts: Facts, callback: Callback, wait: Occurrence): boolean => {
  const { owners, flow, occurrences } = facts;
  const waiter = wait.lifeline < 0 ? null : wait.lifeline;
  if ([callback.index, ...(wait.callbacks ?? [])].some((index) => owners[index]?.has(waiter))) return true;
  if (callback.arrivals.length === 0) return true;
  if (callback.carried.some(({ message }) => flow.messages[message]?.to === waiter)) return true;
  const receipts = new Set(callback.arrivals.map(({ message }) => occurrences.receiptOf[message] ?? -1));
  const knowing = new Set<number>();
  const told = new Set<number>();
  for (const { index, kind, lifeline, message } of occurrences.list.slice(
    Math.min(...receipts, wait.index),
    wait.index,
  )) {
    if (receipts.has(index)) knowing.add(lifeline);
    if (message === undefined) continue;
    if (kind === "send" && knowing.has(lifeline)) for (const sent of facts.sentWith(message)) told.add(sent);
    if (kind === "receipt" && told.has(message)) knowing.add(lifeline);
    if (kind === "answered" && knowing.has(flow.messages[message]?.to ?? -1)) knowing.add(lifeline);
  }
  return knowing.has(wait.lifeline);
};
