import { messageKinds } from "../language/message-kinds.ts";
import { at } from "./at.ts";
import type { Causes } from "./causes.ts";
import { occurrenceKinds } from "./occurrence.ts";

/** Two receipts of asynchronous messages, written in one order on their lifeline, that may happen in the other. */
export interface Race {
  readonly first: number;
  readonly second: number;
}

/**
 * Finds the races of a path.
 *
 * In:     the causal order of a path; `all`, to find all of them; which pairs count, all unless said otherwise.
 * Out:    for each receipt the newest one above it that need not come before it, of those that count with it; with `all`, each
 *         of those. Receipts that can never happen race with nothing.
 * Says:   nothing.
 * Cost:   per receipt, what stands between it and what it finds, or what its lifeline did before it for certain.
 * Source: CHECKS section 2.4; Alur, Holzmann and Peled, An analyzer for message sequence charts, 1996.
 */
export const racesOf = (
  causes: Causes,
  all = false,
  counts: (first: number, second: number) => boolean = () => true,
): readonly Race[] => {
  const { events, precedes } = causes;
  const { order, list, previous, joins } = events;
  const impossible = new Set(causes.never);
  const found: Race[] = [];
  const kindOf = (event: number) => at(order.occurrences, at(list, event).occurrence);
  const isDeed = (event: number): boolean => occurrenceKinds[kindOf(event).kind].controlled;
  const isLoose = (event: number): boolean => {
    const { kind, message } = kindOf(event);
    if (message === undefined || (kind !== "receipt" && kind !== "duplicate")) return false;
    return messageKinds[at(order.flow.messages, message).kind].slants && !impossible.has(event);
  };
  const seenFor = new Int32Array(list.length + joins.length).fill(-1);
  for (const { index: second } of list) {
    if (!isLoose(second)) continue;
    let newest = -1;
    const above = [at(previous, second)];
    for (let node = above.pop() ?? -1; node >= 0; node = above.pop() ?? -1) {
      for (let each = node; each >= 0 && seenFor[each] !== second; each = at(previous, each)) {
        seenFor[each] = second;
        if (each >= list.length) {
          above.push(...at(joins, each - list.length).filter((part) => part >= 0));
          break;
        }
        const certain = precedes(each, second);
        // What stands above something certain that a lifeline does is certain too.
        const races = !certain && isLoose(each) && counts(each, second);
        if (certain ? isDeed(each) : races && !all) {
          if (!certain) newest = Math.max(newest, each);
          break;
        }
        if (races) found.push({ first: each, second });
      }
    }
    if (newest >= 0) found.push({ first: newest, second });
  }
  return found;
};
