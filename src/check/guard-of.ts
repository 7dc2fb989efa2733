import type { Fragment } from "../flow/flow.ts";
import { fragmentKinds } from "../language/fragment-kinds.ts";
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
  const { flow } = fragmentKinds[fragment.kind];
  if (flow !== "choice" && flow !== "maybe" && flow !== "rounds") return undefined;
  if (flow === "rounds" && operand > 0) return undefined;
  const text = operandLabel(fragment, operand)?.trim();
  if (text === undefined || text === "" || (flow === "rounds" && counts.test(text))) return undefined;
  const decider = fragment.operands[operand]?.attributes?.["decided-by"] ?? fragment.attributes["decided-by"];
  return `${decider ?? ""}\n${text}`;
};
