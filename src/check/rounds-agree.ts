import { fragmentKinds } from "../language/fragment-kinds.ts";
import type { PathEvent } from "../order/path-events.ts";
import type { Facts } from "./facts.ts";

/**
 * Whether two events of a path happen in the same round of every loop that holds both.
 *
 * In: the facts of a flow, two events. Out: true or false; false where one is missing. Says: nothing. Cost: linear in depth.
 */
export const roundsAgree = (
  { flow, occurrences: { list } }: Facts,
  one: PathEvent | undefined,
  other: PathEvent | undefined,
): boolean => {
  if (one === undefined || other === undefined) return false;
  const [a = [], b = []] = [list[one.occurrence]?.within, list[other.occurrence]?.within];
  let depth = 0;
  for (const [at, { fragment, operand }] of a.entries()) {
    if (b[at]?.fragment !== fragment || b[at]?.operand !== operand) return true;
    const kind = flow.fragments[fragment]?.kind;
    if (kind === undefined || fragmentKinds[kind].flow !== "rounds" || operand !== 0) continue;
    if (one.rounds[depth] !== other.rounds[depth]) return false;
    depth++;
  }
  return true;
};
