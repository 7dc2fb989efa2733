import type { Ast, Entry, KeyPath, MapNode, Statement } from "../../syntax/ast.ts";
import { isBodiedWord, soleKey, wordOf } from "../entry-shape.ts";
import type { Say } from "../report.ts";
import { fragmentParts, isLateAttribute } from "./fragment-parts.ts";
import { childOf, type NameNode, type NameTree } from "./name-node.ts";
import { participantParts } from "./participant-parts.ts";
import type { Role } from "./roles.ts";
import { hasKind, isBoundaryAttribute, isForeignPath, lexicalPath, type Survey } from "./survey.ts";

/**
 * Enters the boundaries, then every declared participant, and tells the groups from the participants.
 *
 * In:     the tree, its survey, and `holdsSteps`.
 * Out:    the names in `tree`; in `roles` what each entry is, but for those whose path speaks of another participant's
 *         child: they need all declarations first.
 * Says:   misplaced-attribute, for one of a fragment that does not stand first.
 * Cost:   linear in the statements.
 */
export const declareNames = (
  ast: Ast,
  tree: NameTree,
  { boundaries, ends, plain }: Survey,
  holdsSteps: (map: MapNode) => boolean,
  say: Say,
): Map<Entry, Role> => {
  const roles = new Map<Entry, Role>();

  /** A boundary may be declared again without its kind, so all of them are known before anything else. */
  const enterBoundaries = (body: readonly Statement[], scope: NameNode, prefix: string): void => {
    for (const entry of body) {
      if (entry.kind !== "entry") continue;
      const word = wordOf(entry);
      if (word !== undefined) {
        if (entry.map && isBodiedWord(word)) enterBoundaries(entry.map.body, scope, prefix);
        continue;
      }
      const path = lexicalPath(prefix, entry.path);
      const owner = path.slice(0, path.lastIndexOf("\u0000"));
      const within = boundaries.has(path)
        ? enterPath(scope, entry.path, entry.path.keys.length)
        : boundaries.has(owner) && entry.path.keys.length > 1
          ? enterPath(scope, entry.path, entry.path.keys.length - 1)
          : undefined;
      if (entry.map) enterBoundaries(entry.map.body, within ?? scope, path);
    }
  };

  const enterPath = (scope: NameNode, { keys }: KeyPath, depth: number): NameNode =>
    keys.slice(0, depth).reduce((parent, key) => {
      const made = childOf(tree, parent, key.text, key.span, true);
      made.boundary = true;
      return made;
    }, scope);

  const declare = (body: readonly Statement[], scope: NameNode, inFragment = false): void => {
    for (const statement of body) {
      if (statement.kind === "entry") {
        if (inFragment && wordOf(statement) === undefined && isLateAttribute(statement, ends))
          sayLate(statement);
        else declareEntry(statement, scope);
      } else if (statement.kind === "connection")
        for (const end of statement.ends) {
          if (end.kind === "path") declarePath(end.path, scope);
          if (end.kind === "list") for (const path of end.paths) declarePath(path, scope);
        }
    }
  };

  const declareEntry = (entry: Entry, scope: NameNode): void => {
    const word = wordOf(entry);
    const [key, another] = entry.path.keys;
    if (!key) return;
    if (word !== undefined) {
      roles.set(entry, { kind: "statement", word });
      if (entry.map && isBodiedWord(word)) declare(fragmentParts(entry.map, ends).body, scope, true);
    } else if (another) {
      const node = declarePath(entry.path, scope);
      if (node?.boundary && entry.map) declare(participantParts(entry.map, true).children, node);
    } else if (entry.map && !scope.children.get(key.text)?.boundary && isGroup(key.text, entry.map)) {
      roles.set(entry, { kind: "group" });
      declare(fragmentParts(entry.map, ends).body, scope, true);
    } else {
      const node = childOf(tree, scope, key.text, key.span, true);
      roles.set(entry, { kind: "participant", node, depth: 1 });
      if (node.boundary && entry.map) declare(participantParts(entry.map, true).children, node);
    }
  };

  const sayLate = (entry: Entry): void => {
    roles.set(entry, { kind: "slip" });
    say(
      "misplaced-attribute",
      `The attributes of a fragment stand first in its map, so \`${soleKey(entry)}\` means nothing here.`,
      entry.path.span,
      { help: "move it up to the line below the `{`" },
    );
  };

  /** `backend.api` declares `api` wherever it stands, if `backend` is a boundary. */
  const declarePath = ({ keys }: KeyPath, scope: NameNode): NameNode | undefined => {
    const [first, another] = keys;
    if (!first || !another) return undefined;
    let at = scope.children.get(first.text) ?? tree.root.children.get(first.text);
    for (const key of keys.slice(1)) {
      if (!at?.boundary) break;
      at = at.children.get(key.text) ?? childIfName(at, key.text, key);
    }
    return at;
  };

  const childIfName = (at: NameNode, text: string, key: KeyPath["keys"][number]): NameNode | undefined =>
    key.quoting === "none" && isBoundaryAttribute(text) ? undefined : childOf(tree, at, text, key.span, true);

  const isGroup = (key: string, map: MapNode): boolean =>
    !ends.has(key) && !plain.has(key) && !hasKind(map) && (holdsSteps(map) || speaksOfOthers(map));

  const speaksOfOthers = (map: MapNode): boolean =>
    map.body.some(
      (statement) =>
        statement.kind === "entry" &&
        wordOf(statement) === undefined &&
        ((isForeignPath(statement) && isKnown(statement.path.keys[0]?.text ?? "")) ||
          (statement.map !== undefined && speaksOfOthers(statement.map))),
    );

  const isKnown = (key: string): boolean => ends.has(key) || plain.has(key);

  if (boundaries.size > 0) enterBoundaries(ast.body, tree.root, "");
  declare(ast.body, tree.root);
  return roles;
};
