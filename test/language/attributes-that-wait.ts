import type { AttributeFacts } from "../../src/language/attributes.ts";

type Change = AttributeFacts["changes"][number];

/**
 * What rows promise and features to come will keep, by the feature; `name@place` where only that place waits. What is kept
 * must go from here, and fails until it does.
 */
export const waiting: Readonly<Record<string, readonly (readonly [string, ...Change[]])[]>> = {};

/** The changes of a row, or of `name@place`, that are still to come. */
export const waitsFor = (name: string): readonly Change[] =>
  Object.values(waiting)
    .flat()
    .flatMap(([key, ...changes]) => (key === name ? changes : []));
