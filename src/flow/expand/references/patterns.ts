import type { Key } from "../../../syntax/ast.ts";
import { candidates, type NameNode, nodesBelow } from "../../names/name-node.ts";
import type { Names } from "../../names/names.ts";
import { isPattern } from "./operations.ts";

/** Whether a text fits a pattern in which `*` stands for any letters; the case of letters does not matter, as in D2. */
export const fitsPattern = (pattern: string, text: string): boolean => {
  const [first = "", ...rest] = pattern.toLowerCase().split(/\*+/);
  const word = text.toLowerCase();
  const last = rest.pop();
  if (last === undefined) return word === first;
  if (!word.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = word.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return word.length - last.length >= at && word.endsWith(last);
};

/** A name that a path with patterns stands for, and how many of the path's keys are the name's. */
export interface Target {
  readonly node: NameNode;
  readonly depth: number;
}

/**
 * What a path means that starts in a scope and may hold patterns: `*` is any name in it, `**` also those in its boundaries.
 *
 * Out:    the names in the order of their first appearance; keys behind them are attributes.
 * Cost:   linear in the names in the scope.
 */
export const targetsOf = (keys: readonly Key[], scope: NameNode, { tree }: Names): readonly Target[] => {
  const named = (key: Key, parent: NameNode): readonly NameNode[] => {
    if (parent === scope) return candidates(tree, scope, key.text);
    const own = parent.boundary ? parent.children.get(key.text) : undefined;
    return own ? [own] : [];
  };
  let found: readonly Target[] = [{ node: scope, depth: 0 }];
  keys.forEach((key, at) => {
    found = found.flatMap((target) => {
      if (target.depth !== at) return [target];
      const inside = isPattern(key) ? matching(key, target.node) : named(key, target.node);
      // A plain key below a name that has no such child is an attribute.
      if (inside.length === 0 && at > 0 && !isPattern(key)) return [target];
      return inside.map((node) => ({ node, depth: at + 1 }));
    });
  });
  const unique = new Map(found.map((target) => [target.node, target]));
  return [...unique.values()].sort((one, other) => one.node.seen - other.node.seen);
};

const matching = ({ text }: Key, parent: NameNode): readonly NameNode[] => {
  if (!parent.boundary) return [];
  const all = text.startsWith("**") ? nodesBelow(parent) : [...parent.children.values()];
  return all.filter(
    ({ key, slip, seen }) => !slip && seen !== Number.POSITIVE_INFINITY && fitsPattern(text, key),
  );
};
