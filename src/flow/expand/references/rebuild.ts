import type {
  Ast,
  Connection,
  Ends,
  Entry,
  KeyPath,
  MapNode,
  Operator,
  Statement,
  Value,
} from "../../../syntax/ast.ts";
import { isNull, soleKey, textOf, wordOf } from "../../entry-shape.ts";
import type { NameNode } from "../../names/name-node.ts";
import { type Names, namesFor } from "../../names/names.ts";
import { flatMapItems } from "../map-items.ts";
import type { Edit, Edits } from "./edits.ts";
import type { Course } from "./follow.ts";

/**
 * Makes the tree in which the edits are done.
 *
 * In:     the tree with its operations, and what they do.
 * Out:    the tree without operations. Chains of which one link changes become single messages; what is not changed is the
 *         same object as before.
 * Cost:   linear in the tree and in the edits.
 */
export const rebuild = (ast: Ast, edits: Edits, course: Course, names: Names): Ast => {
  const isGone = (node: NameNode | undefined, clock: number): boolean => {
    for (let at = node; at?.parent; at = at.parent) {
      const until = edits.removed.get(at);
      if (until !== undefined && clock < until) return true;
    }
    return false;
  };

  const body = (all: readonly Statement[]): readonly Statement[] =>
    flatMapItems(all, (statement) => {
      const replaced = edits.replaced.get(statement);
      if (replaced) return replaced;
      const clock = course.clockOf.get(statement);
      if (clock === undefined) return undefined;
      if (operations.has(statement)) return [];
      if (statement.kind === "connection") return connectionWith(statement, clock);
      return statement.kind === "entry" ? entryWith(statement, clock) : undefined;
    });

  const operations = new Set<Statement>(course.operations.map(({ operation }) => operation));

  const entryWith = (entry: Entry, clock: number): readonly Statement[] | undefined => {
    const role = course.roleOf(entry);
    if (edits.groups.has(entry) || (role?.kind === "participant" && isGone(role.node, clock))) return [];
    if (edits.removed.size > 0 && role?.kind === "statement") {
      const kept = statementWith(entry, clock);
      if (kept !== entry) return kept ? [kept] : [];
    }
    if (!entry.map) return undefined;
    const inner = body(entry.map.body);
    return inner === entry.map.body ? undefined : [{ ...entry, map: { ...entry.map, body: inner } }];
  };

  /** Statements that name participants name those that are left; undefined where none is. */
  const statementWith = (entry: Entry, clock: number): Entry | undefined => {
    const word = wordOf(entry);
    if (word === undefined || !naming.has(word)) return entry;
    if (word !== "note" && word !== "wait") {
      const value = valueWith(entry.value, clock);
      return value === entry.value ? entry : value && { ...entry, value };
    }
    if (!entry.map) return entry;
    let isLost = false;
    const inner = flatMapItems(entry.map.body, (statement) => {
      const [key] = statement.kind === "entry" ? statement.path.keys : [];
      if (statement.kind !== "entry" || !placing.has(key?.text ?? "")) return undefined;
      const value = valueWith(statement.value, clock);
      if (value === statement.value) return undefined;
      isLost ||= value === undefined;
      return value ? [{ ...statement, value }] : [];
    });
    if (isLost) return undefined;
    return inner === entry.map.body ? entry : { ...entry, map: { ...entry.map, body: inner } };
  };

  const valueWith = (value: Value | undefined, clock: number): Value | undefined => {
    if (value?.kind === "list") {
      const items = flatMapItems(value.items, (item) => (valueWith(item, clock) ? undefined : []));
      if (items === value.items) return value;
      return items.length > 0 ? { ...value, items } : undefined;
    }
    const text = textOf(value);
    if (text === undefined) return value;
    const found = namesFor(names.tree, names.tree.root, text);
    return found.length === 1 && isGone(found[0], clock) ? undefined : value;
  };

  const connectionWith = (connection: Connection, clock: number): readonly Statement[] | undefined => {
    const own = edits.links.get(connection);
    const isCut = edits.removed.size > 0 && pathsOf(connection).some((path) => isGoneEnd(path, clock));
    if (!own && !isCut) return undefined;
    // Of a send to a list, an operation removes receivers.
    const isFan = connection.ends.some(({ kind }) => kind === "list");
    return connection.operators.flatMap((operator, at) => {
      const of = (own ?? []).filter((edit) => edit.at === at);
      const [left, right] = [connection.ends[at], connection.ends[at + 1]];
      const ends = [left && leftOf(left, of, clock), right && leftOf(right, of, clock)];
      const [from, to] = ends;
      if (!from || !to || (!isFan && of.some(({ removes }) => removes))) return [];
      return [edited(connection, [from, to], operator, of)];
    });
  };

  const isGoneEnd = (path: KeyPath, clock: number): boolean => isGone(names.ends.get(path)?.node, clock);

  /** An end without what is removed. */
  const leftOf = (end: Ends, of: readonly Edit[], clock: number): Ends | undefined => {
    if (end.kind === "outside") return end;
    if (end.kind === "path") return isGoneEnd(end.path, clock) ? undefined : end;
    const dropped = new Set(of.flatMap(({ removes, receiver }) => (removes && receiver ? [receiver] : [])));
    const paths = end.paths.filter((path) => {
      const node = names.ends.get(path)?.node;
      return !isGone(node, clock) && !(node && dropped.has(node));
    });
    return paths.length > 0 ? { ...end, paths } : undefined;
  };

  const root = body(ast.body);
  return { ...ast, body: root };
};

const naming: ReadonlySet<string> = new Set(["lifelines", "create", "destroy", "note", "wait"]);
const placing: ReadonlySet<string> = new Set(["over", "left", "right", "on"]);

const pathsOf = ({ ends }: Connection): readonly KeyPath[] =>
  ends.flatMap((end) => (end.kind === "path" ? [end.path] : end.kind === "list" ? end.paths : []));

/** One message with what operations say of it around what it says itself: what stands further down wins. */
const edited = (
  connection: Connection,
  ends: readonly Ends[],
  operator: Operator,
  edits: readonly Edit[],
): Connection => {
  const { value: ownValue, map: ownMap, ...rest } = connection;
  const kept = edits.filter(({ removes }) => !removes);
  const labels = (isBelow: boolean) =>
    kept.flatMap((edit) => (edit.isBelow === isBelow ? (edit.label ?? []) : []));
  const bodies = (isBelow: boolean) => kept.flatMap((edit) => (edit.isBelow === isBelow ? edit.body : []));
  const isUnlabelled = bodies(true).some(
    (statement) => statement.kind === "entry" && soleKey(statement) === "label" && isNull(statement.value),
  );
  const value = isUnlabelled
    ? undefined
    : [...labels(false), ...(ownValue ? [ownValue] : []), ...labels(true)].at(-1);
  const statements = [...bodies(false), ...(ownMap?.body ?? []), ...bodies(true)];
  const map: MapNode | undefined =
    ownMap || statements.length > 0
      ? { trailing: [], open: connection.span, span: connection.span, ...ownMap, body: statements }
      : undefined;
  return { ...rest, ends, operators: [operator], ...(value && { value }), ...(map && { map }) };
};
