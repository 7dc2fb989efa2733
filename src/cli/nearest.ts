import { distance } from "fastest-levenshtein";

/** The known name that a mistyped one most likely means; none when nothing is near. */
export const nearest = (typed: string, known: Iterable<string>): string | undefined => {
  let [best, least] = [undefined as string | undefined, Math.max(2, Math.floor(typed.length * 0.4)) + 1];
  for (const name of known) {
    const steps = distance(typed.toLowerCase(), name.toLowerCase());
    if (steps < least) [best, least] = [name, steps];
  }
  return best;
};

/** "Did you mean …?", where something is near. */
export const didYouMean = (typed: string, known: Iterable<string>): string | undefined => {
  const name = nearest(typed, known);
  return name === undefined ? undefined : `Did you mean \`${name}\`?`;
};
