import type { Entry, Statement } from "../../syntax/ast.ts";
import { isUnquoted } from "../entry-shape.ts";
import type { NameNode } from "./name-node.ts";
import { isNote, participantParts } from "./participant-parts.ts";
import { isAttributeName } from "./survey.ts";

/** What stands below a participant and is no attribute of it. */
export type Other =
  /** `api."cache is cold"`, or `note: …` in its map. The key after `depth` others is its text, or the word `note`. */
  | { readonly kind: "note"; readonly entry: Entry; readonly depth: number }
  /** It names an execution that a connection ends at. */
  | { readonly kind: "execution"; readonly entry: Entry; readonly depth: number }
  | { readonly kind: "unknown"; readonly entry: Entry; readonly depth: number }
  | { readonly kind: "statement"; readonly statement: Exclude<Statement, Entry> };

/** What a statement about a participant holds beside its label and its attributes, in written order. */
export const othersOf = (entry: Entry, depth: number, node: NameNode): readonly Other[] => {
  const [first] = entry.path.keys.slice(depth);
  if (first) return isUnquoted(first) && isAttributeName(first.text) ? [] : [otherAt(entry, depth, node)];
  if (!entry.map) return [];
  return participantParts(entry.map, false).others.map((statement) =>
    statement.kind === "entry" ? otherAt(statement, 0, node) : { kind: "statement", statement },
  );
};

const otherAt = (entry: Entry, depth: number, { spans }: NameNode): Other => {
  const keys = entry.path.keys.slice(depth);
  const [first] = keys;
  const isExecution = keys.some((_, at) =>
    spans.has(
      keys
        .slice(0, at + 1)
        .map(({ text }) => text)
        .join("."),
    ),
  );
  if (isExecution) return { kind: "execution", entry, depth };
  const isText = first !== undefined && !isUnquoted(first) && keys.length === 1;
  return { kind: isText || (depth === 0 && isNote(entry)) ? "note" : "unknown", entry, depth };
};
