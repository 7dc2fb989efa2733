import fc from "fast-check";
import { expect, test } from "vitest";
import { lookAheadModule } from "../../grammar/make/look-ahead-rows.ts";
import { createParser } from "../../grammar/parser.ts";
import { createLexer, type Dialect, dialectOf, firstModeOf } from "../../grammar/tokens.ts";

test("Chevrotain finds no fault with the tokens", () => {
  const lexer = createLexer({ validate: true });
  expect(lexer.lexerDefinitionErrors).toEqual([]);
});

test("Chevrotain finds no fault with the grammar: one token of look-ahead decides everything", () => {
  expect(() => createParser({ validate: true })).not.toThrow();
});

test("grammar/look-ahead-rows.ts is up to date (`npm run grammar` writes it)", async () => {
  await expect(lookAheadModule()).toMatchFileSnapshot("../../grammar/look-ahead-rows.ts");
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

/** Marks and words that make most texts wrong. */
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

test("the look-ahead of our own decides as Chevrotain's does", () => {
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

test("the lexer of a dialect, which asks only the tokens that may start with a character, finds what asking all of them does", () => {
  const dialects: readonly Dialect[] = ["plain", "variables", "d2"];
  const lexers = new Map(dialects.map((dialect) => [dialect, createLexer({ dialect })]));
  const asking = createLexer({ validate: true });
  const odd = fc.constantFrom(
    "\u00a0",
    "\u2028",
    "\u3000",
    "\ufeff",
    "é",
    "→",
    "⟶",
    "—>",
    "日本",
    "🚀",
    "\\\n",
    "\t",
    '"""',
    "=>",
    "<-",
    "--",
    ">-",
    "# x",
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(mark, odd), { maxLength: 40 }),
      fc.constantFrom("slant" as const, "d2" as const),
      (marks, mode) => {
        const text = marks.join("");
        const dialect = dialectOf(text, mode);
        const first = firstModeOf(dialect);
        expect(lexers.get(dialect)?.tokenize(text, first)).toEqual(asking.tokenize(text, first));
      },
    ),
    { numRuns: 2000 },
  );
});
