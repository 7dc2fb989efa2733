import type { Fragment } from "../flow/flow.ts";

/** The guard of an operand as it was written; the first operand's is the fragment's own label. */
export const operandLabel = (fragment: Fragment, operand: number): string | undefined =>
  (fragment.operands[operand]?.label ?? (operand === 0 ? fragment.label : undefined))?.text;
