import { nearest } from "../source/nearest.ts";

/** How many words of one file get a proposal: a file with more mistakes than that is not read to the end anyway. */
const most = 200;

/** Proposes the nearest of the words that `known` gives, which is asked once; after many proposals it gives no more. */
export const newGuesses = (known: () => Iterable<string>): ((word: string) => string | undefined) => {
  let words: readonly string[] | undefined;
  let left = most;
  return (word) => {
    if (left-- <= 0) return undefined;
    words ??= [...known()];
    return nearest(word, words);
  };
};
