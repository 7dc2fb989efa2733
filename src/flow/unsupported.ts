import type { Key, Reference, Spread, Value } from "../syntax/ast.ts";
import type { Say } from "./report.ts";

const constructs = {
  spread: "A spread `...`",
  reference: "A reference to a message `(a -> b)[0]`",
  import: "An import `@file`",
  substitution: "A substitution of a variable",
  text: "`null`",
  list: "A list",
} as const satisfies Record<(Spread | Reference | Value)["kind"], string>;

/** Names a construct of the language that this version cannot compile; nothing is dropped without a word. */
export const sayUnsupported = (say: Say, node: Spread | Reference | Value): void =>
  say("not-yet-supported", `${constructs[node.kind]} cannot be compiled yet.`, node.span);

/** The same for keys such as `*` and `&kind`. */
export const sayUnsupportedPattern = (say: Say, key: Key): void =>
  say("not-yet-supported", `The pattern \`${key.text}\` cannot be compiled yet.`, key.span);
