import { type FragmentKind, fragmentKinds } from "../language/fragment-kinds.ts";
import { isStatementWord, type StatementWord } from "../language/statement-words.ts";
import type { Entry, Key, MapNode, Statement, Value } from "../syntax/ast.ts";

/** Marks and continuations: with the fragments, the statement words that happen at a place on the lifelines. */
const marks = [
  "note",
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
] as const satisfies readonly StatementWord[];

const continuations = Object.values(fragmentKinds).flatMap((facts) =>
  "continuation" in facts ? [facts.continuation] : [],
);
const markWords: ReadonlySet<string> = new Set(marks);
const continuationWords: ReadonlySet<string> = new Set(continuations);
const bodiedWords: ReadonlySet<string> = new Set([...Object.keys(fragmentKinds), ...continuations]);

/** The text of an entry's key where that is single and unquoted. */
export const soleKey = (entry: Entry): string | undefined => {
  const [key, another] = entry.path.keys;
  return key && another === undefined && key.quoting === "none" ? key.text : undefined;
};

/** The statement word that heads an entry. */
export const wordOf = (entry: Entry): StatementWord | undefined => {
  const key = soleKey(entry);
  return key !== undefined && isStatementWord(key) ? key : undefined;
};

export const isFragmentKind = (word: string): word is FragmentKind => Object.hasOwn(fragmentKinds, word);

/** `else` and `and`. */
export const isContinuation = (word: string): boolean => continuationWords.has(word);

/** A word whose map holds statements: a fragment, or `else` and `and`. */
export const isBodiedWord = (word: string): boolean => bodiedWords.has(word);

/** The trimmed text of a value that is one text. */
export const textOf = (value: Value | undefined): string | undefined =>
  value?.kind === "text" ? value.text.trim() : undefined;

/** `null` without quotes: it takes away what is there. */
export const isNull = (value: Value | undefined): boolean =>
  value?.kind === "text" &&
  value.quoting === "none" &&
  mayStartNull(value.text.charCodeAt(0)) &&
  value.text.trim() === "null";

/** An `n`, or a blank or a line's end before it: so that nearly no text is trimmed to see that it is another one. */
const mayStartNull = (unit: number): boolean => unit === 0x6e || unit <= 0x20 || unit >= 0xa0;

/** A `:` stands behind the key and nothing behind the `:`: the syntax has reported that already. */
export const isLeftEmpty = ({ path, span, value, map }: Entry): boolean =>
  value === undefined && map === undefined && span.end > path.span.end;

export const isUnquoted = (key: Key | undefined): key is Key => key?.quoting === "none";

/**
 * Makes a test for maps that hold something that happens, however deep: a connection, a fragment or a mark.
 * It remembers what it saw, so that asking at every level stays linear.
 */
export const stepFinder = (): ((map: MapNode) => boolean) => {
  const seen = new Map<MapNode, boolean>();
  const isStep = (statement: Statement): boolean => {
    if (statement.kind !== "entry") return statement.kind === "connection";
    const word = wordOf(statement);
    if (word !== undefined)
      return markWords.has(word) || (bodiedWords.has(word) && statement.map !== undefined);
    return statement.map !== undefined && holds(statement.map);
  };
  const holds = (map: MapNode): boolean => {
    const known = seen.get(map);
    if (known !== undefined) return known;
    const found = map.body.some(isStep);
    seen.set(map, found);
    return found;
  };
  return holds;
};
