import { attributes } from "../../language/attributes.ts";
import { participantKinds } from "../../language/participant-kinds.ts";
import { isStatementWord, type StatementWord, statementWords } from "../../language/statement-words.ts";
import { differsByOneLetter } from "../../source/nearest.ts";
import type { Entry } from "../ast.ts";
import { holdsSteps, soleKey } from "./head.ts";

/** A key that reads like a statement: its word, and what stands behind it. */
export interface Misread {
  readonly word: StatementWord;
  /** As written. */
  readonly written: string;
  /** What follows the word in the key; empty when nothing does. */
  readonly rest: string;
  readonly isGroup: boolean;
}

/**
 * The statement that a lone name or a group's key was probably meant to be: its first word is, or is one letter from, a
 * statement word.
 *
 * In:     an entry outside a participant's map.
 * Out:    undefined for what is a statement already, for participants with a label or attributes, and for words of the
 *         language that merely look alike (`store` is no misspelt `stored`).
 */
export const misreadOf = (entry: Entry): Misread | undefined => {
  const { map, value } = entry;
  const key = soleKey(entry);
  if (key === undefined || (value !== undefined && map === undefined)) return undefined;
  const { written, rest } = firstWord(key);
  if (isStatementWord(written) && rest === "") return undefined;
  const word = isStatementWord(written) ? written : nearWord(written, map !== undefined);
  if (word === undefined) return undefined;
  const isGroup = map !== undefined && (map.body.length === 0 || holdsSteps(map));
  return map === undefined || isGroup ? { word, written, rest, isGroup } : undefined;
};

/** The word that a key starts with, and what stands behind it. */
const firstWord = (key: string): { readonly written: string; readonly rest: string } => {
  const end = key.search(/\s/);
  if (end < 0) return { written: key, rest: "" };
  return end === 0
    ? { written: "", rest: "" }
    : { written: key.slice(0, end), rest: key.slice(end).trimStart() };
};

/** Short words resemble too many names; what holds messages is no name, so there three letters are enough. */
const nearWord = (written: string, isGroup: boolean): StatementWord | undefined => {
  if (ordinary.has(written) || written.length < (isGroup ? 3 : 4)) return undefined;
  const least = isGroup ? 3 : 4;
  const lower = written.toLowerCase();
  return statementWords.find((word) => word.length >= least && differsByOneLetter(lower, word));
};

const ordinary: ReadonlySet<string> = new Set([...Object.keys(participantKinds), ...Object.keys(attributes)]);
