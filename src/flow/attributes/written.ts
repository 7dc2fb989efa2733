import type { Span } from "../../source/span.ts";
import type { Entry, Key, MapNode, Statement, Value } from "../../syntax/ast.ts";
import { isLeftEmpty } from "../entry-shape.ts";
import type { Say } from "../report.ts";

/** One attribute as written: its name, what follows the name, its value. */
export interface WrittenAttribute {
  readonly keys: readonly Key[];
  readonly value?: Value;
  readonly map?: MapNode;
  readonly span: Span;
  /** Nothing follows its `:`, which is reported already. */
  readonly isLeftEmpty: boolean;
}

/** The entries of a map as attributes; what is no entry cannot be one and is reported. */
export const writtenIn = (
  statements: readonly Statement[],
  { say, noun }: { readonly say: Say; readonly noun: string },
): readonly WrittenAttribute[] =>
  statements.flatMap((statement) => {
    if (statement.kind === "entry") return [written(statement)];
    if (statement.kind === "connection")
      say(
        "misplaced-message",
        `A message cannot stand in the map of ${noun}, which takes attributes only.`,
        statement.span,
      );
    else if (statement.kind === "reference")
      say(
        "misplaced-message",
        `A reference to a message cannot stand in the map of ${noun}, which takes attributes only.`,
        statement.span,
      );
    return [];
  });

export const written = (entry: Entry, depth = 0): WrittenAttribute => ({
  keys: entry.path.keys.slice(depth),
  span: entry.span,
  isLeftEmpty: isLeftEmpty(entry),
  ...(entry.value && { value: entry.value }),
  ...(entry.map && { map: entry.map }),
});

/** Reports an attribute without a value, unless the syntax has done so. */
export const sayMissing = (
  { span, isLeftEmpty: isReported }: WrittenAttribute,
  message: string,
  say: Say,
): void => {
  if (!isReported) say("missing-value", message, span);
};
