import { type Arrow, arrows } from "../../../language/arrows.ts";
import type { MessageKind } from "../../../language/message-kinds.ts";
import type { Ast, Connection, Ends, Entry, KeyPath, Statement } from "../../../syntax/ast.ts";
import { type End, type NameNode, writtenPath } from "../../names/name-node.ts";
import type { Names } from "../../names/names.ts";
import type { Role } from "../../names/roles.ts";
import { isOperation, type Operation } from "./operations.ts";

/** One message as references see it; a send to a list is one for each receiver. */
export interface Link {
  readonly connection: Connection;
  /** Which link of a chain. */
  readonly at: number;
  readonly kind: MessageKind;
  /** Undefined is outside. */
  readonly from: LinkEnd | undefined;
  readonly to: LinkEnd | undefined;
  readonly clock: number;
}

export interface LinkEnd extends End {
  /** How many keys its path was written with. */
  readonly keys: number;
}

/** Everything from one brace to the next, by the numbers of the statements in it. */
export interface Range {
  readonly first: number;
  end: number;
  /** A map that holds names: the file, or a boundary. A fragment's body holds no names of its own. */
  readonly scope: NameNode;
  readonly isScope: boolean;
}

export interface Placed {
  readonly operation: Operation;
  readonly clock: number;
  readonly range: Range;
}

/** What stands where. */
export interface Course {
  readonly links: readonly Link[];
  readonly operations: readonly Placed[];
  readonly clockOf: ReadonlyMap<Statement, number>;
  /** The numbers of the statements that speak of a participant, rising. */
  readonly mentions: ReadonlyMap<NameNode, readonly number[]>;
  /** What stands in the map of a group. */
  readonly ranges: ReadonlyMap<Entry, Range>;
  /** The entries of groups, by their path as it is written. */
  readonly groups: ReadonlyMap<string, readonly Entry[]>;
  readonly roleOf: (entry: Entry) => Role | undefined;
}

/**
 * Numbers the statements in written order, and notes the messages and the operations among them.
 *
 * In:     the tree with its operations, and the names of the tree without them.
 * Cost:   linear in the statements.
 */
export const followCourse = (ast: Ast, names: Names): Course => {
  const roles = new Map<KeyPath, Role>();
  for (const [entry, role] of names.roles) roles.set(entry.path, role);
  const links: Link[] = [];
  const operations: Placed[] = [];
  const clockOf = new Map<Statement, number>();
  const mentions = new Map<NameNode, number[]>();
  const ranges = new Map<Entry, Range>();
  const groups = new Map<string, Entry[]>();
  let clock = 0;

  const mention = (node: NameNode | undefined): void => {
    if (!node) return;
    const known = mentions.get(node);
    if (known) known.push(clock);
    else mentions.set(node, [clock]);
  };

  const follow = (body: readonly Statement[], scope: NameNode, isScope: boolean, inMap: boolean): Range => {
    const range: Range = { first: clock, end: clock, scope, isScope };
    for (const statement of body) {
      clock++;
      clockOf.set(statement, clock);
      if (isOperation(statement, inMap)) operations.push({ operation: statement as Operation, clock, range });
      else if (statement.kind === "connection") followLinks(statement);
      else if (statement.kind === "entry") followEntry(statement, scope);
    }
    range.end = clock;
    return range;
  };

  const followEntry = (entry: Entry, scope: NameNode): void => {
    const role = roles.get(entry.path);
    const node = role?.kind === "participant" ? role.node : undefined;
    mention(node);
    if (!entry.map) return;
    const range = follow(entry.map.body, node ?? scope, node !== undefined, true);
    if (role?.kind !== "group") return;
    ranges.set(entry, range);
    const written = writtenPath(entry.path);
    const namesakes = groups.get(written);
    if (namesakes) namesakes.push(entry);
    else groups.set(written, [entry]);
  };

  const followLinks = (connection: Connection): void => {
    connection.operators.forEach((operator, at) => {
      const { kind, leftwards }: Arrow = arrows[operator.arrow];
      const [left, right] = [connection.ends[at], connection.ends[at + 1]];
      if (!left || !right) return;
      const [from] = endsOf(leftwards ? right : left);
      mention(from?.node);
      for (const to of endsOf(leftwards ? left : right)) {
        mention(to?.node);
        links.push({ connection, at, kind, from, to, clock });
      }
    });
  };

  const endsOf = (end: Ends): readonly (LinkEnd | undefined)[] => {
    if (end.kind === "outside") return [undefined];
    return (end.kind === "list" ? end.paths : [end.path]).flatMap((path) => {
      const found = names.ends.get(path);
      return found ? [{ ...found, keys: path.keys.length }] : [];
    });
  };

  follow(ast.body, names.tree.root, true, false);
  return { links, operations, clockOf, mentions, ranges, groups, roleOf: (entry) => roles.get(entry.path) };
};
