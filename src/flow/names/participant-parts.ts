import { type AttributeFacts, attributes } from "../../language/attributes.ts";
import type { Entry, KeyPath, MapNode, Statement } from "../../syntax/ast.ts";
import { isUnquoted, wordOf } from "../entry-shape.ts";
import { isAttributeName, isBoundaryAttribute } from "./survey.ts";

/** The statements of a participant's or boundary's map, by what they are. */
export interface ParticipantParts {
  readonly attributes: readonly Entry[];
  /** Of a boundary: the participants, boundaries and other statements in it. */
  readonly children: readonly Statement[];
  /** Of a participant: notes, named executions, and what should not be there. */
  readonly others: readonly Statement[];
}

export const participantParts = (map: MapNode, isBoundary: boolean): ParticipantParts => {
  const attributes: Entry[] = [];
  const rest: Statement[] = [];
  for (const statement of map.body) {
    const first = statement.kind === "entry" ? statement.path.keys[0] : undefined;
    const isAttribute = isUnquoted(first) && (isBoundary ? isBoundaryAttribute : isAttributeName)(first.text);
    if (statement.kind === "entry" && isAttribute && !isNote(statement)) attributes.push(statement);
    else rest.push(statement);
  }
  return isBoundary ? { attributes, children: rest, others: [] } : { attributes, children: [], others: rest };
};

/** `note: text` in a participant's map: a note on that participant. */
export const isNote = (entry: Entry): boolean => wordOf(entry) === "note";

/** The path without its first `depth` keys. */
export const below = ({ keys, span }: KeyPath, depth: number): KeyPath => {
  const rest = keys.slice(depth);
  const first = rest[0];
  return { keys: rest, span: first ? { ...span, start: first.span.start } : span };
};

/** The names of the attributes that a participant may have. */
export const participantAttributes: readonly string[] = [
  ...Object.entries(attributes satisfies Readonly<Record<string, AttributeFacts>>)
    .filter(([, { on }]) => (on as readonly string[]).includes("participant"))
    .map(([name]) => name),
  "style",
];
