import { createToken, type IToken, type TokenType } from "chevrotain";
import { key, operator, scalar } from "./categories.ts";
import { code } from "./characters.ts";
import { anyCharacter, type FirstCharacters, operatorCharacters } from "./first-characters.ts";
import { colons, spread } from "./marks.ts";
import { failedIn, lastOf, type Match, match, type Reading } from "./reading.ts";
import { d2KeyEnd, d2OperatorEnd, d2Values } from "./scan-d2.ts";
import { type KeyPlace, keyEnd } from "./scan-key.ts";
import { type ScannedOperator, scanOperator } from "./scan-operator.ts";
import { scanBlock, scanString } from "./scan-quoted.ts";
import { listItems, scanScalar, statementValues, type ValueEnds } from "./scan-value.ts";
import { endBeforeClosers } from "./unclosed-string.ts";

const unknownOperator: Reading = { kind: "unknown-operator" };

/** Tokens of modes that are seldom met have no hints: these would cost every start of the command more than they save. */
type Starts = { readonly start_chars_hint?: FirstCharacters };

/** A key: quoted, a block string, or any text up to the next mark. */
const keyToken = (
  name: string,
  endOf: (text: string, at: number) => number,
  starts: Starts = {},
): TokenType =>
  createToken({
    name,
    ...starts,
    categories: key,
    pattern: (text, at, tokens) => {
      const unit = text.charCodeAt(at);
      if (unit === code.quote || unit === code.apostrophe) {
        const { end, closed } = scanString(text, at);
        const kind = unit === code.quote ? "double" : "single";
        if (closed) return match(text, at, end, { kind });
        return match(text, at, endBeforeClosers(text, at, end, tokens), {
          kind,
          fault: "unterminated-string",
        });
      }
      if (unit === code.bar) {
        const { end, closed } = scanBlock(text, at, failedIn(tokens));
        return match(
          text,
          at,
          end,
          closed ? { kind: "block" } : { kind: "block", fault: "unterminated-block" },
        );
      }
      const end = endOf(text, at);
      return end === at ? null : match(text, at, end);
    },
    line_breaks: true,
  });

const endIn =
  (place: KeyPlace) =>
  (text: string, at: number): number =>
    keyEnd(text, at, place);

export const statementKey = keyToken("StatementKey", endIn("statement"), { start_chars_hint: anyCharacter });
export const endsKey = keyToken("EndsKey", endIn("list"));
export const referenceKey = keyToken("ReferenceKey", endIn("reference"));
export const d2Key = keyToken("D2Key", d2KeyEnd);

const operatorToken = (
  name: string,
  scan: (text: string, at: number) => ScannedOperator | undefined,
): TokenType =>
  createToken({
    name,
    start_chars_hint: operatorCharacters,
    categories: operator,
    pattern: (text, at) => {
      const found = scan(text, at);
      if (found === undefined) return null;
      return match(text, at, at + found.length, found.known ? undefined : unknownOperator);
    },
    line_breaks: false,
  });

export const statementOperator = operatorToken("StatementOperator", (text, at) =>
  scanOperator(text, at, false),
);
export const referenceOperator = operatorToken("ReferenceOperator", (text, at) =>
  scanOperator(text, at, true),
);
export const d2Operator = operatorToken("D2Operator", (text, at) => {
  const end = d2OperatorEnd(text, at);
  return end === undefined ? undefined : { length: end - at, known: true };
});

const scalarAt = (text: string, at: number, tokens: readonly IToken[], ends: ValueEnds): Match => {
  const found = scanScalar(text, at, ends, failedIn(tokens));
  if (found === undefined) return null;
  if (found.kind === "raw" && found.fault === undefined) return match(text, at, found.end);
  const isUnclosed = found.fault === "unterminated-string";
  return match(text, at, isUnclosed ? endBeforeClosers(text, at, found.end, tokens) : found.end, found);
};

/** What stands behind a `:` or `...`, when it is no list. */
const valueToken = (name: string, ends: ValueEnds, starts: Starts = {}): TokenType =>
  createToken({
    name,
    ...starts,
    categories: scalar,
    pattern: (text, at, tokens) => {
      const last = lastOf(tokens);
      return (last !== undefined && colons.has(last)) || last === spread
        ? scalarAt(text, at, tokens, ends)
        : null;
    },
    line_breaks: true,
  });

export const value = valueToken("Value", statementValues, { start_chars_hint: anyCharacter });
export const d2Value = valueToken("D2Value", d2Values);

/** An item of a list, when it is no list itself. */
export const item: TokenType = createToken({
  name: "Item",
  categories: scalar,
  pattern: (text, at, tokens) => scalarAt(text, at, tokens, listItems),
  line_breaks: true,
});
