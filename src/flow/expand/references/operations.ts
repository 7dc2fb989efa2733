import type {
  Ast,
  Connection,
  Ends,
  Entry,
  Key,
  KeyPath,
  Reference,
  Statement,
} from "../../../syntax/ast.ts";
import { isNull, isUnquoted, wordOf } from "../../entry-shape.ts";
import { isAttributeName } from "../../names/survey.ts";
import { flatMapItems } from "../map-items.ts";

/** A statement that speaks of others: it is carried out, and is not there afterwards. */
export type Operation = Reference | Entry | Connection;

/** `*`, `**`, `*-db`: a key that stands for others. */
export const isPattern = (key: Key | undefined): boolean => isUnquoted(key) && key.text.startsWith("*");

/** `&kind: queue` and `!&kind: queue`: what a pattern's targets must be, or must not be. */
export const isFilter = (statement: Statement): boolean => {
  const [key] = statement.kind === "entry" ? statement.path.keys : [];
  return isUnquoted(key) && (key.text.startsWith("&") || key.text.startsWith("!&"));
};

const hasPattern = ({ keys }: KeyPath): boolean =>
  keys.length === 1 ? isPattern(keys[0]) : keys.some(isPattern);

const namesPattern = (end: Ends): boolean =>
  end.kind === "path" ? hasPattern(end.path) : end.kind === "list" && end.paths.some(hasPattern);

/** The paths at the ends of a connection. */
export const pathsIn = ({ ends }: Connection): readonly KeyPath[] =>
  ends.flatMap((end) => (end.kind === "path" ? [end.path] : end.kind === "list" ? end.paths : []));

/**
 * Whether a statement is an operation. `inMap`: it stands in a map, where `key: null` takes an attribute away if one is called
 * so; at the root it removes what is called so.
 */
export const isOperation = (statement: Statement, inMap: boolean): boolean => {
  if (statement.kind === "spread") return false;
  if (statement.kind === "reference") return true;
  if (statement.kind === "connection") return statement.ends.some(namesPattern);
  return hasPattern(statement.path) || isFilter(statement) || isRemoval(statement, inMap);
};

const isRemoval = (entry: Entry, inMap: boolean): boolean => {
  const { keys } = entry.path;
  if (!isNull(entry.value) || wordOf(entry) !== undefined) return false;
  const below = inMap ? keys : keys.slice(1);
  return !below.some((key) => isUnquoted(key) && isAttributeName(key.text));
};

/** The tree without its operations; the same object where there are none. */
export const withoutOperations = (ast: Ast): Ast => {
  const strip = (all: readonly Statement[], inMap: boolean): readonly Statement[] =>
    flatMapItems(all, (statement) => {
      if (isOperation(statement, inMap)) return [];
      if (statement.kind !== "entry" || !statement.map) return undefined;
      const body = strip(statement.map.body, true);
      return body === statement.map.body ? undefined : [{ ...statement, map: { ...statement.map, body } }];
    });
  const body = strip(ast.body, false);
  return body === ast.body ? ast : { ...ast, body };
};
