import type { Fragment } from "../flow/flow.ts";
import { type FragmentFacts, fragmentKinds } from "../language/fragment-kinds.ts";
import { guardOf as factOf } from "../order/guards.ts";
import { operandLabel } from "./operand-label.ts";

/** `3 times`, `every 5s` and `until NAME` count or wait; they decide nothing that another fragment could repeat. */
const counts = /^(\d|every\s|until\s)/;

/**
 * The condition of an operand: equal words of equal deciders are one condition.
 *
 * In:   a fragment; the index of an operand.
 * Out:  a key for its words and who decides them; undefined where nothing is decided, or the operand has no words.
 * Says: nothing.
 * Cost: constant.
 */
export const guardOf = (fragment: Fragment, operand: number): string | undefined => {
  const { flow }: FragmentFacts = fragmentKinds[fragment.kind];
  if (fragment.operands[operand] === undefined) return undefined;
  if (flow === "choice" || flow === "maybe") return factOf(fragment, operand);
  const isLoop = flow === "rounds" && operand === 0;
  return isLoop && !counts.test(operandLabel(fragment, 0) ?? "") ? factOf(fragment, 0) : undefined;
};
