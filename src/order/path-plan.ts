import type { Fragment, OperandRef } from "../flow/flow.ts";
import { fragmentKinds } from "../language/fragment-kinds.ts";
import { at } from "./at.ts";
import { coursesOf } from "./courses.ts";
import { guardOf } from "./guards.ts";
import type { Order } from "./order.ts";
import type { Course, PathBounds, Site } from "./path.ts";
import { depthOf, type Target } from "./path-targets.ts";

/** What a path has to decide in order to reach some targets. */
export interface PathPlan {
  /** Asks for a target, in the given round of each loop around it; false when the plan already excludes it. */
  readonly reach: (target: Target, roundOf: (fragment: number) => number) => boolean;
  /** The courses of a site that agree with the plan; all of them when none does. */
  readonly allowed: (site: Site, courses: readonly Course[]) => readonly Course[];
}

/**
 * Starts a plan.
 *
 * In:     an order, the bounds of unrolling.
 * Out:    an empty plan. Asking for a target asks for all that leads to it: the operands around it, and what makes the handlers
 *         among them run. Guards with equal texts that the same round decides are asked for once.
 * Says:   nothing.
 * Cost:   per target the depth of fragments around it, and of those around the arrival that a handler needs.
 * Source: CHECKS section 0.3.
 */
export const planPath = (order: Order, bounds: PathBounds): PathPlan => {
  const { flow } = order;
  const lateness = order.armed.late;
  const wanted = new Map<string, ((course: Course) => boolean)[]>();
  const facts = new Map<string, { readonly value: boolean; readonly rounds: readonly number[] }[]>();
  const reached = new Set<number>();
  let possible = true;

  const want = (key: string, courses: readonly Course[], suits: (course: Course) => boolean): void => {
    const all = [...(wanted.get(key) ?? []), suits];
    wanted.set(key, all);
    if (!courses.some((course) => all.every((each) => each(course)))) possible = false;
  };
  const fact = (guard: string | undefined, value: boolean, rounds: readonly number[]): void => {
    if (guard === undefined) return;
    const known = facts.get(guard) ?? [];
    if (known.some((each) => each.value !== value && `${each.rounds}` === `${rounds}`)) possible = false;
    facts.set(guard, [...known, { value, rounds }]);
  };
  const factsOf = (fragment: Fragment, taken: number, rounds: readonly number[]): void => {
    for (const operand of fragment.operands.keys())
      fact(guardOf(fragment, operand), operand === taken, rounds);
  };

  /** Asks for the operands around a place; gives the rounds in which it then is. */
  const surround = (
    within: readonly OperandRef[],
    roundOf: (fragment: number) => number,
  ): readonly number[] => {
    let rounds: readonly number[] = [];
    for (const [depth, { fragment: index, operand }] of within.entries()) {
      const fragment = at(flow.fragments, index);
      const courses = coursesOf(fragment, bounds, depthOf(flow, within.slice(0, depth), bounds));
      const key = siteKey({ fragment: index, callback: -1, rounds });
      switch (fragmentKinds[fragment.kind].flow) {
        case "choice":
        case "maybe":
          want(key, courses, (course) => course[0] === operand);
          factsOf(fragment, operand, rounds);
          break;
        case "rounds": {
          const round = operand === 0 ? roundOf(index) : 0;
          want(key, courses, (course) => (operand === 0 ? course[round] === 0 : course.includes(operand)));
          if (operand === 0) rounds = [...rounds, round];
          break;
        }
        case "handler":
          // What is received inside its own handler is no reason for that handler to run.
          if (!reached.has(index)) {
            reached.add(index);
            arrive(fragment, roundOf);
          }
          break;
        case "sequence":
        case "parallel":
          break;
      }
    }
    return rounds;
  };

  const arrive = ({ handles }: Fragment, roundOf: (fragment: number) => number): void => {
    const callback = handles === undefined ? -1 : order.callbacks.find(handles.callback);
    const arm = handles?.arm;
    if (callback < 0) return;
    const late = arm === "timeout" || arm === "late";
    if (lateness.has(callback)) want(`late ${callback}`, [[], [0]], (course) => course.length > 0 === late);
    if (arm === "timeout") return;
    const suiting = at(flow.callbacks, callback).arrivals.filter(
      ({ how }) => arm !== "rejected" || how === "rejects",
    );
    const [first] = suiting;
    if (first !== undefined) surround(at(flow.messages, first.message).within, roundOf);
  };

  return {
    reach: ({ fragment: index, callback, operands, within }, roundOf) => {
      const rounds = surround(within, roundOf);
      if (callback >= 0) want(`late ${callback}`, [[], [0]], (course) => `${course}` === `${operands}`);
      const fragment = flow.fragments[index];
      if (fragment !== undefined) {
        const courses = coursesOf(fragment, bounds, depthOf(flow, within, bounds));
        want(
          siteKey({ fragment: index, callback, rounds }),
          courses,
          (course) => `${course}` === `${operands}`,
        );
        if (fragmentKinds[fragment.kind].flow !== "rounds") factsOf(fragment, operands[0] ?? -1, rounds);
      }
      return possible;
    },
    allowed: (site, courses) => {
      const suits = wanted.get(site.callback >= 0 ? `late ${site.callback}` : siteKey(site)) ?? [];
      const fragment = flow.fragments[site.fragment];
      const agrees = (course: Course): boolean =>
        suits.every((each) => each(course)) &&
        (fragment === undefined || agreesWithFacts(fragment, course, site.rounds));
      const allowed = courses.filter(agrees);
      // A break that nobody asked for would leave out what was asked for.
      const passing = allowed.filter(
        (course) => suits.length > 0 || !leaves(fragment) || course.length === 0,
      );
      return [passing, allowed, courses].find((some) => some.length > 0) ?? courses;
    },
  };

  function agreesWithFacts(fragment: Fragment, [taken = -1]: Course, rounds: readonly number[]): boolean {
    if (fragmentKinds[fragment.kind].flow === "rounds") return true;
    return fragment.operands.every((_, operand) =>
      (facts.get(guardOf(fragment, operand) ?? "") ?? []).every(
        (each) =>
          each.value === (operand === taken) || !rounds.every((round, depth) => each.rounds[depth] === round),
      ),
    );
  }
};

const leaves = (fragment: Fragment | undefined): boolean =>
  fragment !== undefined && fragmentKinds[fragment.kind].leaves;

const siteKey = ({ fragment, rounds }: Site): string => `${fragment} ${rounds}`;
