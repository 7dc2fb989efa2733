/**
 * A value that is computed when it is first asked for.
 *
 * In: how to compute it. Out: asks for it; later calls give the same value. Says: nothing. Cost: one computation.
 * Source: lazy evaluation.
 */
export const once = <T extends object>(compute: () => T): (() => T) => {
  let value: T | undefined;
  return () => {
    value ??= compute();
    return value;
  };
};
