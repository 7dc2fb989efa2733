import { type FragmentKind, fragmentKinds } from "../../language/fragment-kinds.ts";
import { isStatementWord, type StatementWord } from "../../language/statement-words.ts";
import type { Entry, MapNode, Statement } from "../ast.ts";

/** Statement words that happen at a place on the lifelines, beside the fragments; a note may belong to a participant. */
const markWords: ReadonlySet<string> = new Set([
  "divider",
  "wait",
  "await",
  "cancel",
  "detach",
  "stored",
  "arrive",
  "create",
  "destroy",
  "budget",
] satisfies readonly StatementWord[]);

/** The text of an entry's key where that is single and unquoted. */
export const soleKey = ({ path }: Entry): string | undefined => {
  const [key, another] = path.keys;
  return another === undefined && key?.quoting === "none" ? key.text : undefined;
};

/** The statement word that heads a statement. */
export const wordOf = (statement: Statement | undefined): StatementWord | undefined => {
  const key = statement?.kind === "entry" ? soleKey(statement) : undefined;
  return key !== undefined && isStatementWord(key) ? key : undefined;
};

export const isFragmentKind = (word: string): word is FragmentKind => Object.hasOwn(fragmentKinds, word);

/** A word whose map holds statements: a fragment, `else` or `and`. */
export const isBodied = (word: string): boolean => bodied.has(word);

const bodied: ReadonlySet<string> = new Set([
  ...Object.keys(fragmentKinds),
  ...Object.values(fragmentKinds).flatMap((facts) => ("continuation" in facts ? [facts.continuation] : [])),
]);

/** Whether a map holds something that happens, however deep: then its entry is a group, and no participant. */
export const holdsSteps = (map: MapNode): boolean =>
  map.body.some((statement) => {
    if (statement.kind !== "entry") return statement.kind === "connection";
    const word = wordOf(statement);
    if (word !== undefined) return markWords.has(word) || (isBodied(word) && statement.map !== undefined);
    return statement.map !== undefined && holdsSteps(statement.map);
  });
