import type { Flow, Fragment, OperandRef } from "../flow/flow.ts";
import { fragmentKinds } from "../language/fragment-kinds.ts";
import { at } from "./at.ts";
import { coursesOf } from "./courses.ts";
import type { Order } from "./order.ts";
import type { Course, Decision, PathBounds } from "./path.ts";

/** One course of a fragment, or one fate of a callback, that paths should take. */
export interface Target {
  readonly index: number;
  readonly fragment: number;
  readonly callback: number;
  readonly operands: Course;
  /** The operands around the place where it is decided. */
  readonly within: readonly OperandRef[];
  /** It may be decided several times on one path, each time in another way. */
  readonly again: boolean;
}

export interface Targets {
  readonly list: readonly Target[];
  /** The target that a decision takes; -1 when it had no alternative. */
  readonly of: (decision: Pick<Decision, "fragment" | "callback" | "operands">) => number;
}

/**
 * Lists what paths can decide in more than one way.
 *
 * In:     an order, the bounds of unrolling.
 * Out:    a target for each course of each fragment with several, and for each callback that may come too late or in time.
 * Says:   nothing.
 * Cost:   linear in operands.
 * Source: CHECKS section 0.3.
 */
export const targetsOf = (order: Order, bounds: PathBounds): Targets => {
  const { flow } = order;
  const list: Target[] = [];
  const numbers = new Map<string, number>();
  const keyOf = ({
    fragment,
    callback,
    operands,
  }: Pick<Target, "fragment" | "callback" | "operands">): string => `${fragment} ${callback} ${operands}`;
  const add = (
    fragment: number,
    callback: number,
    courses: readonly Course[],
    within: readonly OperandRef[],
  ): void => {
    if (courses.length < 2) return;
    const again = depthOf(flow, within, bounds) > 0;
    for (const operands of courses) {
      const target = { index: list.length, fragment, callback, operands, within, again };
      numbers.set(keyOf(target), list.push(target) - 1);
    }
  };
  for (const fragment of flow.fragments)
    add(
      fragment.index,
      -1,
      coursesOf(fragment, bounds, depthOf(flow, fragment.within, bounds)),
      fragment.within,
    );
  for (const callback of order.armed.late) {
    const first = order.occurrences.find(
      ({ kind, callbacks = [] }) => (kind === "await" || kind === "handle") && callbacks.includes(callback),
    );
    // A handler's own operand runs only after its fate is decided.
    const within = first?.kind === "handle" ? first.within.slice(0, -1) : (first?.within ?? []);
    add(-1, callback, [[], [0]], within);
  }
  return { list, of: (decision) => numbers.get(keyOf(decision)) ?? -1 };
};

/**
 * How many of the loops and retries around a place run more than once.
 *
 * In: a flow, the operands around the place, the bounds. Out: their number. Says: nothing. Cost: linear in them.
 * Source: CHECKS section 2.2.
 */
export const depthOf = (flow: Flow, within: readonly OperandRef[], bounds: PathBounds): number => {
  let depth = 0;
  for (const { fragment, operand } of within) {
    const around = at(flow.fragments, fragment);
    if (operand === 0 && repeats(around, bounds, depth)) depth++;
  }
  return depth;
};

/**
 * Whether a fragment may run more than one round.
 *
 * In: a fragment, the bounds, how many loops around it run more than once. Out: true or false. Says: nothing. Cost: constant.
 * Source: CHECKS section 2.2.
 */
export const repeats = (fragment: Fragment, bounds: PathBounds, depth: number): boolean =>
  fragmentKinds[fragment.kind].flow === "rounds" &&
  coursesOf(fragment, bounds, depth).some((course) => course.filter((operand) => operand === 0).length > 1);
