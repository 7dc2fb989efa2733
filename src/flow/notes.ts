import type { AttributeFacts } from "../language/attributes.ts";
import type { Entry } from "../syntax/ast.ts";
import type { ReadAttributes } from "./attributes/attribute-reading.ts";
import { readAttributes } from "./attributes/read-attributes.ts";
import { writtenIn } from "./attributes/written.ts";
import type { Context } from "./context.ts";
import type { Label, NoteStep } from "./flow.ts";
import { labelOf } from "./label.ts";
import type { NameNode } from "./names/name-node.ts";
import { othersOf } from "./names/others.ts";
import type { Role } from "./names/roles.ts";

/** The notes that a statement about a participant hangs on it, each where it is written. */
export const notesOf = (
  entry: Entry,
  { node, depth }: Extract<Role, { kind: "participant" }>,
  context: Context,
): readonly NoteStep[] => {
  if (node.boundary || node.slip) return [];
  return othersOf(entry, depth, node)
    .filter((other) => other.kind === "note")
    .flatMap(({ entry: note, depth: used }) => noteOn(node, note, used, context));
};

const noteOn = (node: NameNode, entry: Entry, depth: number, context: Context): readonly NoteStep[] => {
  const key = entry.path.keys[depth];
  const ownKey: Label | undefined = key && { text: key.text, format: "plain", span: key.span };
  const isWord = key?.quoting === "none";
  const label = labelOf(entry.value, context.say) ?? (isWord ? undefined : ownKey);
  if (!label || node.index < 0) return [];
  const { style, classes } = readNote(entry, node, context);
  return [
    { kind: "note", label, side: "over", participants: [node.index], style, classes, span: entry.span },
  ];
};

/** It has its place already. */
const isNoPlace = ({ type }: AttributeFacts): boolean => type !== "participant" && type !== "participants";

const readNote = (entry: Entry, scope: NameNode, context: Context): ReadAttributes =>
  readAttributes(
    entry.map ? writtenIn(entry.map.body, { say: context.say, noun: "a note" }) : [],
    { place: "note", noun: "a note on a participant", allows: isNoPlace, scope },
    context,
  );
