import type { Fragment, Step } from "../flow/flow.ts";
import { type FragmentFacts, fragmentKinds } from "../language/fragment-kinds.ts";
import { at } from "./at.ts";
import { coursesOf } from "./courses.ts";
import { type Facts, guardOf, openFacts } from "./guards.ts";
import type { Order } from "./order.ts";
import type { Course, Decision, Path, PathBounds, PathVisitor } from "./path.ts";
import { lateFact, pathHandlers } from "./path-handlers.ts";
import { pathMessages } from "./path-messages.ts";

/**
 * Walks along one path of a flow.
 *
 * In:     an order; the bounds of unrolling; a visitor, which takes the decisions that are open and sees what happens.
 * Out:    the path, with all its decisions. Guards with equal texts go together, those of breaks aside; when no guard of a
 *         choice can hold, none of its operands runs. `break` leaves the operand around it, and ends the rounds of a loop. A
 *         message is received on a path that sends it; a handler runs when an arrival of its kind has been received. Whether a
 *         callback comes too late is decided at the first `await` or handler of it, if a handler says what happens then.
 * Says:   nothing.
 * Cost:   linear in what the path holds; each decision also in the operands of its fragment.
 * Source: CHECKS sections 0.2 and 2.2; combined fragments, UML 2.5.1, section 17.6.
 */
export const walkPath = (order: Order, bounds: PathBounds, visitor: PathVisitor): Path => {
  const { flow, occurrences } = order;
  const decisions: Decision[] = [];
  const facts = openFacts();
  const messages = pathMessages(order);
  const late = order.armed.late;
  let rounds: readonly number[] = [];
  let depth = 0;

  const decide = (fragment: number, callback: number, courses: readonly Course[]): Course => {
    const site = { fragment, callback, rounds };
    const operands = at(courses, courses.length > 1 ? visitor.decide(site, courses) : 0);
    decisions.push({ ...site, operands });
    return operands;
  };
  const comesLate = (callback: number): boolean => {
    if (!late.has(callback)) return false;
    const fact = lateFact(callback);
    if (facts.known(fact) === undefined) facts.settle(fact, decide(-1, callback, [[], [0]]).length > 0);
    return facts.known(fact) === true;
  };
  const handlers = pathHandlers(order, messages.received, comesLate);

  const happen = (index: number): void => {
    const occurrence = at(occurrences, index);
    if (!messages.happens(occurrence)) return;
    const gaveUp = occurrence.kind === "await" && (occurrence.callbacks ?? []).map(comesLate).includes(true);
    visitor.happen?.(index, rounds, gaveUp);
  };

  const runBody = (body: readonly Step[]): boolean => {
    for (const step of body) {
      const own = order.ofStep(step);
      if (step.kind === "fragment") {
        const [first] = own;
        if (first !== undefined && at(occurrences, first).kind === "decide") happen(first);
        const handler = own.find((each) => at(occurrences, each).kind === "handle");
        if (runFragment(at(flow.fragments, step.fragment), handler)) return true;
      } else for (const occurrence of own) happen(occurrence);
    }
    return false;
  };
  const runOperand = ({ operands }: Fragment, operand: number): boolean =>
    runBody(at(operands, operand).body);

  /** Each of these runs a fragment and says whether what follows it is left out. */
  const runs: {
    readonly [K in FragmentFacts["flow"]]: (fragment: Fragment, handler: number | undefined) => boolean;
  } = {
    sequence: (fragment) => {
      fragment.operands.some((_, operand) => runOperand(fragment, operand));
      return false;
    },
    parallel: (fragment) => {
      visitor.beside?.("enter");
      for (const operand of fragment.operands.keys()) {
        visitor.beside?.("operand");
        runOperand(fragment, operand);
      }
      visitor.beside?.("leave");
      return false;
    },
    handler: (fragment, handler) => {
      const taken = handler === undefined || handlers.runs(at(occurrences, handler));
      decisions.push({ fragment: fragment.index, callback: -1, rounds, operands: taken ? [0] : [] });
      if (taken && handler !== undefined) happen(handler);
      if (taken) runOperand(fragment, 0);
      return false;
    },
    choice: (fragment) => runOne(fragment),
    maybe: (fragment) => runOne(fragment),
    rounds: (fragment) => {
      const courses = coursesOf(fragment, bounds, depth);
      const course = decide(fragment.index, -1, courses);
      const deeper = Number(courses.some(({ length }) => length > 1));
      depth += deeper;
      course.some((operand, round) =>
        operand > 0 ? runOperand(fragment, operand) : runRound(fragment, round),
      );
      depth -= deeper;
      return false;
    },
  };
  const runFragment = (fragment: Fragment, handler: number | undefined): boolean =>
    runs[fragmentKinds[fragment.kind].flow](fragment, handler);

  const runOne = (fragment: Fragment): boolean => {
    const [operand = -1] = decide(
      fragment.index,
      -1,
      openCourses(fragment, coursesOf(fragment, bounds, depth), facts),
    );
    for (const each of fragment.operands.keys()) facts.settle(guardOf(fragment, each), each === operand);
    if (operand >= 0) runOperand(fragment, operand);
    return operand >= 0 && fragmentKinds[fragment.kind].leaves;
  };

  const runRound = (fragment: Fragment, round: number): boolean => {
    const outer = rounds;
    rounds = [...rounds, round];
    facts.enterRound();
    visitor.round?.(fragment.index, round);
    const left = runOperand(fragment, 0);
    facts.leaveRound();
    rounds = outer;
    return left;
  };

  runBody(flow.body);
  return { decisions };
};

/** The courses of a choice that what is known about guards leaves open; `[]`, that none runs, when there is none. */
const openCourses = (fragment: Fragment, courses: readonly Course[], facts: Facts): readonly Course[] => {
  const holds = ([operand]: Course): boolean | undefined => {
    const known = facts.known(guardOf(fragment, operand ?? 0));
    return operand === undefined && known !== undefined ? !known : known;
  };
  const certain = courses.find((course) => holds(course) === true);
  const open = certain === undefined ? courses.filter((course) => holds(course) === undefined) : [certain];
  return open.length > 0 ? open : [[]];
};
