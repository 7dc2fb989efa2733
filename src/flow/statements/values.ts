import type { AttributeFacts, Place } from "../../language/attributes.ts";
import { readDuration } from "../../language/durations.ts";
import type { ValueTypeName } from "../../language/value-types.ts";
import type { Entry, TextValue } from "../../syntax/ast.ts";
import type { ReadAttributes } from "../attributes/attribute-reading.ts";
import { readAttributes } from "../attributes/read-attributes.ts";
import { type ReadValue, readValue } from "../attributes/read-value.ts";
import { writtenIn } from "../attributes/written.ts";
import type { At, Context } from "../context.ts";
import { isLeftEmpty } from "../entry-shape.ts";
import type { Label } from "../flow.ts";
import { labelOf } from "../label.ts";

/** How a statement that needs a value is written, for the report when it is missing. */
export interface Needs {
  /** After "needs": "the name of a callback". */
  readonly what: string;
  readonly example: string;
}

const sayMissing = (entry: Entry, { what, example }: Needs, context: Context): void => {
  if (!isLeftEmpty(entry))
    context.say("missing-value", `\`${wordIn(entry)}\` needs ${what}: \`${example}\`.`, entry.path.span);
};

export const wordIn = (entry: Entry): string => entry.path.keys[0]?.text ?? "";

/** The text of a statement. */
export const neededLabel = (entry: Entry, needs: Needs, context: Context): Label | undefined => {
  if (entry.value) return labelOf(entry.value, context.say);
  sayMissing(entry, needs, context);
  return undefined;
};

/** The typed value of a statement; a statement's word is read like an attribute of that type. */
export const neededValue = (
  entry: Entry,
  type: ValueTypeName,
  needs: Needs,
  { scope }: At,
  context: Context,
): ReadValue | undefined => {
  if (entry.value) return readValue(entry.value, wordIn(entry), rowOf(type), scope, context);
  sayMissing(entry, needs, context);
  return undefined;
};

const rowOf = (type: ValueTypeName): AttributeFacts => ({ type, on: [], says: "", changes: [] });

/** The attributes in a statement's map. */
export const attributesOf = (entry: Entry, place: Place, { scope }: At, context: Context): ReadAttributes => {
  const noun = `\`${wordIn(entry)}\``;
  const all = entry.map ? writtenIn(entry.map.body, { say: context.say, noun }) : [];
  return readAttributes(all, { place, noun, scope }, context);
};

/** A text that is a duration, ms. */
export const durationIn = (value: TextValue | Label): number | undefined => {
  const reading = readDuration(value.text.trim());
  return reading.ok ? reading.value : undefined;
};
