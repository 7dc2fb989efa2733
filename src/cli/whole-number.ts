import { InvalidArgumentError } from "commander";

/** Reads a count that an option takes. */
export const wholeNumber = (typed: string): number => {
  if (!/^\d{1,9}$/.test(typed)) throw new InvalidArgumentError("It takes a whole number, such as 0 or 20.");
  return Number(typed);
};

/** Reads one that is not zero. */
export const countFrom1 = (typed: string): number => {
  const count = wholeNumber(typed);
  if (count === 0) throw new InvalidArgumentError("It takes a whole number from 1.");
  return count;
};
