import type { Fragment } from "../flow/flow.ts";
import { type FragmentFacts, fragmentKinds } from "../language/fragment-kinds.ts";
import type { Course, PathBounds } from "./path.ts";

/**
 * The courses that a fragment may take, whatever else is decided.
 *
 * In:     a fragment that is no handler; the bounds; how many loops around it run more than once.
 * Out:    at least one course, the usual one first: one operand of a choice (of a lone one, also none); what may be left out,
 *         taken or not; a loop's rounds up to the bound; a retry's attempts, and all of them followed by what comes after.
 * Says:   nothing.
 * Cost:   linear in operands and rounds.
 * Source: CHECKS section 2.2; LANGUAGE section 7.
 */
export const coursesOf = (fragment: Fragment, bounds: PathBounds, depth: number): readonly Course[] => {
  const { operands } = fragment;
  const { flow, tries }: FragmentFacts = fragmentKinds[fragment.kind];
  const all = [...operands.keys()];
  switch (flow) {
    case "sequence":
    case "parallel":
    case "handler":
      return [all];
    case "maybe":
      return [all, []];
    case "choice":
      return all.length === 1 ? [all, []] : all.map((operand) => [operand]);
    case "rounds": {
      const most = roundsUpTo(bounds, depth);
      const { low = 0, high = null } = fragment.rounds ?? {};
      const last = Math.min(high ?? most, most);
      const first = Math.min(low, last);
      const counts = Array.from({ length: last - first + 1 }, (_, more) => first + more);
      const usual = counts.toSorted((a, b) => Number(a === 0) - Number(b === 0));
      const rounds = usual.map((count): Course => new Array<number>(count).fill(0));
      return tries && operands.length > 1 ? [...rounds, [...new Array<number>(last).fill(0), 1]] : rounds;
    }
  }
};

/**
 * Whether a fragment may run more often than paths follow it.
 *
 * In: a fragment, the bounds, how many loops around it run more than once. Out: true or false. Says: nothing. Cost: constant.
 * Source: CHECKS section 2.2.
 */
export const isClipped = ({ kind, rounds }: Fragment, bounds: PathBounds, depth: number): boolean => {
  if (fragmentKinds[kind].flow !== "rounds") return false;
  return (rounds?.high ?? Number.POSITIVE_INFINITY) > roundsUpTo(bounds, depth);
};

const roundsUpTo = ({ rounds, depth: most }: PathBounds, depth: number): number =>
  depth < most ? rounds : 1;
