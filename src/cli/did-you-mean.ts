import { nearest } from "../source/nearest.ts";

/** "Did you mean …?", where something is near. */
export const didYouMean = (typed: string, known: Iterable<string>): string | undefined => {
  const name = nearest(typed, known);
  return name === undefined ? undefined : `Did you mean \`${name}\`?`;
};
