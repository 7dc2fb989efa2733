import type { Span } from "../../source/span.ts";
import type { KeyPath } from "../../syntax/ast.ts";

/** A participant or a boundary while names are being resolved; the root is a boundary without a key. */
export interface NameNode {
  readonly key: string;
  readonly parent: NameNode | undefined;
  /** By their keys; one map serves all nodes without children, as most are, so that only this file adds to it. */
  children: ReadonlyMap<string, NameNode>;
  boundary: boolean;
  declared: boolean;
  /** Where it was first declared, else first used. */
  span: Span;
  /** Its place in the order of first appearance; infinite until it appears. */
  seen: number;
  /** The paths of the executions that connections name on it; as with children, one set serves all that have none. */
  spans: ReadonlySet<string>;
  /** A statement that went wrong made it: it is no part of the flow. */
  slip: boolean;
  /** In the flow's participants, or boundaries. */
  index: number;
}

/** The end of a connection: a participant, and the named execution on it. */
export interface End {
  readonly node: NameNode;
  readonly span?: string;
}

/** All names of a file. */
export interface NameTree {
  readonly root: NameNode;
  /** Every node with its last key. */
  readonly byLastKey: Map<string, NameNode[]>;
}

export const newTree = (span: Span): NameTree => ({
  root: node("", undefined, span, true),
  byLastKey: new Map(),
});

const noChildren: ReadonlyMap<string, NameNode> = new Map();
const noSpans: ReadonlySet<string> = new Set();

const node = (key: string, parent: NameNode | undefined, span: Span, declared: boolean): NameNode => ({
  key,
  parent,
  children: noChildren,
  boundary: parent === undefined,
  declared,
  span,
  seen: Number.POSITIVE_INFINITY,
  spans: noSpans,
  slip: false,
  index: -1,
});

/** The child of that key, made when it is not there; declared where it was only used moves its span to the declaration. */
export const childOf = (
  tree: NameTree,
  parent: NameNode,
  key: string,
  span: Span,
  declared: boolean,
): NameNode => {
  const known = parent.children.get(key);
  if (known) {
    if (declared && !known.declared) {
      known.declared = true;
      known.span = span;
    }
    return known;
  }
  const made = node(key, parent, span, declared);
  if (parent.children.size === 0) parent.children = new Map([[key, made]]);
  else (parent.children as Map<string, NameNode>).set(key, made);
  const namesakes = tree.byLastKey.get(key);
  if (namesakes) namesakes.push(made);
  else tree.byLastKey.set(key, [made]);
  return made;
};

/** `backend.api`; of the root, empty. */
export const pathOf = ({ key, parent }: NameNode): string =>
  parent === undefined || parent.parent === undefined ? key : `${pathOf(parent)}.${key}`;

/** Notes the path of an execution on a node. */
export const addSpan = (on: NameNode, path: string): void => {
  if (on.spans.size === 0) on.spans = new Set([path]);
  else (on.spans as Set<string>).add(path);
};

/**
 * What a key means in a scope: a boundary's own first, then its surroundings', then the one name of the whole file.
 * Several candidates come back together; none is an empty list.
 */
export const candidates = (tree: NameTree, scope: NameNode, key: string): readonly NameNode[] => {
  for (let at: NameNode | undefined = scope; at?.parent; at = at.parent) {
    const own = at.children.get(key);
    if (own) return [own];
  }
  return tree.byLastKey.get(key) ?? [];
};

/** Every node below, parents before children, in the order in which they were made. */
export const nodesBelow = (parent: NameNode): readonly NameNode[] => {
  const found: NameNode[] = [];
  const visit = (at: NameNode): void => {
    for (const child of at.children.values()) {
      found.push(child);
      visit(child);
    }
  };
  visit(parent);
  return found;
};

export const writtenPath = (path: KeyPath): string => path.keys.map(({ text }) => text).join(".");
