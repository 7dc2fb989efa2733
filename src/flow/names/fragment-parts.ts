import { type AttributeFacts, attributes } from "../../language/attributes.ts";
import { nearest } from "../../source/nearest.ts";
import type { Entry, MapNode, Statement } from "../../syntax/ast.ts";
import { isUnquoted, soleKey } from "../entry-shape.ts";

const rows: Readonly<Record<string, AttributeFacts>> = attributes;

const fragmentAttributes: readonly string[] = Object.keys(rows).filter((name) =>
  rows[name]?.on.includes("fragment"),
);
const known: ReadonlySet<string> = new Set(fragmentAttributes);

/** Names that stand at the end of a connection, and so are no misspelt attributes. */
export type Ends = ReadonlySet<string>;

/** The attributes of a fragment stand first in its map; the rest is what happens in it. */
export const fragmentParts = (
  map: MapNode,
  ends: Ends,
): { readonly attributes: readonly Entry[]; readonly body: readonly Statement[] } => {
  const { body } = map;
  const attributes: Entry[] = [];
  for (const statement of body) {
    if (statement.kind !== "entry") break;
    if (!isAttribute(statement) && !isMeantAsAttribute(statement, ends)) break;
    attributes.push(statement);
  }
  return { attributes, body: attributes.length === 0 ? body : body.slice(attributes.length) };
};

const isAttribute = ({ path }: Entry): boolean => {
  const [first, another] = path.keys;
  return isUnquoted(first) && (first.text === "style" || (another === undefined && known.has(first.text)));
};

/** It would declare a participant that no message knows, called like an attribute, or nearly like one of a fragment. */
const isMeantAsAttribute = (entry: Entry, ends: Ends): boolean => {
  const key = soleKey(entry);
  if (key === undefined || entry.value === undefined || entry.map || ends.has(key)) return false;
  return Object.hasOwn(rows, key) || nearest(key, fragmentAttributes) !== undefined;
};

/** An attribute of a fragment that stands behind a statement: nothing else is called so. */
export const isLateAttribute = (entry: Entry, ends: Ends): boolean => {
  const key = soleKey(entry);
  return key !== undefined && entry.value !== undefined && !entry.map && !ends.has(key) && known.has(key);
};
