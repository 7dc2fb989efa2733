import fc from "fast-check";
import { expect, test } from "vitest";
import { createParser } from "../../grammar/parser.ts";
import { createLexer } from "../../grammar/tokens.ts";

test("Chevrotain finds no fault with the tokens", () => {
  const lexer = createLexer({ validate: true });
  expect(lexer.lexerDefinitionErrors).toEqual([]);
});

test("Chevrotain finds no fault with the grammar: one token of look-ahead decides everything", () => {
  expect(() => createParser({ validate: true })).not.toThrow();
});

test("the lexer takes every text whole, and so does the parser", () => {
  const texts = [
    "",
    "a -> b: x { c }\n",
    "}{][)(:;.,...@$'\"|#\\~-><&*\n\r\u2028\ufeff\0\ud800",
    "a: [{}]\n[{}]\n(:)",
  ];
  const lexer = createLexer();
  const parser = createParser();
  for (const text of texts) {
    const { tokens, errors } = lexer.tokenize(text);
    expect(errors.filter(({ message }) => !message.includes("Unable to pop"))).toEqual([]);
    expect(parser.read(tokens, 256).body).toBeInstanceOf(Array);
  }
});

test("the look-ahead of our own decides as Chevrotain's does", () => {
  const mark = fc.constantFrom(
    ...[
      "a",
      " ",
      "\n",
      ";",
      ":",
      ".",
      "{",
      "}",
      "[",
      "]",
      "(",
      ")",
      "()",
      "[0]",
      ",",
      "->",
      "~>",
      "#x",
      "...",
      "@f",
    ],
    ...["${x}", "'s'", "class: [", "vars {", "|md x |"],
  );
  const lexer = createLexer();
  const ours = createParser();
  const chevrotains = createParser({ validate: true });
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 40 }), (marks) => {
      const { tokens } = lexer.tokenize(marks.join(""));
      expect(JSON.stringify(ours.read(tokens, 8))).toBe(JSON.stringify(chevrotains.read(tokens, 8)));
    }),
    { numRuns: 1000 },
  );
});
