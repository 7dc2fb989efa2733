import type { Span } from "../../source/span.ts";
import type { Ast, Connection, Entry, KeyPath, MapNode, Statement } from "../../syntax/ast.ts";
import { isBodiedWord, isUnquoted } from "../entry-shape.ts";
import { either, type Say } from "../report.ts";
import { sayCutLabels } from "./cut-labels.ts";
import { fragmentParts } from "./fragment-parts.ts";
import { addSpan, candidates, childOf, type End, type NameNode, type NameTree, pathOf } from "./name-node.ts";
import { participantParts } from "./participant-parts.ts";
import type { Role } from "./roles.ts";
import { sayStrayAttributes } from "./stray-attributes.ts";
import { isBoundaryAttribute } from "./survey.ts";

/** A statement that speaks of a participant; the first `depth` keys are the participant's. */
export interface Declaration {
  readonly entry: Entry;
  readonly depth: number;
}

export interface Appearances {
  /** What each end of a connection means; one that could not be resolved is not there. */
  readonly ends: ReadonlyMap<KeyPath, End>;
  /** All that is said of a participant or boundary, in written order. */
  readonly declarations: ReadonlyMap<NameNode, readonly Declaration[]>;
}

/**
 * Goes through the statements in written order, resolves the ends of connections, and notes who appears when.
 *
 * In:     a tree whose declarations are entered; `roles` gets the entries that `declareNames` left open.
 * Out:    ends and declarations; `seen`, `used` and `spans` of the names.
 * Says:   cut-label, stray-attribute, ambiguous-name (once for each key), boundary-with-messages (once for each boundary).
 * Cost:   linear in the statements.
 */
export const followAppearances = (
  ast: Ast,
  tree: NameTree,
  endKeys: ReadonlySet<string>,
  roles: Map<Entry, Role>,
  say: Say,
): Appearances => {
  const ends = new Map<KeyPath, End>();
  const declarations = new Map<NameNode, Declaration[]>();
  const reported = new Set<string | NameNode>();
  let clock = 0;

  const see = (node: NameNode): void => {
    for (let at: NameNode | undefined = node; at?.parent; at = at.parent)
      if (at.seen === Number.POSITIVE_INFINITY) at.seen = clock++;
  };

  const follow = (body: readonly Statement[], scope: NameNode): void => {
    sayCutLabels(body, { roles, ends: endKeys, tree }, say);
    sayStrayAttributes(body, { roles, ends: endKeys }, say);
    for (const statement of body) {
      if (statement.kind === "connection") followConnection(statement, scope);
      else if (statement.kind === "entry") followEntry(statement, scope);
    }
  };

  const followEntry = (entry: Entry, scope: NameNode): void => {
    const role = roles.get(entry) ?? openPath(entry, scope);
    if (role === undefined) return;
    if (role.kind === "statement" || role.kind === "group") {
      const hasBody = role.kind === "group" || isBodiedWord(role.word);
      if (entry.map && hasBody) follow(fragmentParts(entry.map, endKeys).body, scope);
      return;
    }
    if (role.kind !== "participant") return;
    see(role.node);
    const known = declarations.get(role.node);
    if (known) known.push({ entry, depth: role.depth });
    else declarations.set(role.node, [{ entry, depth: role.depth }]);
    if (role.node.boundary && role.depth === entry.path.keys.length && entry.map)
      followBoundary(entry.map, role.node);
  };

  const followBoundary = (map: MapNode, node: NameNode): void => {
    const { children } = participantParts(map, true);
    const step = children.find((child) => child.kind === "connection" || isStep(child));
    if (step && !reported.has(node)) {
      reported.add(node);
      say(
        "boundary-with-messages",
        `\`${pathOf(node)}\` is a boundary: it holds participants, and nothing happens in it.`,
        step.kind === "entry" ? step.path.span : step.span,
        {
          help: "write what happens below the boundary's closing brace, or use `group:` for a frame around messages",
        },
      );
    }
    follow(children, node);
  };

  const isStep = (statement: Statement): boolean => {
    if (statement.kind !== "entry") return false;
    const role = roles.get(statement);
    return role?.kind === "statement" || role?.kind === "group";
  };

  /** A path of several keys: a child of a boundary, or an attribute, a note or an execution of a participant. */
  const openPath = (entry: Entry, scope: NameNode): Role | undefined => {
    const found = descend(entry.path, scope, true);
    const role: Role = found
      ? { kind: "participant", node: found.node, depth: found.depth }
      : { kind: "slip" };
    roles.set(entry, role);
    return role;
  };

  const followConnection = ({ ends: all }: Connection, scope: NameNode): void => {
    for (const end of all) {
      if (end.kind === "path") followEnd(end.path, scope);
      if (end.kind === "list") for (const path of end.paths) followEnd(path, scope);
    }
  };

  /** What a single key means in a scope stays what it means: most ends of a file are the same few. */
  const familiar = new Map<NameNode, Map<string, End>>();

  const followEnd = (path: KeyPath, scope: NameNode): void => {
    const single = path.keys.length === 1 ? path.keys[0]?.text : undefined;
    const known = single === undefined ? undefined : familiar.get(scope)?.get(single);
    if (known) ends.set(path, known);
    else meetEnd(path, scope, single);
  };

  const meetEnd = (path: KeyPath, scope: NameNode, single: string | undefined): void => {
    const found = descend(path, scope, false);
    if (!found) return;
    const { node, depth } = found;
    see(node);
    if (node.boundary) {
      sayBoundaryEnd(node, path.span);
      return;
    }
    const names = path.keys.slice(depth).map(({ text }) => text);
    for (let length = 1; length <= names.length; length++) addSpan(node, names.slice(0, length).join("."));
    const end: End = names.length > 0 ? { node, span: names.join(".") } : { node };
    ends.set(path, end);
    if (single === undefined) return;
    const inScope = familiar.get(scope);
    if (inScope) inScope.set(single, end);
    else familiar.set(scope, new Map([[single, end]]));
  };

  const sayBoundaryEnd = (node: NameNode, span: Span): void => {
    if (reported.has(node)) return;
    reported.add(node);
    say(
      "boundary-with-messages",
      `\`${pathOf(node)}\` is a boundary: messages go to the participants in it, not to the frame.`,
      span,
      childrenHelp(node),
    );
  };

  const descend = (
    { keys }: KeyPath,
    scope: NameNode,
    isEntry: boolean,
  ): { readonly node: NameNode; readonly depth: number } | undefined => {
    const [first] = keys;
    if (!first) return undefined;
    const found = candidates(tree, scope, first.text);
    if (found.length > 1) {
      if (!reported.has(first.text)) sayAmbiguous(first.text, found, first.span);
      reported.add(first.text);
      return undefined;
    }
    let node = found[0] ?? childOf(tree, scope, first.text, first.span, false);
    let depth = 1;
    for (const key of keys.slice(1)) {
      if (!node.boundary) break;
      if (isEntry && isUnquoted(key) && isBoundaryAttribute(key.text) && !node.children.has(key.text)) break;
      node = childOf(tree, node, key.text, key.span, true);
      depth++;
    }
    return { node, depth };
  };

  const sayAmbiguous = (key: string, found: readonly NameNode[], span: KeyPath["span"]): void => {
    const paths = found.map(pathOf);
    say("ambiguous-name", `\`${key}\` may be ${either(paths)}.`, span, {
      notes: found.map((node) => ({ message: `\`${pathOf(node)}\` stands here`, span: node.span })),
      help: `write the whole path${paths.includes(key) ? `, and give the \`${key}\` outside the boundaries a key of its own` : ""}`,
    });
  };

  follow(ast.body, tree.root);
  return { ends, declarations };
};

const childrenHelp = (node: NameNode): { readonly help?: string } => {
  const inside = [...node.children.values()].filter(({ boundary }) => !boundary).map(pathOf);
  return inside.length > 0 ? { help: `name the participant: ${either(inside.slice(0, 5))}` } : {};
};
