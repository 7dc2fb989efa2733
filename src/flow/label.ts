import type { Value } from "../syntax/ast.ts";
import type { Label } from "./flow.ts";
import type { Say } from "./report.ts";

/** The label that a value is; a list is none, and is reported. A block string without a tag is Markdown, as in D2. */
export const labelOf = (value: Value | undefined, say: Say): Label | undefined => {
  if (value === undefined) return undefined;
  if (value.kind === "text") {
    const format = value.quoting === "block" ? (value.tag ?? "md") : "plain";
    return { text: value.text, format: format === "txt" ? "plain" : format, span: value.span };
  }
  if (value.kind === "list")
    say("wrong-value", "A label is a text, not a list: put it into quotes to show the brackets.", value.span);
  return undefined;
};
