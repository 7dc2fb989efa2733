import type { Ast, Connection, Entry, Key, KeyPath, MapNode, Statement, Value } from "../../syntax/ast.ts";
import { isUnquoted, textOf, wordOf } from "../entry-shape.ts";
import type { Say } from "../report.ts";
import { sayUnsupported, sayUnsupportedPattern } from "../unsupported.ts";

/**
 * Takes out what this version cannot expand, and names it: imports, references, patterns, `null`.
 *
 * In:     a tree without variables.
 * Out:    the tree without those statements; the same object where there are none.
 * Says:   not-yet-supported.
 * Cost:   linear in the tree.
 */
export const refuse = (ast: Ast, say: Say): Ast => {
  const keep = (statement: Statement): boolean => {
    if (statement.kind === "spread" || statement.kind === "reference") {
      sayUnsupported(say, statement);
      return false;
    }
    const pattern = keysOf(statement).find(isPattern);
    const value = pattern ? undefined : unreadable(statement);
    if (pattern) sayUnsupportedPattern(say, pattern);
    if (value) sayUnsupported(say, value);
    return !pattern && !value;
  };

  const body = (all: readonly Statement[]): readonly Statement[] => {
    let made: Statement[] | undefined;
    all.forEach((statement, at) => {
      const kept = keep(statement) ? inner(statement) : undefined;
      if (kept !== statement && !made) made = all.slice(0, at);
      if (made && kept) made.push(kept);
    });
    return made ?? all;
  };

  const inner = (statement: Statement): Statement => {
    if (statement.kind === "spread" || !statement.map) return statement;
    const map = mapWith(statement.map);
    return map === statement.map ? statement : { ...statement, map };
  };

  const mapWith = (map: MapNode): MapNode => {
    const kept = body(map.body);
    return kept === map.body ? map : { ...map, body: kept };
  };

  const kept = body(ast.body);
  return kept === ast.body ? ast : { ...ast, body: kept };
};

const keysOf = (statement: Entry | Connection): readonly Key[] =>
  statement.kind === "entry"
    ? statement.path.keys
    : statement.ends.flatMap((end) => pathsOf(end).flatMap(({ keys }) => keys));

const pathsOf = (end: Connection["ends"][number]): readonly KeyPath[] =>
  end.kind === "list" ? end.paths : end.kind === "path" ? [end.path] : [];

/** A segment that starts with `*` or `&` stands for others. */
const isPattern = (key: Key): boolean => isUnquoted(key) && /^[*&]/.test(key.text);

/** The part of a value that cannot be read: an import, or a `null` that removes. */
const unreadable = (statement: Entry | Connection): Value | undefined => {
  const { value } = statement;
  if (value === undefined || value.kind === "text") return isRemoval(statement) ? value : undefined;
  if (value.kind === "list")
    return (
      value.spreads[0]?.of ?? value.items.find(({ kind }) => kind === "import" || kind === "substitution")
    );
  return value;
};

const isRemoval = (statement: Entry | Connection): boolean =>
  statement.value?.kind === "text" &&
  statement.value.quoting === "none" &&
  textOf(statement.value) === "null" &&
  (statement.kind === "connection" || wordOf(statement) === undefined);
