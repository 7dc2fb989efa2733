import { type AttributeFacts, attributes } from "../../language/attributes.ts";
import type { Entry, MapNode, Statement } from "../../syntax/ast.ts";
import { isUnquoted } from "../entry-shape.ts";

const rows: Readonly<Record<string, AttributeFacts>> = attributes;

const isFragmentAttribute = (statement: Statement): statement is Entry => {
  if (statement.kind !== "entry") return false;
  const [first, ...more] = statement.path.keys;
  if (!isUnquoted(first)) return false;
  if (first.text === "style") return true;
  return (
    more.length === 0 && Object.hasOwn(rows, first.text) && rows[first.text]?.on.includes("fragment") === true
  );
};

/** The attributes of a fragment stand first in its map; the rest is what happens in it. */
export const fragmentParts = (
  map: MapNode,
): { readonly attributes: readonly Entry[]; readonly body: readonly Statement[] } => {
  const rest = map.body.findIndex((statement) => !isFragmentAttribute(statement));
  const until = rest < 0 ? map.body.length : rest;
  return { attributes: map.body.slice(0, until).filter(isFragmentAttribute), body: map.body.slice(until) };
};
