// biome-ignore-all lint/suspicious/noTemplateCurlyInString: holes are part of the sources.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ebnf } from "../../grammar/make/ebnf.ts";
import type { Expression } from "../../grammar/make/expression.ts";
import { lexis, syntax } from "../../grammar/make/language-grammar.ts";
import { parserGrammar } from "../../grammar/make/parser-grammar.ts";
import { createLexer, vocabulary } from "../../grammar/tokens.ts";
import { hasErrors } from "../../src/source/outcome.ts";
import { parse } from "../../src/syntax/parse.ts";
import { derives, nameOf } from "./recognise.ts";

test("grammar/slant.ebnf is up to date (`npm run grammar` writes it)", async () => {
  await expect(ebnf()).toMatchFileSnapshot("../../grammar/slant.ebnf");
});

/** The names that an expression speaks of. */
const namesIn = (expression: Expression): readonly string[] => {
  switch (expression.kind) {
    case "mark":
    case "words":
      return [];
    case "name":
      return [expression.name];
    case "all":
    case "any":
      return expression.parts.flatMap(namesIn);
    case "optional":
    case "repeat":
      return namesIn(expression.part);
  }
};

test("every rule that is spoken of is there, and every rule is spoken of", () => {
  const language = { ...lexis, ...syntax };
  const named = new Set(Object.values(language).flatMap(namesIn));
  expect([...named].filter((name) => language[name] === undefined)).toEqual([]);
  expect(Object.keys(language).filter((name) => !named.has(name))).toEqual(["file"]);
  const parser = parserGrammar();
  const known = new Set([...Object.keys(parser), ...vocabulary.map(({ name }) => name)]);
  expect(
    Object.values(parser)
      .flatMap(namesIn)
      .filter((name) => !known.has(name)),
  ).toEqual([]);
});

/** What is said of a text that the grammar does not derive; what else is said is about words or their meaning. */
const grammatical: ReadonlySet<string> = new Set([
  ...[
    "comma-in-list",
    "empty-list",
    "unclosed-brace",
    "stray-brace",
    "brace-on-own-line",
    "unclosed-bracket",
  ],
  ...[
    "stray-bracket",
    "missing-separator",
    "missing-key",
    "missing-end",
    "empty-value",
    "broken-reference",
    "broken-spread",
  ],
]);

const lexer = createLexer();

const expectAgreement = (text: string): void => {
  const { tokens } = lexer.tokenize(text, "statements");
  const { diagnostics } = parse({ name: "a.slant", text });
  const codes = diagnostics.map(({ code }) => code);
  if (derives(syntax, tokens))
    expect([text, codes.filter((code) => grammatical.has(code))]).toEqual([text, []]);
  else expect([text, codes, hasErrors(diagnostics)]).toEqual([text, codes, true]);
};

describe("the grammar and the parser agree", () => {
  const folders = ["gallery", ...readdirSync("fixtures/bad").map((name) => `bad/${name}`)];
  test.each(folders)("on fixtures/%s", (folder) => {
    for (const name of readdirSync(`fixtures/${folder}`).filter((file) => file.endsWith(".slant"))) {
      expectAgreement(readFileSync(`fixtures/${folder}/${name}`, "utf8"));
    }
  });

  test("on any marks and words", () => {
    const mark = fc.constantFrom(
      ...[
        "a",
        "b ",
        " ",
        "\n",
        "\n",
        ";",
        "; ",
        ":",
        ": ",
        ".",
        "{",
        " {",
        "}",
        "[",
        "]",
        "(",
        ")",
        "()",
        "[0]",
        ",",
      ],
      ...["->", " -> ", "~>", "# x\n", "#", "...", "...@f", "@f", "${x}", "'s'", '"d"', "|md x |", '"""c"""'],
      ...["class: [", "vars: {", "a: b\n", "(a -> b)[*]", "} else: {"],
    );
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 12 }), (marks) => {
        const text = marks.join("");
        // The parser is lenient about a comment right behind a brace.
        fc.pre(!/\}\s*"""/.test(text));
        expectAgreement(text);
      }),
      { numRuns: 6000 },
    );
  });
});

/** Words for the names of the lexis that the syntax uses. */
const samples: Readonly<Record<string, readonly string[]>> = {
  newline: ["\n", "\n\n", "\r\n", "\n  \n"],
  comment: ["# c\n"],
  operator: ["->", "--->", "<--", "~>", "<~", "<->", "<-->", "--"],
  key: ["a", "two words", "order-api", '"q: x"', "'it''s'", "|md k|", "b/c?", "größer"],
  index: ["[0]", "[*]"],
  text: ["some text", "x:y", "GET /{id}", "50%"],
  quoted: ['"a; b"', "'c'"],
  "block-string": ["|md *x* |", "|`ts a | b `|"],
  substitution: ["${x}", "${x.y}"],
  import: ["@f", "@../g.slant.key", '@"h".i'],
};

/** Texts that the grammar derives, at most `depth` rules deep where a rule leaves a choice. */
const textsOf = (expression: Expression, depth: number): fc.Arbitrary<string> => {
  switch (expression.kind) {
    case "mark":
      return fc.constant(expression.text);
    case "words":
      // `} else`, the one thing that is said in words, has its own tests.
      return fc.constant("\n");
    case "name": {
      const rule = syntax[expression.name];
      return rule === undefined
        ? fc.constantFrom(...(samples[expression.name] ?? []))
        : fc.constant(rule).chain((it) => textsOf(it, depth - 1));
    }
    case "all":
      return fc
        .tuple(...expression.parts.map((part) => textsOf(part, depth)))
        .map((parts) => parts.join(" "));
    case "any":
      return fc.oneof(...shallow(expression.parts, depth).map((part) => textsOf(part, depth)));
    case "optional":
      return depth <= 0 ? fc.constant("") : fc.oneof(fc.constant(""), textsOf(expression.part, depth));
    case "repeat":
      return depth <= 0
        ? fc.constant("")
        : fc.array(textsOf(expression.part, depth), { maxLength: 2 }).map((parts) => parts.join(" "));
  }
};

/** Deep down, only alternatives that lead no deeper. */
const nesting: ReadonlySet<string> = new Set([
  "map",
  "list",
  "value",
  "tail",
  "ends",
  "connection",
  "reference",
  "entry",
]);
const shallow = (parts: readonly Expression[], depth: number): readonly Expression[] => {
  const flat = parts.filter((part) => !namesIn(part).some((name) => nesting.has(name)));
  return depth > 0 || flat.length === 0 ? parts : flat;
};

test("what the grammar derives, the parser reads", () => {
  fc.assert(
    fc.property(textsOf({ kind: "name", name: "body" }, 14), (body) => {
      // Inside `vars`, a `[` behind any key starts a list.
      const text = `vars: {\n${body}\n}\n`;
      const { tokens } = lexer.tokenize(text, "statements");
      const codes = parse({ name: "a.slant", text }).diagnostics.map(({ code }) => code);
      expect([text, codes.filter((code) => grammatical.has(code))]).toEqual([text, []]);
      expect([text, derives(syntax, tokens)]).toEqual([text, true]);
    }),
    { numRuns: 400 },
  );
});

test.each(["operator", "index"])("every %s that the lexis derives is one token", (name) => {
  const spell = (expression: Expression): fc.Arbitrary<string> => {
    switch (expression.kind) {
      case "mark":
        return fc.constant(expression.text);
      case "words":
        return fc.constantFrom("0", "7");
      case "name":
        return spell(lexis[expression.name] as Expression);
      case "all":
        return fc.tuple(...expression.parts.map(spell)).map((parts) => parts.join(""));
      case "any":
        return fc.oneof(...expression.parts.map(spell));
      case "optional":
        return fc.oneof(fc.constant(""), spell(expression.part));
      case "repeat":
        return fc.array(spell(expression.part), { maxLength: 4 }).map((parts) => parts.join(""));
    }
  };
  fc.assert(
    fc.property(spell(lexis[name] as Expression), (word) => {
      const text = name === "operator" ? `a ${word} b` : `(a -> b)${word}`;
      const { tokens } = lexer.tokenize(text, "statements");
      expect(tokens.filter((token) => nameOf(token) === name).map(({ image }) => image)).toEqual([word]);
      expect(parse({ name: "a.slant", text }).diagnostics).toEqual([]);
    }),
  );
});
