import type { Fragment } from "../flow/flow.ts";
import { type FragmentFacts, fragmentKinds } from "../language/fragment-kinds.ts";
import { guardsOf } from "./guards.ts";
import type { FragmentNode, Slice, SliceNode } from "./slice.ts";
import { addState, type MutableStates, mapStates, type States, sameStates, union } from "./states.ts";
import {
  type Around,
  type Decision,
  decisionsIn,
  type Evidence,
  type Trail,
  withDecision,
  withEvent,
} from "./trail.ts";
import { assign, forget, ownState } from "./variables.ts";

/** What watches a subject: it takes every event of every path, and says what it sees. States are whole numbers below 2^32. */
export interface Automaton<E, V extends string> {
  readonly start: number;
  /** Whether a path should tell this event, beside where it turned. */
  readonly remembers: (event: E) => boolean;
  readonly step: (state: number, event: E, say: Say<V>) => number;
  /** Which of the two ways past a handler a path in this state takes, and in which state; undefined when it is not its own. */
  readonly handle: (state: number, fragment: Fragment, say: Say<V>) => Handling | undefined;
  /** A loop is passed by without a round; undefined: a path in this state does not do so. */
  readonly skip: (state: number, fragment: Fragment) => number | undefined;
  /** Whether a loop that ends by a callback may end in this state. */
  readonly ends: (state: number, fragment: Fragment) => boolean;
  readonly finish: (state: number, say: Say<V>) => void;
  /** How many states are too many, and what stands for one of them then: there must be few such, and none may be worse than it. */
  readonly most: number;
  readonly coarsen: (state: number, say: Say<V>) => number;
  /** Where states are coarsened, how they came about no longer matters. */
  readonly shortens?: true;
  /** How bad a verdict is: of the orders in which parallel operands can run, the mildest is judged. */
  readonly weight: (verdict: V) => number;
}

export type Say<V> = (verdict: V) => void;

export interface Handling {
  readonly runs?: number;
  readonly passes?: number;
  /** The path through the body ends with it. */
  readonly isSideway?: boolean;
}

/** Whether a path may take this operand of a fragment, or (-1) pass it by. */
export type Allowed = (decision: Decision) => boolean;
const everything: Allowed = () => true;

/** What an automaton said over all paths, each verdict with the path that takes the fewest decisions. */
export type Verdicts<E, V extends string> = ReadonlyMap<V, Evidence<E>>;

interface Ends<E> {
  /** States in which the end of the body is reached. */
  readonly falls: States<E>;
  /** States in which a break left it. */
  readonly leaves: States<E>;
}

/**
 * Runs an automaton over all paths of a slice at once.
 *
 * In:     a slice and an automaton; which ways through fragments paths may take.
 * Out:    its verdicts. A choice takes one operand of those that are written (a lone operand may be passed by), loops run
 *         0..n rounds or as their text says, parallel operands in the order that is judged most mildly, a break leaves the
 *         fragment around it, guards that occur twice with the same text go the same way.
 * Says:   nothing.
 * Cost:   linear in the slice times the states; a loop is repeated until no new state comes.
 * Source: data-flow analysis over sets of states (Kildall, 1973); typestate checking (Strom and Yemini, 1986).
 */
export const runOver = <E, V extends string>(
  slice: Slice<E>,
  automaton: Automaton<E, V>,
  allowed: Allowed = everything,
): Verdicts<E, V> => {
  const guards = guardsOf(slice);
  let around: Around | undefined;
  let log = new Map<V, Evidence<E>>();
  let trials = 0;

  const sayAt =
    (trail: Trail<E> | undefined): Say<V> =>
    (verdict) => {
      const known = log.get(verdict);
      const evidence = { trail, around };
      if (known === undefined || decisionsIn(evidence) < decisionsIn(known)) log.set(verdict, evidence);
    };
  const moved = (states: States<E>, move: (state: number, say: Say<V>) => number | undefined): States<E> =>
    mapStates(states, (state, trail) => {
      const to = move(ownState(state), sayAt(trail));
      return to === undefined ? undefined : state - ownState(state) + to;
    });

  /** Forgets guards as well: a path may then go ways that do not fit together, but none is lost. */
  const coarsened = (states: States<E>): States<E> =>
    mapStates(
      mapStates(states, ownState),
      (state, trail) => automaton.coarsen(state, sayAt(trail)),
      automaton.shortens ? () => undefined : undefined,
    );

  const run = (slice: Slice<E>, states: States<E>): Ends<E> => {
    let falls = states;
    let leaves: States<E> = none;
    for (const node of slice) {
      if (falls.size === 0) break;
      const after = within(node, falls, (entering) =>
        node.kind === "event"
          ? { falls: happen(node.event, entering), leaves: none }
          : kinds[fragmentKinds[node.fragment.kind].flow](node, entering),
      );
      falls = after.falls.size > automaton.most ? coarsened(after.falls) : after.falls;
      leaves = union(leaves, after.leaves);
    }
    return { falls, leaves };
  };

  const within = (node: SliceNode<E>, states: States<E>, go: (states: States<E>) => Ends<E>): Ends<E> => {
    const borders = guards.borders.get(node);
    if (borders === undefined) return go(states);
    const { falls, leaves } = go(mapStates(states, (state) => forget(state, borders.starts)));
    const stopped = (ends: States<E>) => mapStates(ends, (state) => forget(state, borders.stops));
    return { falls: stopped(falls), leaves: stopped(leaves) };
  };

  const happen = (event: E, states: States<E>): States<E> => {
    const next: MutableStates<E> = new Map();
    for (const [state, trail] of states) {
      const known = automaton.remembers(event) ? withEvent(trail, event) : trail;
      addState(next, state - ownState(state) + automaton.step(ownState(state), event, sayAt(known)), known);
    }
    return next;
  };

  /** The body of an operand, or nothing (-1); what breaks leave, leaves this fragment and no more. */
  const take = (node: FragmentNode<E>, operand: number, states: States<E>): States<E> => {
    const outer: Around | undefined = around;
    around = { decision: { fragment: node.fragment.index, operand }, outer, depth: (outer?.depth ?? 0) + 1 };
    const { falls, leaves } = run(node.operands[operand] ?? [], states);
    around = outer;
    return union(falls, leaves);
  };

  /** States in which this operand's guard can hold, or (-1) none of them. */
  const decided = (node: FragmentNode<E>, operand: number, states: States<E>): States<E> => {
    if (!allowed({ fragment: node.fragment.index, operand })) return none;
    const own = guards.variableOf(node.fragment, operand);
    const others = node.operands
      .map((_, other) => guards.variableOf(node.fragment, other))
      .filter((variable, other) => variable !== undefined && variable !== own && other !== operand);
    if (own === undefined && others.length === 0) return states;
    return mapStates(states, (state) => {
      let at = own === undefined ? state : assign(state, own, true);
      for (const other of others) if (at !== undefined && other !== undefined) at = assign(at, other, false);
      return at;
    });
  };

  /** Joins the ways through a fragment; where it makes no difference which one was taken, none is remembered. */
  const join = (
    node: FragmentNode<E>,
    ways: readonly (readonly [operand: number, ends: States<E>])[],
  ): States<E> => {
    const [first] = ways;
    if (first === undefined || ways.every(([, ends]) => sameStates(ends, first[1])))
      return union(...ways.map(([, ends]) => ends));
    return union(
      ...ways.map(([operand, ends]) =>
        mapStates(
          ends,
          (state) => state,
          (trail) => withDecision(trail, { fragment: node.fragment.index, operand }),
        ),
      ),
    );
  };
  const fallen = (falls: States<E>): Ends<E> => ({ falls, leaves: none });
  const choose = (node: FragmentNode<E>, operands: readonly number[], states: States<E>): States<E> =>
    join(
      node,
      operands.map((operand) => [operand, take(node, operand, decided(node, operand, states))] as const),
    );

  const rounds = (node: FragmentNode<E>, states: States<E>): Ends<E> => {
    const { low, high } = boundsOf(node.fragment);
    let exits: States<E> = none;
    let round = decided(node, 0, states);
    for (let count = 1; count <= high; count++) {
      const after = take(node, 0, round);
      const all = count < low ? exits : union(exits, after);
      const settled = sameStates(after, round) || (count > low && all.size === exits.size);
      exits = settled ? union(all, after) : all;
      if (settled || count === high) break;
      round = after;
    }
    const ending = moved(exits, (state) => (automaton.ends(state, node.fragment) ? state : undefined));
    const skipping =
      low > 0 ? none : moved(decided(node, -1, states), (state) => automaton.skip(state, node.fragment));
    const done = ending.size === 0 ? exits : ending;
    const exhausted =
      node.operands.length > 1
        ? take(node, 1, allowed({ fragment: node.fragment.index, operand: 1 }) ? exits : none)
        : none;
    const ways: (readonly [number, States<E>])[] = [[0, done]];
    if (low === 0) ways.push([-1, skipping]);
    if (node.operands.length > 1) ways.push([1, exhausted]);
    return fallen(join(node, ways));
  };

  const weightOf = (said: Iterable<V>): number =>
    [...said].reduce((sum, verdict) => sum + automaton.weight(verdict), 0);
  /** What would be said if the flow ended here. */
  const ifOver = (states: States<E>): ReadonlySet<V> => {
    const said = new Set<V>();
    for (const state of states.keys()) automaton.finish(ownState(state), (verdict) => said.add(verdict));
    return said;
  };

  const parallel = (node: FragmentNode<E>, states: States<E>): Ends<E> => {
    const busy = [...node.operands.keys()].filter((operand) => node.operands[operand]?.length !== 0);
    const before = log;
    trials++;
    const results = (trials > deepest ? [busy] : ordersOf(busy)).map((order) => {
      log = new Map(before);
      const falls = order.reduce((reached, operand) => take(node, operand, reached), states);
      const weight = weightOf(log.keys()) + weightOf(ifOver(falls));
      return { falls, log, weight };
    });
    trials--;
    const mildest = results.reduce((best, result) => (result.weight < best.weight ? result : best));
    log = mildest.log;
    return fallen(mildest.falls);
  };

  const handler = (node: FragmentNode<E>, states: States<E>): Ends<E> => {
    const runs: MutableStates<E> = new Map();
    const sideways: MutableStates<E> = new Map();
    const passes: MutableStates<E> = new Map();
    for (const [state, trail] of states) {
      const own = ownState(state);
      const ways = automaton.handle(own, node.fragment, sayAt(trail)) ?? { runs: own, passes: own };
      if (ways.runs !== undefined) addState(ways.isSideway ? sideways : runs, state - own + ways.runs, trail);
      if (ways.passes !== undefined) addState(passes, state - own + ways.passes, trail);
    }
    take(node, 0, sideways);
    return fallen(union(take(node, 0, runs), passes));
  };

  const kinds: Record<FragmentFacts["flow"], (node: FragmentNode<E>, states: States<E>) => Ends<E>> = {
    sequence: (node, states) => fallen(take(node, 0, states)),
    choice: (node, states) =>
      fallen(choose(node, node.operands.length === 1 ? [0, -1] : [...node.operands.keys()], states)),
    maybe: (node, states) => {
      if ((fragmentKinds[node.fragment.kind] as FragmentFacts).leaves !== true)
        return fallen(choose(node, [0, -1], states));
      const marked = (states: States<E>, operand: number): States<E> =>
        mapStates(
          states,
          (state) => state,
          (trail) => withDecision(trail, { fragment: node.fragment.index, operand }),
        );
      const left = take(node, 0, decided(node, 0, states));
      return { falls: marked(decided(node, -1, states), -1), leaves: marked(left, 0) };
    },
    parallel,
    rounds,
    handler,
  };

  const { falls, leaves } = run(slice, new Map([[automaton.start, undefined]]));
  for (const [state, trail] of union(falls, leaves)) automaton.finish(ownState(state), sayAt(trail));
  return log;
};

const none: States<never> = new Map();
/** Rounds after which a loop's states are taken to repeat themselves. */
const manyRounds = 64;
/** Parallel fragments inside each other whose orders are all tried. */
const deepest = 3;

const boundsOf = ({ rounds }: Fragment): { readonly low: number; readonly high: number } => ({
  low: Math.min(rounds?.low ?? 0, manyRounds),
  high: Math.min(rounds === undefined ? 2 : (rounds.high ?? manyRounds), manyRounds),
});

/** Orders in which parallel operands may run: all of up to three, else as written and upside down. */
const ordersOf = (operands: readonly number[]): readonly (readonly number[])[] => {
  if (operands.length < 2) return [operands];
  if (operands.length > 3) return [operands, operands.toReversed()];
  return operands.flatMap((first) =>
    ordersOf(operands.filter((operand) => operand !== first)).map((rest) => [first, ...rest]),
  );
};
