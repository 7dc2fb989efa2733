import type { Occurrence } from "./occurrence.ts";

/** Callbacks that have handlers of their own for what may go wrong. */
export interface Armed {
  /** A handler says what happens when it comes too late. */
  readonly late: ReadonlySet<number>;
  /** A handler takes its failure. */
  readonly rejected: ReadonlySet<number>;
}

/**
 * Sorts callbacks by the handlers that they have.
 *
 * In: occurrences. Out: indices of callbacks. Says: nothing. Cost: linear. Source: LANGUAGE section 6.
 */
export const armedOf = (occurrences: readonly Occurrence[]): Armed => {
  const late = new Set<number>();
  const rejected = new Set<number>();
  for (const { arm, callbacks = [] } of occurrences)
    for (const callback of callbacks) {
      if (arm === "timeout" || arm === "late") late.add(callback);
      if (arm === "rejected") rejected.add(callback);
    }
  return { late, rejected };
};
