import type { Entry, Key, Statement, Value } from "../../syntax/ast.ts";
import { below } from "../names/participant-parts.ts";
import { isVars } from "./variables.ts";

/** What stands behind a key: its last value, and the statements of all its maps in their order. */
export interface Found {
  readonly value?: Value;
  readonly body?: readonly Statement[];
}

/**
 * Looks up `@file.key`: what a file says of a key.
 *
 * In:     the statements of the file, and the keys behind its path.
 * Out:    what `key: …`, `key: { … }` and `key.more: …` say together; undefined when nothing is called so. The file's own
 *         variables come along, so that what is written with them can be read.
 * Cost:   linear in the statements on the way.
 */
export const statementsAt = (all: readonly Statement[], keys: readonly Key[]): Found | undefined => {
  const seen = { key: false, body: false };
  const values: Value[] = [];
  const body: Statement[] = [];
  const look = (statements: readonly Statement[], rest: readonly Key[]): void => {
    for (const entry of statements) {
      if (entry.kind !== "entry" || !startsAlike(entry, rest)) continue;
      const { path, map } = entry;
      if (path.keys.length < rest.length) {
        if (map) look(map.body, rest.slice(path.keys.length));
        continue;
      }
      seen.key = true;
      const isLonger = path.keys.length > rest.length;
      if (isLonger) body.push({ ...entry, path: below(path, rest.length) });
      else {
        if (entry.value) values.push(entry.value);
        body.push(...(map?.body ?? []));
      }
      if (isLonger || map) seen.body = true;
    }
  };
  look(all, keys);
  if (!seen.key) return undefined;
  const value = values.at(-1);
  return { ...(value && { value }), ...(seen.body && { body: [...all.filter(isVars), ...body] }) };
};

const startsAlike = ({ path }: Entry, keys: readonly Key[]): boolean =>
  path.keys.every(({ text }, at) => keys[at] === undefined || keys[at].text === text);

/** The statements of a file by their first key, each with the file's variables in front. */
export const byFirstKey = (body: readonly Statement[]): ((key: string) => readonly Statement[]) => {
  const variables = body.filter(isVars);
  const found = new Map<string, Statement[]>();
  for (const statement of body) {
    const key = statement.kind === "entry" ? statement.path.keys[0]?.text : undefined;
    if (key === undefined) continue;
    const known = found.get(key);
    if (known) known.push(statement);
    else found.set(key, [...(isVars(statement) ? [] : variables), statement]);
  }
  return (key) => found.get(key) ?? [];
};

/** The keys that may have been meant: those beside the last one. */
export const keysBeside = (body: readonly Statement[], keys: readonly Key[]): readonly string[] => {
  const inside = keys.length === 1 ? body : (statementsAt(body, keys.slice(0, -1))?.body ?? []);
  return inside.flatMap((statement) =>
    statement.kind === "entry" ? (statement.path.keys[0]?.text ?? []) : [],
  );
};
