import { fragmentKinds } from "../../language/fragment-kinds.ts";
import type { Statement } from "../ast.ts";
import { type Reader, say } from "../say.ts";
import { isFragmentKind, wordOf } from "./head.ts";

/** Whether a statement can be continued by `word`. */
export const takes = (statement: Statement | undefined, word: "else" | "and"): boolean => {
  const before = wordOf(statement);
  if (before === undefined) return false;
  if (before === word) return true;
  const facts = isFragmentKind(before) ? fragmentKinds[before] : undefined;
  return facts !== undefined && "continuation" in facts && facts.continuation === word;
};

/** The fragments that `word` continues, as a sentence names them. */
const continued = (word: "else" | "and"): string =>
  Object.entries(fragmentKinds)
    .flatMap(([kind, facts]) =>
      "continuation" in facts && facts.continuation === word ? [`\`${kind}\``] : [],
    )
    .join(" or ");

/** Reports an `else` or `and` that does not stand just behind what it continues. */
export const sayMisplaced = (reader: Reader, statement: Statement, before: Statement | undefined): void => {
  const word = wordOf(statement);
  if ((word !== "else" && word !== "and") || takes(before, word) || statement.kind !== "entry") return;
  const { start, end } = statement.path.span;
  say(reader, `misplaced-${word}`, `This \`${word}\` stands behind no ${continued(word)}.`, start, end, {
    help: `put it right behind the \`}\` of the ${continued(word)} that it continues`,
  });
};
