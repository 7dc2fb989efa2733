import type { Ast, Entry, Key, MapNode, Statement } from "../../syntax/ast.ts";
import { mapItems } from "../expand/map-items.ts";
import { isReserved } from "./words.ts";

/**
 * Writes D2's words in lower case, and `vars.a.b: x` as `vars: { a.b: x }`, so that whoever looks for them finds them.
 *
 * Out:    the tree; the same objects where nothing changes.
 * Cost:   linear in the statements.
 */
export const lowerWords = (ast: Ast): Ast => {
  const body = inBody(ast.body);
  return body === ast.body ? ast : { ...ast, body };
};

const inBody = (all: readonly Statement[]): readonly Statement[] =>
  mapItems(all, (statement) => {
    if (statement.kind === "spread") return statement;
    const map = statement.map && inMap(statement.map);
    const changed = map === statement.map ? statement : { ...statement, ...(map && { map }) };
    return changed.kind === "entry" ? inEntry(changed) : changed;
  });

const inMap = (map: MapNode): MapNode => {
  const body = inBody(map.body);
  return body === map.body ? map : { ...map, body };
};

const inEntry = (entry: Entry): Entry => {
  const keys = mapItems(entry.path.keys, lowered);
  const lower = keys === entry.path.keys ? entry : { ...entry, path: { ...entry.path, keys } };
  const [first, ...more] = keys;
  if (first?.quoting !== "none" || first.text !== "vars" || more.length === 0) return lower;
  const { value, map, span, path } = lower;
  const inner: Entry = {
    kind: "entry",
    path: { keys: more, span: path.span },
    ...(value && { value }),
    ...(map && { map }),
    leading: [],
    blankBefore: false,
    span,
  };
  const { value: _value, ...rest } = lower;
  return {
    ...rest,
    path: { keys: [first], span: first.span },
    map: { body: [inner], trailing: [], open: span, close: span, span },
  };
};

const lowered = (key: Key): Key =>
  isReserved(key) && key.text !== key.text.toLowerCase() ? { ...key, text: key.text.toLowerCase() } : key;
