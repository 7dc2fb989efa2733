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
 * In:     the causal order of a path; `all`, to find all of them.
 * Out:    for each receipt the newest one above it that need not come before it; with `all`, each of those. Receipts that can
 *         never happen race with nothing.
 * Says:   nothing.
 * Cost:   per receipt, what stands between it and what it finds, or what its lifeline did before it for certain.
 * Source: CHECKS section 2.4; Alur, Holzmann and Peled, An analyzer for message sequence charts, 1996.
 */
export const racesOf = (causes: Causes, all = false): readonly Race[] => {
  const { events, precedes } = causes;
  const { order, list, previous, joins } = events;
  const impossible = new Set(causes.never);
  const races: Race[] = [];
  const kindOf = (event: number) => at(order.occurrences, at(list, event).occurrence);
  const isLoose = (event: number): boolean => {
    const { kind, message } = kindOf(event);
    if (message === undefined || (kind !== "receipt" && kind !== "duplicate")) return false;
    return messageKinds[at(order.flow.messages, message).kind].slants && !impossible.has(event);
  };
  for (const { index: second } of list) {
    if (!isLoose(second)) continue;
    const seen = new Set<number>();
    const above = [at(previous, second)];
    for (let node = take(above); node !== undefined; node = take(above)) {
      if (node < 0 || seen.has(node)) continue;
      seen.add(node);
      if (node >= list.length) {
        above.push(...at(joins, node - list.length));
        continue;
      }
      const certain = precedes(node, second);
      // What stands above something certain that a lifeline does is certain too.
      if (certain && occurrenceKinds[kindOf(node).kind].controlled) continue;
      above.push(at(previous, node));
      if (certain || !isLoose(node)) continue;
      races.push({ first: node, second });
      if (!all) break;
    }
  }
  return races;
};

/** Takes the node that is written last: joins first, as they only stand for others. */
const take = (nodes: number[]): number | undefined => {
  let best = 0;
  for (const [place, node] of nodes.entries()) if (node > at(nodes, best)) best = place;
  return nodes.splice(best, 1)[0];
};
