import type { Flow, Fragment, OperandRef } from "../flow/flow.ts";
import { fragmentKinds } from "../language/fragment-kinds.ts";
import { addTo } from "./add-to.ts";
import { at } from "./at.ts";
import type { CourseItem, Place } from "./occurrence.ts";
import { once } from "./once.ts";

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
  /** The innermost operand that begins in a state of its own: it tells the ones around it what it left changed. */
  let branch: Scope<V> | undefined;
  const rejecting = once(() => callbacksRejected(flow));
  let occurrence = -1;
  let endOf: OperandRef | undefined;

  const here = (): Place => (endOf === undefined ? { occurrence } : { occurrence, endOf });
  const get = (key: number): V => {
    const value = cells.get(key);
    return value === undefined && !cells.has(key) ? rules.initial : (value as V);
  };
  const put = (key: number, value: V): void => {
    if (get(key) === value) return;
    cells.set(key, value);
    rules.changed?.(key, value, here());
  };
  const set = (key: number, value: V): void => {
    if (branch !== undefined) {
      branch.journal ??= new Map();
      if (!branch.journal.has(key)) branch.journal.set(key, get(key));
    }
    put(key, value);
  };

  const join = (exits: readonly ReadonlyMap<number, V>[]): void => {
    for (const exit of exits)
      for (const [key, value] of exit) set(key, rules.merge(get(key), [get(key), value]));
  };

  const endOperand = (scope: Scope<V>): void => {
    if (scope.operand < 0) return;
    endOf = { fragment: scope.fragment, operand: scope.operand };
    if (scope.exits.length > 0) join(scope.exits.splice(0));
    if (!scope.shape.branches) return;
    // What the operand has changed goes back to what it was; the journal keeps how it ended.
    const end = scope.journal ?? new Map<number, V>();
    for (const [key, before] of end) {
      end.set(key, get(key));
      put(key, before);
    }
    scope.journal = undefined;
    scope.ends.push(end);
  };

  const leave = (): void => {
    const scope = at(scopes, scopes.length - 1);
    endOperand(scope);
    scopes.pop();
    if (branch === scope) branch = scopes.findLast(({ shape }) => shape.branches);
    if (scope.shape.leaves) return void at(scopes, scopes.length - 1).exits.push(...scope.ends);
    const settle = (key: number, values: V[]): void => {
      const before = get(key);
      if (scope.shape.skippable || values.length < scope.ends.length) values.push(before);
      set(key, rules.merge(before, values));
    };
    const [only] = scope.ends;
    if (only !== undefined && scope.ends.length === 1) {
      for (const [key, value] of only) settle(key, [value]);
      return;
    }
    const ends = new Map<number, V[]>();
    for (const end of scope.ends) for (const [key, value] of end) addTo(ends, key, value);
    for (const [key, values] of ends) settle(key, values);
  };

  return {
    get,
    set,
    place: here,
    pass: (item) => {
      if (item.at === "occurrence") {
        occurrence = item.occurrence;
        endOf = undefined;
      } else if (item.at === "enter") {
        const fragment = at(flow.fragments, item.fragment);
        const scope = scopeOf<V>(item.fragment, shapeOf(fragment, rejecting, rules.roundsHappen));
        scopes.push(scope);
        if (scope.shape.branches) branch = scope;
      } else if (item.at === "operand") {
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
  /** Values before the present operand of the cells that it changed; none as long as it changed nothing. */
  journal: Map<number, V> | undefined;
  /** Values at the end of each operand of the cells that it changed. */
  readonly ends: Map<number, V>[];
  /** The same of each `break` directly inside the present operand. */
  readonly exits: Map<number, V>[];
}

const scopeOf = <V>(fragment: number, shape: Shape): Scope<V> => ({
  fragment,
  shape,
  operand: -1,
  journal: undefined,
  ends: [],
  exits: [],
});

const shapeOf = (fragment: Fragment, rejecting: () => ReadonlySet<string>, roundsHappen = false): Shape => {
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
      const always = arm === "arrival" && !rejecting().has(callback?.text ?? "");
      return always ? through : { branches: true, skippable: true, leaves };
    }
  }
};

/** Names of the callbacks whose failure has a handler of its own: their `on` then stands for success alone. */
const callbacksRejected = (flow: Flow): ReadonlySet<string> =>
  new Set(
    flow.fragments.flatMap(({ handles }) => (handles?.arm === "rejected" ? [handles.callback.text] : [])),
  );
