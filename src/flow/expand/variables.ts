import type { Span } from "../../source/span.ts";
import type { Entry, KeyPath, MapNode, Statement, Value } from "../../syntax/ast.ts";
import { wordOf } from "../entry-shape.ts";

/** What a name in `vars` stands for: a value, a map, or both. */
export interface Variable {
  readonly value?: Value;
  readonly map?: MapNode;
  readonly fields: ReadonlyMap<string, Variable>;
  /** Its name where it is set. */
  readonly span: Span;
  /** Where its own substitutions are looked up. */
  readonly scope: Scope;
}

/** The variables of one body, and of those around it. */
export interface Scope {
  readonly names: ReadonlyMap<string, Variable>;
  readonly outer: Scope | undefined;
}

type Fields = Map<string, Variable>;

/** The scope of a body: its own `vars`, if it has any, inside the ones around it. */
export const scopeOf = (body: readonly Statement[], outer: Scope | undefined): Scope | undefined => {
  const maps = body.filter(isVars).flatMap(({ map }) => (map ? [map] : []));
  if (maps.length === 0) return outer;
  const names: Fields = new Map();
  const scope: Scope = { names, outer };
  for (const map of maps) addFields(names, map, scope);
  return scope;
};

export const isVars = (statement: Statement): statement is Entry =>
  statement.kind === "entry" && wordOf(statement) === "vars";

const addFields = (fields: Fields, map: MapNode, scope: Scope): void => {
  for (const statement of map.body) if (statement.kind === "entry") addField(fields, statement, 0, scope);
};

/** The last declaration of a name wins, but for maps, which add up. */
const addField = (fields: Fields, entry: Entry, depth: number, scope: Scope): void => {
  const { text: key, span } = entry.path.keys[depth] ?? {};
  if (key === undefined || span === undefined) return;
  const inner: Fields = new Map(fields.get(key)?.fields);
  if (depth + 1 < entry.path.keys.length) {
    addField(inner, entry, depth + 1, scope);
    fields.set(key, { ...fields.get(key), fields: inner, scope, span });
    return;
  }
  if (entry.map) addFields(inner, entry.map, scope);
  const { value, map } = entry;
  fields.set(key, { ...(value && { value }), ...(map && { map }), fields: inner, scope, span });
};

/** What a path means in a scope: the nearest one that has the whole path. */
export const variableAt = ({ keys }: KeyPath, scope: Scope | undefined): Variable | undefined => {
  for (let at = scope; at !== undefined; at = at.outer) {
    const [first, ...more] = keys;
    let found = first && at.names.get(first.text);
    for (const key of more) found = found?.fields.get(key.text);
    if (found) return found;
  }
  return undefined;
};

/** The names that a path may have been meant as: those beside the first key that is not known. */
export const namesBeside = ({ keys }: KeyPath, scope: Scope | undefined): readonly string[] => {
  const names: string[] = [];
  for (let at = scope; at !== undefined; at = at.outer) {
    let fields: ReadonlyMap<string, Variable> = at.names;
    let prefix = "";
    for (const key of keys.slice(0, -1)) {
      const inner = fields.get(key.text)?.fields;
      if (!inner) break;
      fields = inner;
      prefix += `${key.text}.`;
    }
    for (const name of fields.keys()) names.push(`${prefix}${name}`);
  }
  return names;
};
