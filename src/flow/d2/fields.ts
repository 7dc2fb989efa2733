import type { Key, Value } from "../../syntax/ast.ts";
import { textOf } from "../entry-shape.ts";
import type { Field } from "../flow.ts";
import { labelOf } from "../label.ts";
import type { Say } from "../report.ts";
import type { Said } from "./site.ts";
import { fold } from "./words.ts";

/** Shapes whose children are rows of a table. */
export const tableShapes: ReadonlySet<string> = new Set(["class", "sql_table"]);

/** A row while it is being made: what is said of it, in the order in which it counts. */
export interface FieldDraft {
  readonly key: Key;
  readonly said: Said[];
}

/** A row of a table from all that is said of it: the last type, the last constraints. */
export const makeField = ({ key, said }: FieldDraft, say: Say): Field => {
  const last = (word: string): Value | undefined =>
    said.findLast(({ attribute: { keys } }) => keys[0] !== undefined && fold(keys[0]) === word)?.attribute
      .value;
  const type = labelOf(last("label"), say);
  return {
    name: { text: key.text, span: key.span },
    ...(type && type.text !== "" && { type }),
    constraints: wordsIn(last("constraint")),
  };
};

const wordsIn = (value: Value | undefined): readonly string[] => {
  if (value?.kind === "list") return value.items.flatMap(wordsIn);
  const text = textOf(value);
  return text === undefined || text === "" ? [] : [text];
};
