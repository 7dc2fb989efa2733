import { type Limits, orRaise } from "../../../source/limits.ts";
import type { Connection, Ends, Entry, Key, KeyPath, Statement } from "../../../syntax/ast.ts";
import { isNull, isUnquoted } from "../../entry-shape.ts";
import { type NameNode, pathOf, writtenPath } from "../../names/name-node.ts";
import type { Names } from "../../names/names.ts";
import { isAttributeName, isBoundaryAttribute } from "../../names/survey.ts";
import { didYouMean, either, type Say } from "../../report.ts";
import { extentOf, newBudget } from "../extent.ts";
import { type Edit, type Edits, saidBy, saidOf } from "./edits.ts";
import type { Filters } from "./filters.ts";
import { newLinkFinder } from "./find-links.ts";
import type { Course, Placed, Range } from "./follow.ts";
import { isFilter, isPattern } from "./operations.ts";
import { targetsOf } from "./patterns.ts";

/**
 * Finds out what each operation changes.
 *
 * In:     what stands where, the names, and the filters.
 * Out:    the edits; nothing is changed yet.
 * Says:   unknown-reference, ambiguous-name, misplaced-attribute, misplaced-message, expanded-too-far.
 * Cost:   linear in the operations and in what they change.
 */
export const carryOut = (course: Course, names: Names, filters: Filters, limits: Limits, say: Say): Edits => {
  const edits: Edits = { links: new Map(), replaced: new Map(), removed: new Map(), groups: new Set() };
  const findLinks = newLinkFinder(course, names, filters, say);
  let current: Statement | undefined;
  const { hasRoom, mayTest } = newBudget(limits, () => {
    if (!current) return;
    say("expanded-too-far", "What patterns bring is too much to read.", current.span, {
      help: `let patterns match less${orRaise("statements", limits)}`,
    });
  });

  const refer = (placed: Placed): void => {
    const { operation, clock } = placed;
    if (operation.kind !== "reference") return;
    const said = saidBy(operation.path?.keys ?? [], operation);
    const size = extentOf(said.body).statements + 1;
    for (const link of findLinks(operation, placed)) {
      if (!hasRoom(size)) return;
      const { at } = link;
      const before = edits.links.get(link.connection)?.at(-1);
      // Of a send to a list, every receiver is found, and what is said is said once.
      if (before?.by === operation && before.at === at && !said.removes) continue;
      const receiver = link.to?.node;
      const edit: Edit = {
        ...said,
        at,
        by: operation,
        isBelow: clock > link.clock,
        ...(receiver && { receiver }),
      };
      const known = edits.links.get(link.connection);
      if (known) known.push(edit);
      else edits.links.set(link.connection, [edit]);
    }
  };

  /** `*.style.fill: red`: the same for each name, where the pattern stands. */
  const spread = (entry: Entry, range: Range): readonly Statement[] => {
    const { keys } = entry.path;
    const made: Statement[] = [];
    if (!mayTest(0)) return made;
    const targets = targetsOf(keys, range.scope, names);
    if (!mayTest(targets.length)) return made;
    for (const { node, depth } of targets) {
      const rest = keys.slice(depth);
      if (rest.some(isPattern) || !isIn(node, range)) continue;
      if (!filters.passesName(entry.map?.body ?? [], node)) continue;
      const said = saidBy(rest, entry);
      if (said.removes) edits.removed.set(node, Number.POSITIVE_INFINITY);
      const inner = said.body.filter((statement) => !isNested(statement));
      const fitting = inner.filter((statement) => isFor(node, statement));
      if (!hasRoom(extentOf(fitting).statements + 1)) break;
      const message = inner.find(({ kind }) => kind !== "entry");
      if (message)
        say(
          "misplaced-message",
          "The map of a pattern takes attributes: nothing can happen in it.",
          message.span,
        );
      made.push(...saidOf(pathTo(node, range.scope), { ...said, body: fitting }, entry.span));
      const own: Range = { ...range, scope: node, isScope: true, first: 0, end: Number.POSITIVE_INFINITY };
      for (const nested of said.body)
        if (nested.kind === "entry" && isNested(nested))
          made.push(...spread(nested, own).map((each) => inside(pathTo(node, range.scope), each)));
    }
    return made;
  };

  /** Whether a fragment's body speaks of a name; what holds names holds all of its own. */
  const isIn = (node: NameNode, { first, end, isScope }: Range): boolean =>
    isScope || (course.mentions.get(node) ?? []).some((clock) => clock > first && clock <= end);

  /** `a: null`. */
  const remove = (entry: Entry, { clock, range }: Placed): void => {
    const { keys } = entry.path;
    const found = targetsOf(keys, range.scope, names).filter(({ depth }) => depth === keys.length);
    const written = writtenPath(entry.path);
    const groups = (course.groups.get(written) ?? []).filter((group) => {
      const inner = course.ranges.get(group);
      return inner !== undefined && inner.first > range.first && inner.end < clock;
    });
    for (const group of groups) edits.groups.add(group);
    const above = found.filter(({ node }) => firstMention(node, course) < clock);
    const [only] = above;
    if (above.length > 1)
      say(
        "ambiguous-name",
        `\`${written}\` may be ${either(above.map(({ node }) => pathOf(node)))}.`,
        entry.path.span,
        {
          help: "write the whole path",
        },
      );
    else if (only) edits.removed.set(only.node, Math.max(clock, edits.removed.get(only.node) ?? 0));
    else if (groups.length === 0) {
      const [below] = found;
      say(
        "unknown-reference",
        below
          ? `\`${written}\` is removed before anything speaks of it.`
          : `\`null\` removes \`${written}\`, but nothing is called so.${didYouMean(names.guess(written))}`,
        entry.path.span,
        below ? { help: "write it below what it removes" } : {},
      );
    }
  };

  /** `* -> b`: a message from each name, but none to itself. */
  const connect = (connection: Connection, range: Range): readonly Statement[] => {
    const made: Statement[] = [];
    connection.operators.forEach((operator, at) => {
      const [left, right] = [connection.ends[at], connection.ends[at + 1]];
      if (!left || !right) return;
      for (const from of endsOf(left, range))
        for (const to of endsOf(right, range)) {
          if (from.node && from.node === to.node) continue;
          if (!hasRoom(1 + extentOf(connection.map?.body ?? []).statements)) return;
          made.push(
            structuredClone({
              ...connection,
              ends: [from.end, without(to.end, from.node)],
              operators: [operator],
            }),
          );
        }
    });
    return made;
  };

  const endsOf = (end: Ends, range: Range): readonly { readonly end: Ends; readonly node?: NameNode }[] => {
    if (end.kind === "path" && end.path.keys.some(isPattern))
      return leaves(end.path, range).map(({ path, node }) => ({ end: { ...end, path }, node }));
    if (end.kind === "path") {
      const [target] = targetsOf(end.path.keys, range.scope, names);
      return [{ end, ...(target && { node: target.node }) }];
    }
    if (end.kind !== "list") return [{ end }];
    const paths = end.paths.flatMap((path) =>
      path.keys.some(isPattern) ? leaves(path, range).map((leaf) => leaf.path) : [path],
    );
    return [{ end: { ...end, paths } }];
  };

  /** The participants that a pattern stands for. */
  const leaves = (
    path: KeyPath,
    range: Range,
  ): readonly { readonly path: KeyPath; readonly node: NameNode }[] =>
    targetsOf(path.keys, range.scope, names)
      .filter(({ node, depth }) => depth === path.keys.length && !node.boundary && isIn(node, range))
      .map(({ node }) => ({ path: { keys: pathTo(node, range.scope), span: path.span }, node }));

  for (const placed of course.operations) {
    const { operation, range } = placed;
    current = operation;
    if (operation.kind === "reference") refer(placed);
    else if (operation.kind === "connection") edits.replaced.set(operation, connect(operation, range));
    else if (isFilter(operation))
      say(
        "misplaced-attribute",
        `\`${operation.path.keys[0]?.text}\` chooses among the targets of a pattern, and this map belongs to none.`,
        operation.path.span,
        { help: "put it into the map of a pattern: `*: { &kind: queue; style.fill: red }`" },
      );
    else if (operation.path.keys.some(isPattern)) edits.replaced.set(operation, spread(operation, range));
    else if (isNull(operation.value)) remove(operation, placed);
  }
  return edits;
};

const firstMention = (node: NameNode, { mentions }: Course): number => {
  let first = mentions.get(node)?.[0] ?? Number.POSITIVE_INFINITY;
  if (node.boundary)
    for (const child of node.children.values())
      first = Math.min(first, firstMention(child, { mentions } as Course));
  return first;
};

const isNested = (statement: Statement): boolean =>
  statement.kind === "entry" && statement.path.keys.some(isPattern);

/** Attributes that a boundary cannot have are not meant for it. */
const isFor = (node: NameNode, statement: Statement): boolean => {
  if (statement.kind !== "entry") return false;
  const [key] = statement.path.keys;
  return !node.boundary || !isUnquoted(key) || !isAttributeName(key.text) || isBoundaryAttribute(key.text);
};

/** The keys that lead to a name; they point to where the name itself stands. */
const pathTo = (node: NameNode, scope: NameNode): readonly Key[] => {
  const keys: Key[] = [];
  for (let at: NameNode | undefined = node; at?.parent && at !== scope; at = at.parent)
    keys.unshift({ text: at.key, quoting: "double", span: at.span });
  return keys;
};

const inside = (prefix: readonly Key[], statement: Statement): Statement =>
  statement.kind === "entry"
    ? { ...statement, path: { ...statement.path, keys: [...prefix, ...statement.path.keys] } }
    : statement;

/** A list of receivers without the sender. */
const without = (end: Ends, sender: NameNode | undefined): Ends =>
  end.kind === "list" && sender
    ? {
        ...end,
        paths: end.paths.filter(({ keys }) => keys.map(({ text }) => text).join(".") !== pathOf(sender)),
      }
    : end;
