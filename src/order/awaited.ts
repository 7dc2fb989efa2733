import type { Flow } from "../flow/flow.ts";
import { at } from "./at.ts";
import type { Occurrences } from "./occurrences.ts";

/**
 * The name of a callback's arrival at a lifeline.
 *
 * In: indices of both. Out: a name. Says: nothing. Cost: constant. Source: LANGUAGE section 6.
 */
export const slotOf = (callback: number, lifeline: number): string => `${callback}@${lifeline}`;

/**
 * Where callbacks are awaited.
 *
 * In: occurrences. Out: the slots that some await waits for. Says: nothing. Cost: linear. Source: LANGUAGE section 6.
 */
export const awaitsOf = ({ list }: Occurrences): ReadonlySet<string> => {
  const slots = new Set<string>();
  for (const { kind, callbacks, lifeline } of list)
    if (kind === "await") for (const callback of callbacks ?? []) slots.add(slotOf(callback, lifeline));
  return slots;
};

/**
 * Finds awaits that nothing in the picture ends.
 *
 * In: a flow and its occurrences.
 * Out: awaits without a time limit, one of whose callbacks (of `any`, all) is received nowhere.
 * Says: nothing: that it is a fault, a check says. Cost: linear in occurrences and awaited names. Source: LANGUAGE section 6.
 */
export const awaitsWithoutEnd = (flow: Flow, { list, receiptOf }: Occurrences): ReadonlySet<number> => {
  const comes = flow.callbacks.map(({ arrivals, carried }) =>
    [...arrivals, ...carried].some(({ message }) => at(receiptOf, message) >= 0),
  );
  return new Set(
    list
      .filter(({ kind, time }) => kind === "await" && time === undefined)
      .filter(({ any, callbacks = [] }) =>
        any === true ? callbacks.every((each) => !comes[each]) : callbacks.some((each) => !comes[each]),
      )
      .filter(({ callbacks = [] }) => callbacks.length > 0)
      .map(({ index }) => index),
  );
};
