import { at } from "./at.ts";
import type { Occurrence } from "./occurrence.ts";
import type { Order } from "./order.ts";

/**
 * The name of the fact that a callback comes too late.
 *
 * In: the index of a callback. Out: a name that no guard has. Says: nothing. Cost: constant.
 * Source: LANGUAGE section 6.
 */
export const lateFact = (callback: number): string => `late\u0000${callback}`;

/**
 * Says which handlers run on a path.
 *
 * In:     an order; which messages the path has received so far; whether a callback comes too late on it.
 * Out:    `runs`: a `timeout` handler when the callback comes too late; a `late` one when it comes then; the others when it
 *         has come in time: `rejected` for a failure, the plain one for a success, and for a failure that has no handler of
 *         its own. A handler above all arrivals, or of what never arrives, runs.
 * Says:   nothing.
 * Cost:   linear in the arrivals of the callback.
 * Source: LANGUAGE section 6.
 */
export const pathHandlers = (
  order: Order,
  received: (message: number) => boolean,
  comesLate: (callback: number) => boolean,
): { readonly runs: (handler: Occurrence) => boolean } => {
  const { late: lateness, rejected: failing } = order.armed;
  return {
    runs: ({ index, callbacks = [], arm }) => {
      const [callback] = callbacks;
      if (callback === undefined) return true;
      const late = comesLate(callback);
      if (arm === "timeout") return late;
      if (lateness.has(callback) && late !== (arm === "late")) return false;
      const above = at(order.flow.callbacks, callback).arrivals.filter(({ message }) => {
        const receipt = at(order.receiptOf, message);
        return receipt >= 0 && receipt < index;
      });
      const handles = (how: "resolves" | "rejects"): boolean =>
        arm === "late" ||
        (how === "rejects" ? arm === "rejected" || !failing.has(callback) : arm !== "rejected");
      return above.length === 0 || above.some(({ message, how }) => received(message) && handles(how));
    },
  };
};
