import type { Step } from "../flow/flow.ts";
import { fragmentKinds } from "../language/fragment-kinds.ts";
import { at } from "./at.ts";
import { coursesOf } from "./courses.ts";
import type { Order } from "./order.ts";
import type { PathBounds } from "./path.ts";
import { repeats } from "./path-targets.ts";

/**
 * Counts the paths of a flow as if all its decisions were free.
 *
 * In:     an order, the bounds of unrolling.
 * Out:    the number of combinations of courses; guards that go together and breaks can make the paths fewer. May be infinite
 *         in floating point.
 * Says:   nothing.
 * Cost:   linear in the flow.
 * Source: CHECKS section 2.2.
 */
export const countPaths = (order: Order, bounds: PathBounds): number => {
  const { fragments } = order.flow;
  const ofBody = (body: readonly Step[], depth: number): number =>
    body.reduce(
      (count, step) => (step.kind === "fragment" ? count * ofFragment(step.fragment, depth) : count),
      1,
    );
  const ofFragment = (index: number, depth: number): number => {
    const fragment = at(fragments, index);
    const deeper = depth + Number(repeats(fragment, bounds, depth));
    const bodies = fragment.operands.map(({ body }, operand) => ofBody(body, operand === 0 ? deeper : depth));
    if (fragmentKinds[fragment.kind].flow === "handler") return at(bodies, 0);
    return coursesOf(fragment, bounds, depth).reduce(
      (sum, course) => sum + course.reduce((count, operand) => count * at(bodies, operand), 1),
      0,
    );
  };
  return ofBody(order.flow.body, 0) * 2 ** order.armed.late.size;
};
