import type { CustomPatternMatcherFunc, IToken, TokenType } from "chevrotain";
import type { FailedSearches } from "./scan-quoted.ts";
import type { ScalarKind } from "./scan-value.ts";

/** What the lexer found out about a token beyond its type. */
export interface Reading {
  readonly kind: ScalarKind | "line" | "unknown-operator";
  readonly fault?: "unterminated-string" | "unterminated-block" | "unterminated-comment" | "text-after-quote";
}

const plain: Reading = { kind: "raw" };

/** How a key, a value, a comment or an operator was read: most just as they stand, about which the lexer says nothing. */
export const readingOf = (token: IToken): Reading => (token.payload as Reading | undefined) ?? plain;

export type Match = ReturnType<CustomPatternMatcherFunc>;

/** What a pattern of the lexer answers: the characters from `start` to `end`, and how they were read. */
export const match = (text: string, start: number, end: number, payload?: Reading): Match => {
  const found: [string] & { payload?: Reading } = [text.slice(start, end)];
  if (payload !== undefined) found.payload = payload;
  return found;
};

export const typeAt = (tokens: readonly IToken[], index: number): TokenType | undefined =>
  tokens[index]?.tokenType;

export const lastOf = (tokens: readonly IToken[]): TokenType | undefined => typeAt(tokens, tokens.length - 1);

/** Searches that failed belong to one run of the lexer, which is known by its list of tokens. */
const failedSearches = new WeakMap<readonly IToken[], FailedSearches>();

export const failedIn = (tokens: readonly IToken[]): FailedSearches => {
  const known = failedSearches.get(tokens);
  if (known !== undefined) return known;
  const fresh: FailedSearches = new Set();
  failedSearches.set(tokens, fresh);
  return fresh;
};
