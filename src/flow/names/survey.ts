import { type AttributeFacts, attributes } from "../../language/attributes.ts";
import type { Ast, Entry, KeyPath, MapNode, Statement } from "../../syntax/ast.ts";
import { isBodiedWord, isUnquoted, soleKey, textOf, wordOf } from "../entry-shape.ts";

/** What can be known of the names before any of them is resolved. */
export interface Survey {
  /** The paths of boundaries as they stand in the text, groups among their keys: see `lexicalPath`. */
  readonly boundaries: ReadonlySet<string>;
  /** First keys of the ends of connections. */
  readonly ends: ReadonlySet<string>;
  /** Keys that are declared as participants, beyond doubt. */
  readonly plain: ReadonlySet<string>;
}

export const lexicalPath = (prefix: string, { keys }: KeyPath): string =>
  keys.reduce((path, { text }) => `${path}\u0000${text}`, prefix);

const rows: Readonly<Record<string, AttributeFacts>> = attributes;

/** An attribute that a boundary can have; any other key in a boundary's map is a child. */
export const isBoundaryAttribute = (name: string): boolean => {
  if (name === "style") return true;
  const row = Object.hasOwn(rows, name) ? rows[name] : undefined;
  return row?.on.includes("participant") === true && (row.participants?.includes("boundary") ?? true);
};

export const isAttributeName = (name: string): boolean => name === "style" || Object.hasOwn(rows, name);

/** The map says `kind: …` itself. */
export const hasKind = (map: MapNode, kind?: string): boolean =>
  map.body.some(
    (statement) =>
      statement.kind === "entry" &&
      soleKey(statement) === "kind" &&
      (kind === undefined || textOf(statement.value) === kind),
  );

/**
 * Looks over the whole text for the boundaries, for the ends of connections, and for the keys that are participants.
 *
 * In:     a tree without imports and substitutions; `holdsSteps` tells the maps in which something happens.
 * Out:    the survey; nothing in it depends on the order of statements.
 * Cost:   linear in the statements.
 */
export const survey = (ast: Ast, holdsSteps: (map: MapNode) => boolean): Survey => {
  const boundaries = new Set<string>();
  const ends = new Set<string>();
  const plain = new Set<string>();

  const visitEntry = (entry: Entry, prefix: string, inMap: boolean): void => {
    const word = wordOf(entry);
    if (word !== undefined) {
      if (entry.map && isBodiedWord(word)) visit(entry.map.body, prefix, inMap);
      return;
    }
    const { keys } = entry.path;
    const last = keys.at(-1);
    if (keys.length > 1 && isUnquoted(last) && last.text === "kind" && textOf(entry.value) === "boundary") {
      const path = lexicalPath(prefix, entry.path);
      boundaries.add(path.slice(0, path.lastIndexOf("\u0000")));
    }
    const [key] = keys;
    const isPlain = keys.length === 1 && (!entry.map || hasKind(entry.map) || isLeafMap(entry.map));
    if (key && isPlain && !(inMap && isAttributeName(key.text))) plain.add(key.text);
    if (!entry.map) return;
    const path = lexicalPath(prefix, entry.path);
    if (hasKind(entry.map, "boundary")) boundaries.add(path);
    visit(entry.map.body, path, true);
  };

  const visit = (body: readonly Statement[], prefix: string, inMap: boolean): void => {
    for (const statement of body) {
      if (statement.kind === "entry") visitEntry(statement, prefix, inMap);
      if (statement.kind !== "connection") continue;
      for (const end of statement.ends) {
        if (end.kind === "path" && end.path.keys[0]) ends.add(end.path.keys[0].text);
        if (end.kind === "list") for (const { keys } of end.paths) if (keys[0]) ends.add(keys[0].text);
      }
    }
  };

  /** Nothing happens in it, and no path in it could be a note on another participant. */
  const isLeafMap = (map: MapNode): boolean =>
    !holdsSteps(map) && !map.body.some((statement) => statement.kind === "entry" && isForeignPath(statement));

  visit(ast.body, "", false);
  return { boundaries, ends, plain };
};

/** A path such as `api."cache is cold"`, which speaks of another name than the map that it stands in. */
export const isForeignPath = ({ path: { keys } }: Entry): boolean => {
  const [first] = keys;
  return keys.length > 1 && first !== undefined && !(isUnquoted(first) && isAttributeName(first.text));
};
