import type { Fragment } from "../flow/flow.ts";
import { guardOf } from "./guard-of.ts";
import type { FragmentNode, Slice, SliceNode } from "./slice.ts";

/** Which variable an operand's guard is, by fragment and operand; and where in the slice a variable starts and stops to mean something. */
export interface Guards<E> {
  readonly variableOf: (fragment: Fragment, operand: number) => number | undefined;
  /** Variables whose first or last mention is in this node, of all the nodes of its operand: elsewhere they are unset. */
  readonly borders: ReadonlyMap<SliceNode<E>, Borders>;
}

export interface Borders {
  readonly starts: readonly number[];
  readonly stops: readonly number[];
}

/** More are read as independent: each one at most triples the states. */
const most = 8;

/**
 * Finds the guards of a slice that occur more than once: with equal text and equal decider they are one boolean, so that a
 * path takes the same way each time.
 *
 * In:     a slice.
 * Out:    a variable for each such guard, at most eight, numbered from 0; a guard that is asked only inside one loop is asked anew
 *         in each round.
 * Says:   nothing.
 * Cost:   linear in the slice times its depth.
 * Source: correlated branches in path-sensitive data-flow analysis (Bodik, Gupta and Soffa, 1997), by text instead of value.
 */
export const guardsOf = <E>(slice: Slice<E>): Guards<E> => {
  const mentions = new Map<string, Mention<E>[]>();
  collect(slice, [], mentions);
  const repeated = [...mentions].filter(
    ([, found]) => new Set(found.map(({ fragment }) => fragment)).size > 1,
  );
  const numbers = new Map(repeated.slice(0, most).map(([guard], number) => [guard, number]));
  const borders = new Map<SliceNode<E>, { starts: number[]; stops: number[] }>();
  const borderAt = (node: SliceNode<E>) => {
    const known = borders.get(node) ?? { starts: [], stops: [] };
    borders.set(node, known);
    return known;
  };
  for (const [guard, number] of numbers) {
    const found = mentions.get(guard) ?? [];
    const [first, last] = [found[0], found.at(-1)];
    if (first === undefined || last === undefined) continue;
    const fork = first.path.findIndex(
      ({ node, operand }, depth) => node !== last.path[depth]?.node || operand !== last.path[depth]?.operand,
    );
    const depth = fork < 0 ? first.path.length - 1 : fork;
    const [start, stop] = [first.path[depth], last.path[depth]];
    if (start !== undefined) borderAt(start.node).starts.push(number);
    if (stop !== undefined) borderAt(stop.node).stops.push(number);
  }
  return {
    variableOf: (fragment, operand) => numbers.get(guardOf(fragment, operand) ?? ""),
    borders,
  };
};

interface Mention<E> {
  readonly fragment: Fragment;
  /** The operands around the guard, outermost first, its own last. */
  readonly path: readonly Enclosing<E>[];
}

interface Enclosing<E> {
  readonly node: FragmentNode<E>;
  readonly operand: number;
}

const collect = <E>(
  slice: Slice<E>,
  around: readonly Enclosing<E>[],
  mentions: Map<string, Mention<E>[]>,
): void => {
  for (const node of slice) {
    if (node.kind === "event") continue;
    for (const [operand, body] of node.operands.entries()) {
      const path = [...around, { node, operand }];
      const guard = guardOf(node.fragment, operand);
      if (guard !== undefined) {
        const mention = { fragment: node.fragment, path };
        const known = mentions.get(guard);
        if (known === undefined) mentions.set(guard, [mention]);
        else known.push(mention);
      }
      collect(body, path, mentions);
    }
  }
};
