import { describe, expect, test } from "vitest";
import { readingOf } from "../../grammar/reading.ts";
import { createLexer, type FirstMode } from "../../grammar/tokens.ts";

const lexer = createLexer();

/** The tokens as `Type‹image›`, a fault behind them after `!`. */
const scan = (text: string, mode: FirstMode = "statements"): readonly string[] =>
  lexer.tokenize(text, mode).tokens.map((token) => {
    const fault = token.payload === undefined ? undefined : readingOf(token).fault;
    return `${token.tokenType.name}‹${token.image}›${fault === undefined ? "" : `!${fault}`}`;
  });

/** What the same characters are depends on where they stand. */
const table: readonly (readonly [string, string])[] = [
  ["a -> b: c -> d", "StatementKey‹a› StatementOperator‹->› StatementKey‹b› StatementColon‹:› Value‹c -> d›"],
  ["a.b: x.y", "StatementKey‹a› Dot‹.› StatementKey‹b› StatementColon‹:› Value‹x.y›"],
  [
    "a;b: c;d; e",
    "StatementKey‹a› Semicolon‹;› StatementKey‹b› StatementColon‹:› Value‹c;d› Semicolon‹;› StatementKey‹e›",
  ],
  [
    "a{b}: {c} d{e}",
    "StatementKey‹a› StatementOpen‹{› StatementKey‹b› RightBrace‹}› StatementColon‹:› StatementOpen‹{› StatementKey‹c› RightBrace‹}› StatementKey‹d› StatementOpen‹{› StatementKey‹e› RightBrace‹}›",
  ],
  ["a: [b] {", "StatementKey‹a› StatementColon‹:› Value‹[b]› StatementOpen‹{›"],
  [
    "class: [b, c]",
    "StatementKey‹class› StatementColon‹:› ListOpen‹[› Item‹b› Comma‹,› Item‹c› ListClose‹]›",
  ],
  [
    "a ~> [b, c]",
    "StatementKey‹a› StatementOperator‹~>› EndsOpen‹[› EndsKey‹b› Comma‹,› EndsKey‹c› ListClose‹]›",
  ],
  [
    "(a (b) -> c)[0]",
    "ReferenceOpen‹(› ReferenceKey‹a (b)› ReferenceOperator‹->› ReferenceKey‹c› ReferenceClose‹)› Index‹[0]›",
  ],
  ["() ~> a (b)", "Outside‹()› StatementOperator‹~>› StatementKey‹a (b)›"],
  [
    "vars: { a: [b] }",
    "StatementKey‹vars› StatementColon‹:› VarsOpen‹{› StatementKey‹a› ListingColon‹:› ListOpen‹[› Item‹b› ListClose‹]› RightBrace‹}›",
  ],
  [
    "x.vars: { a: [b] }",
    "StatementKey‹x› Dot‹.› StatementKey‹vars› StatementColon‹:› StatementOpen‹{› StatementKey‹a› StatementColon‹:› Value‹[b]› RightBrace‹}›",
  ],
  ["#a\n#b #c", "Comment‹#a› Newline‹\n› Comment‹#b #c›"],
  ["a #b # c", "StatementKey‹a #b› Comment‹# c›"],
  ['"""a""" b "c"', 'Comment‹"""a"""› StatementKey‹b "c"›'],
  ['"a" b', 'StatementKey‹"a"› StatementKey‹b›'],
  ["...@a.b\na...", "Spread‹...› Value‹@a.b› Newline‹\n› StatementKey‹a› Dot‹.› Dot‹.› Dot‹.›"],
  ['a: "b', 'StatementKey‹a› StatementColon‹:› Value‹"b›!unterminated-string'],
  ['a: "b" c', 'StatementKey‹a› StatementColon‹:› Value‹"b" c›!text-after-quote'],
  [
    "class: [a }",
    "StatementKey‹class› StatementColon‹:› ListOpen‹[› Item‹a› MissingListClose‹› RightBrace‹}›",
  ],
  [
    "(a -> b: c",
    "ReferenceOpen‹(› ReferenceKey‹a› ReferenceOperator‹->› ReferenceKey‹b› MissingClose‹› StatementColon‹:› Value‹c›",
  ],
  ["a \\\n b", "StatementKey‹a \\\n b›"],
];

describe("tokens", () => {
  test.each(table)("%j", (text, expected) => {
    expect(scan(text).join(" ")).toBe(expected);
  });

  test("in D2 files every value that starts with a bracket is a list", () => {
    expect(scan("a: [b]", "d2").slice(2)).toEqual(["ListOpen‹[›", "Item‹b›", "ListClose‹]›"]);
  });
});
