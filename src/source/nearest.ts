import { distance } from "fastest-levenshtein";

/**
 * The known word that a mistyped one was probably meant to be.
 *
 * In:     any word; the known ones, of which the earlier wins a tie.
 * Out:    the one with the fewest changed letters, case aside: at most one in words of up to four letters, two in words of
 *         up to eight, three in longer ones, and never all of them. Among equals the one in the same case. Undefined when
 *         none is near.
 * Cost:   linear in the known words.
 * Source: V. I. Levenshtein, Binary codes capable of correcting deletions, insertions and reversals (1966); two
 *         neighbours that changed places count once, as in F. J. Damerau's measure (1964).
 */
export const nearest = (word: string, known: Iterable<string>): string | undefined => {
  const limit = word.length <= 4 ? 1 : word.length <= 8 ? 2 : 3;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const longest = Math.max(word.length, candidate.length);
    if (longest - Math.min(word.length, candidate.length) > limit) continue;
    const letters = lettersChanged(word.toLowerCase(), candidate.toLowerCase());
    if (letters > limit || letters >= longest) continue;
    // Letters that differ in case alone decide among equals.
    const cost = letters + lettersChanged(word, candidate) / (longest + 1);
    if (cost >= least) continue;
    best = candidate;
    least = cost;
  }
  return best;
};

/** How many letters must be changed, added, dropped or swapped with their neighbour. */
export const lettersChanged = (from: string, to: string): number => {
  const changed = distance(from, to);
  return changed === 2 && areSwapped(from, to) ? 1 : changed;
};

/**
 * Whether one letter at most must be changed, added, dropped or swapped with its neighbour.
 *
 * Cost: linear in the shorter text, and mostly that of its first letters.
 */
export const differsByOneLetter = (from: string, to: string): boolean => {
  const shorter = Math.min(from.length, to.length);
  if (Math.max(from.length, to.length) - shorter > 1) return false;
  let first = 0;
  while (first < shorter && from.charCodeAt(first) === to.charCodeAt(first)) first++;
  let last = 0;
  while (last < shorter - first && from.at(-1 - last) === to.at(-1 - last)) last++;
  const left = Math.max(from.length, to.length) - first - last;
  return left <= 1 || (left === 2 && from.length === to.length && areSwapped(from, to));
};

const areSwapped = (from: string, to: string): boolean => {
  if (from.length !== to.length) return false;
  let at = 0;
  while (from[at] === to[at]) at++;
  return from[at] === to[at + 1] && from[at + 1] === to[at] && from.slice(at + 2) === to.slice(at + 2);
};
