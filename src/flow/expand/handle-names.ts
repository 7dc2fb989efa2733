import { type AttributeFacts, attributes } from "../../language/attributes.ts";
import type { Entry, KeyPath, MapNode, Statement, Value } from "../../syntax/ast.ts";
import { soleKey, wordOf } from "../entry-shape.ts";
import { mapItems } from "./map-items.ts";
import { type Scope, scopeOf, variableAt } from "./variables.ts";

const rows: Readonly<Record<string, AttributeFacts>> = attributes;

const isHandleAttribute = (name: string | undefined): boolean => {
  const type = name !== undefined && Object.hasOwn(rows, name) ? rows[name]?.type : undefined;
  return type === "name" || type === "names";
};

/** Statements whose value names callbacks or an id. */
const naming: ReadonlySet<string> = new Set(["await", "cancel", "detach", "stored", "arrive"]);

/** Where a longer text names a callback: the word after `on`, and the last one of a loop until it. */
const inText: Readonly<Record<string, RegExp>> = {
  on: /^(\s*)(\S+)/,
  loop: /(\buntil\s+)(\S+)(?=\s*$)/,
  retry: /(\buntil\s+)(\S+)(?=\s*$)/,
};

/**
 * Goes through every word that names a callback or an id, and puts another one in its place.
 *
 * In:     statements; `change` gives the word to write for a word.
 * Out:    the statements; the same objects where no word changed. A word that comes from a variable of these statements is
 *         one of theirs; a variable that they only use is the business of whoever sets it.
 * Cost:   linear in the statements.
 */
export const withHandleNames = (
  body: readonly Statement[],
  change: (name: string) => string,
): readonly Statement[] => {
  let scope: Scope | undefined;

  const inBody = (all: readonly Statement[]): readonly Statement[] => {
    const outer = scope;
    scope = scopeOf(all, outer);
    const changed = mapItems(all, inStatement);
    scope = outer;
    return changed;
  };

  const inStatement = (statement: Statement): Statement => {
    if (statement.kind === "spread") return statement;
    if (statement.kind === "connection") return withMap(statement, attributesIn);
    if (statement.kind === "reference") {
      const [key, ...more] = statement.path?.keys ?? [];
      const names = key && more.length === 0 && isHandleAttribute(key.text);
      return withMap(names ? withValue(statement, valueWith) : statement, attributesIn);
    }
    return inEntry(statement);
  };

  const inEntry = (entry: Entry): Entry => {
    const word = wordOf(entry);
    if (word === "budget") return withMap(entry, attributesIn);
    if (word !== undefined && naming.has(word)) return withValue(entry, valueWith);
    const pattern = word === undefined ? undefined : inText[word];
    const changed = pattern ? withValue(entry, (value) => textWith(value, pattern)) : entry;
    return withMap(changed, inBody);
  };

  const attributesIn = (all: readonly Statement[]): readonly Statement[] =>
    mapItems(all, (statement) =>
      statement.kind === "entry" && isHandleAttribute(soleKey(statement))
        ? withValue(statement, valueWith)
        : statement,
    );

  const valueWith = (written: Value): Value => {
    const value = scope ? readable(written, scope, 0) : written;
    if (value.kind !== "list") return textWith(written, /^(\s*)(\S+)(?=\s*$)/);
    const items = mapItems(value.items, valueWith);
    return items === value.items ? written : { ...value, items };
  };

  const textWith = (written: Value, pattern: RegExp): Value => {
    const value = scope ? readable(written, scope, 0) : written;
    if (value.kind !== "text" || value.parts.some((part) => typeof part !== "string")) return written;
    const text = value.text.replace(
      pattern,
      (_, before: string, name: string) => before + change(name.normalize("NFC")),
    );
    return text === value.text ? written : { ...value, text, parts: [text] };
  };

  return inBody(body);
};

/** A text with the variables of a scope in their places; what is not known there stays as it is. */
const readable = (value: Value, scope: Scope, level: number): Value => {
  const found = (path: KeyPath): Value | undefined => {
    const variable = level < most ? variableAt(path, scope) : undefined;
    return variable?.value && readable(variable.value, variable.scope, level + 1);
  };
  if (value.kind === "substitution") {
    const brought = found(value.path);
    return brought ? { ...brought, span: value.span } : value;
  }
  if (value.kind !== "text" || value.parts.every((part) => typeof part === "string")) return value;
  const parts = value.parts.map((part) => {
    const brought = typeof part === "string" ? undefined : found(part.path);
    return brought?.kind === "text" && brought.parts.every((one) => typeof one === "string")
      ? brought.text
      : part;
  });
  if (parts.some((part) => typeof part !== "string")) return value;
  const text = parts.join("");
  return { ...value, text, parts: [text] };
};

/** Variables that lead to one another. */
const most = 16;

const withMap = <T extends { readonly map?: MapNode }>(
  statement: T,
  change: (body: readonly Statement[]) => readonly Statement[],
): T => {
  if (!statement.map) return statement;
  const body = change(statement.map.body);
  return body === statement.map.body ? statement : { ...statement, map: { ...statement.map, body } };
};

const withValue = <T extends { readonly value?: Value }>(
  statement: T,
  change: (value: Value) => Value,
): T => {
  if (!statement.value) return statement;
  const value = change(statement.value);
  return value === statement.value ? statement : { ...statement, value };
};
