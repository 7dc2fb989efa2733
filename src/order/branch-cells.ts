import type { Flow, Fragment } from "../flow/flow.ts";
import { fragmentKinds } from "../language/fragment-kinds.ts";
import { at } from "./at.ts";
import type { CourseItem, Place } from "./occurrence.ts";

/** How a fragment treats the state in which it begins. */
interface Shape {
  /** Its operands begin in that state, each for itself; else one continues where the other ended. */
  readonly branches: boolean;
  /** A path may pass by all its operands. */
  readonly skippable: boolean;
  /** What follows its operand is what follows the fragment around it. */
  readonly leaves: boolean;
}

/** Facts that change along the course, each under its number, with every operand starting where its fragment started. */
export interface BranchCells<V> {
  readonly get: (key: number) => V;
  readonly set: (key: number, value: V) => void;
  /** Moves on by one item of the course; of an occurrence, before what it changes. */
  readonly pass: (item: CourseItem) => void;
  readonly place: () => Place;
}

/** What becomes of a cell that operands left in different states. */
export interface BranchRules<V> {
  readonly initial: V;
  /** `before` is the state in which the fragment began; `ends` are the states in which its operands ended, no two of one operand. */
  readonly merge: (before: V, ends: readonly V[]) => V;
  /** Called at every change, those at the borders of operands included. */
  readonly changed?: (key: number, value: V, place: Place) => void;
  /** Rounds count as done: what they change stays changed. */
  readonly roundsHappen?: boolean;
}

/**
 * Keeps facts along the written course of a flow as a reader of the drawing does: each operand of a choice starts from the
 * state at the choice's start, what is left of a `break` joins at the end of what it breaks, and after a fragment a fact is
 * what `merge` makes of the states in which its operands ended (and of the one before, where all can be skipped).
 *
 * In:     a flow; rules for one kind of fact; then the items of its course, in order.
 * Out:    the facts at the present item.
 * Says:   nothing.
 * Cost:   each change costs as many steps as fragments are around it.
 * Source: combined fragments, UML 2.5.1, section 17.6; the merging of data-flow analysis (Kildall 1973), in one pass.
 */
export const branchCells = <V>(flow: Flow, rules: BranchRules<V>): BranchCells<V> => {
  const cells = new Map<number, V>();
  const scopes: Scope<V>[] = [scopeOf(-1, { branches: false, skippable: false, leaves: false })];
  const rejecting = callbacksRejected(flow);
  let here: Place = { occurrence: -1 };

  const get = (key: number): V => (cells.has(key) ? (cells.get(key) as V) : rules.initial);
  const put = (key: number, value: V): void => {
    if (get(key) === value) return;
    cells.set(key, value);
    rules.changed?.(key, value, here);
  };
  const set = (key: number, value: V): void => {
    // Only the innermost operand needs to remember: it tells the ones around it what it left changed.
    const journal = scopes.findLast(({ shape }) => shape.branches)?.journal;
    if (journal !== undefined && !journal.has(key)) journal.set(key, get(key));
    put(key, value);
  };

  const join = (exits: readonly ReadonlyMap<number, V>[]): void => {
    for (const exit of exits)
      for (const [key, value] of exit) set(key, rules.merge(get(key), [get(key), value]));
  };

  const endOperand = (scope: Scope<V>): void => {
    if (scope.operand < 0) return;
    here = { occurrence: here.occurrence, endOf: { fragment: scope.fragment, operand: scope.operand } };
    join(scope.exits.splice(0));
    if (!scope.shape.branches) return;
    const end = new Map<number, V>();
    for (const key of scope.journal.keys()) end.set(key, get(key));
    for (const [key, value] of scope.journal) put(key, value);
    scope.journal.clear();
    scope.ends.push(end);
  };

  const leave = (): void => {
    const scope = at(scopes, scopes.length - 1);
    endOperand(scope);
    scopes.pop();
    if (scope.shape.leaves) return void at(scopes, scopes.length - 1).exits.push(...scope.ends);
    const ends = new Map<number, V[]>();
    for (const end of scope.ends)
      for (const [key, value] of end) {
        const values = ends.get(key);
        if (values === undefined) ends.set(key, [value]);
        else values.push(value);
      }
    for (const [key, values] of ends) {
      const before = get(key);
      if (scope.shape.skippable || values.length < scope.ends.length) values.push(before);
      set(key, rules.merge(before, values));
    }
  };

  return {
    get,
    set,
    place: () => here,
    pass: (item) => {
      if (item.at === "occurrence") here = { occurrence: item.occurrence };
      else if (item.at === "enter")
        scopes.push(
          scopeOf(item.fragment, shapeOf(at(flow.fragments, item.fragment), rejecting, rules.roundsHappen)),
        );
      else if (item.at === "operand") {
        const scope = at(scopes, scopes.length - 1);
        endOperand(scope);
        scope.operand = item.operand;
      } else leave();
    },
  };
};

interface Scope<V> {
  readonly fragment: number;
  readonly shape: Shape;
  operand: number;
  /** Values before the present operand of the cells that it changed. */
  readonly journal: Map<number, V>;
  /** Values at the end of each operand of the cells that it changed. */
  readonly ends: Map<number, V>[];
  /** The same of each `break` directly inside the present operand. */
  readonly exits: Map<number, V>[];
}

const scopeOf = <V>(fragment: number, shape: Shape): Scope<V> => ({
  fragment,
  shape,
  operand: -1,
  journal: new Map(),
  ends: [],
  exits: [],
});

const shapeOf = (fragment: Fragment, rejecting: ReadonlySet<string>, roundsHappen = false): Shape => {
  const { flow, leaves } = fragmentKinds[fragment.kind];
  const through = { branches: false, skippable: false, leaves };
  switch (flow) {
    case "sequence":
    case "parallel":
      return through;
    case "choice":
      return { branches: true, skippable: fragment.operands.length === 1, leaves };
    case "maybe":
      return { branches: true, skippable: true, leaves };
    case "rounds":
      return roundsHappen && fragment.operands.length === 1
        ? through
        : { branches: true, skippable: !roundsHappen, leaves };
    case "handler": {
      const { arm, callback } = fragment.handles ?? {};
      const always = arm === "arrival" && !rejecting.has(callback?.text ?? "");
      return always ? through : { branches: true, skippable: true, leaves };
    }
  }
};

/** Names of the callbacks whose failure has a handler of its own: their `on` then stands for success alone. */
const callbacksRejected = (flow: Flow): ReadonlySet<string> =>
  new Set(
    flow.fragments.flatMap(({ handles }) => (handles?.arm === "rejected" ? [handles.callback.text] : [])),
  );
