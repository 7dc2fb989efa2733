import type { AttributeFacts } from "../../language/attributes.ts";
import { literals } from "../../language/literals.ts";
import type { ValueTypeName } from "../../language/value-types.ts";
import { nearest } from "../../source/nearest.ts";
import type { Span } from "../../source/span.ts";
import type { Value } from "../../syntax/ast.ts";
import { isNull } from "../entry-shape.ts";
import type { Name } from "../flow.ts";
import { type NameNode, pathOf } from "../names/name-node.ts";
import { namesFor } from "../names/names.ts";
import { didYouMean, either, replaceBy } from "../report.ts";
import type { Reader } from "./attribute-reading.ts";
import { takesOf } from "./takes.ts";

/** A typed value; of names, also the words. */
export interface ReadValue {
  readonly value: unknown;
  readonly names?: readonly Name[];
}

/** What is being read, for the reports. */
interface Slot {
  readonly name: string;
  readonly row: AttributeFacts;
  readonly scope: NameNode;
}

/**
 * Reads one value by the row of its attribute.
 *
 * In:     a value as written; the attribute's name and row; where names of participants are looked up.
 * Out:    the value as `ValueTypes` says, or undefined; of a list, the items that are right.
 * Says:   wrong-value with what the attribute takes and the nearest right spelling; unknown-participant, ambiguous-name.
 */
export const readValue = (
  value: Value,
  name: string,
  row: AttributeFacts,
  scope: NameNode,
  reader: Reader,
): ReadValue | undefined => {
  const slot: Slot = { name, row, scope };
  const { listOf } = literals[row.type];
  if (listOf === undefined) {
    const single = readOne(value, row.type, slot, reader);
    return single && { value: single.value, ...(row.type === "name" && { names: [asName(single)] }) };
  }
  const items = value.kind === "list" ? value.items : [value];
  const found = items.map((item) => readOne(item, listOf, slot, reader)).filter((item) => item !== undefined);
  if (items.length === 0)
    reader.say("missing-value", `The list of \`${name}\` is empty: it takes ${takesOf(row)}.`, value.span);
  if (found.length === 0) return undefined;
  const values = new Set(found.map((item) => item.value));
  return { value: [...values], ...(listOf === "name" && { names: found.map(asName) }) };
};

interface One {
  readonly value: unknown;
  readonly span: Span;
}

const asName = ({ value, span }: One): Name => ({ text: String(value), span });

const readOne = (value: Value, type: ValueTypeName, slot: Slot, reader: Reader): One | undefined => {
  if (value.kind === "list") {
    reader.say("wrong-value", `\`${slot.name}\` takes ${takesOf(slot.row)}, not a list.`, value.span);
    return undefined;
  }
  // Imports and variables are in their places by now; what went wrong with them is reported.
  if (value.kind !== "text") return undefined;
  if (isNull(value)) {
    sayWrongValue("null", value.span, slot, undefined, reader);
    return undefined;
  }
  const text = value.text.trim();
  if (type === "participant") return readParticipant(text, value.span, slot, reader);
  if (type === "choice") return readChoice(text, value.span, slot, reader);
  const reading = literals[type].read(text);
  if (reading.ok) return { value: reading.value, span: value.span };
  const meant = reading.meant ?? nearest(text, literals[type].words ?? []);
  sayWrongValue(text, value.span, slot, meant, reader);
  return undefined;
};

const readChoice = (text: string, span: Span, slot: Slot, reader: Reader): One | undefined => {
  const choices = slot.row.choices ?? [];
  if (choices.includes(text)) return { value: text, span };
  sayWrongValue(text, span, slot, nearest(text, choices), reader);
  return undefined;
};

const sayWrongValue = (
  text: string,
  span: Span,
  slot: Slot,
  meant: string | undefined,
  reader: Reader,
): void =>
  reader.say(
    "wrong-value",
    `\`${slot.name}\` takes ${takesOf(slot.row)}, not \`${text}\`.${didYouMean(meant)}`,
    span,
    replaceBy(span, meant),
  );

const readParticipant = (text: string, span: Span, slot: Slot, reader: Reader): One | undefined => {
  const { tree } = reader.names;
  const found = namesFor(tree, slot.scope, text);
  const [only] = found;
  if (only && found.length === 1 && !only.boundary) return { value: only.index, span };
  if (found.length > 1)
    reader.say("ambiguous-name", `\`${text}\` may be ${either(found.map(pathOf))}.`, span, {
      help: "write the whole path",
    });
  else if (only)
    reader.say(
      "wrong-value",
      `\`${slot.name}\` takes ${takesOf(slot.row)}, and \`${text}\` is a boundary.`,
      span,
    );
  else {
    const near = reader.names.guess(text);
    reader.say(
      "unknown-participant",
      `\`${slot.name}\` names \`${text}\`, but no participant is called so.${didYouMean(near)}`,
      span,
      replaceBy(span, near),
    );
  }
  return undefined;
};
