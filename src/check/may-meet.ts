import type { Flow, OperandRef } from "../flow/flow.ts";
import { fragmentKinds } from "../language/fragment-kinds.ts";
import { sharedDepth } from "./handled-for.ts";

/** Whether no choice keeps what stands in these operands on different paths. Cost: linear in their depth. */
export const mayMeet = ({ fragments }: Flow, a: readonly OperandRef[], b: readonly OperandRef[]): boolean => {
  const depth = sharedDepth(a, b);
  const [left, right] = [a[depth], b[depth]];
  if (left === undefined || right === undefined || left.fragment !== right.fragment) return true;
  return fragmentKinds[fragments[left.fragment]?.kind ?? "group"].flow !== "choice";
};
