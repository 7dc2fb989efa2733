import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, test } from "vitest";
import type { Dialect } from "../../src/markdown/block-start.ts";
import { fencesIn } from "../../src/markdown/fences-in.ts";

/** `language|text` of each fence. */
const found = (document: string, dialect?: Dialect): readonly string[] =>
  fencesIn(document, dialect).map(({ language, text }) => `${language}|${text}`);

describe("fences are found", () => {
  test.each<[string, string, readonly string[]]>([
    ["of backticks", "a\n\n```slant\na -> b\n```\nb", ["slant|a -> b\n"]],
    ["of tildes, closed by tildes", "~~~slant\n```\na\n~~~~\n", ["slant|```\na\n"]],
    ["with longer marks around shorter ones", "````md\n```slant\na\n```\n````\n", ["md|```slant\na\n```\n"]],
    ["right below text", "text\n```slant\na\n```\ntext", ["slant|a\n"]],
    ["without a last line end", "```slant\na", ["slant|a"]],
    ["that nobody closes", "```slant\na\n\nb\n", ["slant|a\n\nb\n"]],
    ["empty", "```slant\n```\n```\n```\n", ["slant|", "|"]],
    [
      "indented, each line by as much as it has",
      "  ```slant\n  a\n b\n    c\n  ```\n",
      ["slant|a\nb\n  c\n"],
    ],
    ["in a list", "- one\n\n  ```slant\n  a {\n    b\n  }\n  ```\n- two\n", ["slant|a {\n  b\n}\n"]],
    ["on a list's own line", "1. ```slant\n   a\n   ```\n", ["slant|a\n"]],
    ["in a list in a list", "* x\n  1. y\n\n     ~~~slant\n     a\n     ~~~\n", ["slant|a\n"]],
    ["in a quote", "> ```slant\n> a\n>b\n> ```\n", ["slant|a\nb\n"]],
    ["in a quote that ends", "> ```slant\n> a\nb\n", ["slant|a\n"]],
    ["in a quote in a list", "- > ```slant\n  > a\n  > ```\n", ["slant|a\n"]],
    ["indented by tabs", "-\t```slant\n\ta\n\t\tb\n\t```\n", ["slant|a\n\tb\n"]],
    ["with any line ends", "```slant\r\na\r\nb\r\n```\r\n", ["slant|a\r\nb\r\n"]],
    ["below the front matter", "---\ntitle: ```slant\n---\n```slant\na\n```\n", ["slant|a\n"]],
    ["below a comment", "<!--\n```slant\na\n```\n-->\n```slant\nb\n```\n", ["slant|b\n"]],
    ["in a disclosure, below a blank line", "<details>\n\n```slant\na\n```\n\n</details>\n", ["slant|a\n"]],
    ["below a heading's line", "a\n-\n```slant\na\n```", ["slant|a\n"]],
  ])("%s", (_, document, fences) => {
    expect(found(document)).toEqual(fences);
  });
});

describe("what only looks like one is left alone", () => {
  test.each([
    ["indented code", "text\n\n    ```slant\n    a\n    ```\n"],
    ["a disclosure without a blank line", "<details>\n```slant\na\n```\n</details>\n"],
    ["preformatted HTML", "<pre>\n\n```slant\na\n```\n</pre>\n"],
    ["code in a line", "```slant a``` b\n"],
    ["what stands in no list, as 2. does not interrupt a paragraph", "text\n2. ```slant\n   a\n"],
    ["a block of elements of any name", "<x-y a='b'>\n```slant\na\n```\n"],
    ["two marks", "``slant\na\n``\n"],
    ["the front matter", "---\na: |\n  b\n```slant\n---\n"],
  ])("%s", (_, document) => {
    expect(found(document)).toEqual([]);
  });
});

test.each([
  ["slant", "slant", ""],
  ["slant title='A b' {1}", "slant", "title='A b' {1}"],
  ["  slant  width=300 ", "slant", "width=300"],
  ["{.slant #id width=300}", "slant", "#id width=300"],
  ["{slant}", "slant", ""],
  ["{slant", "{slant", ""],
  ["slant-x", "slant-x", ""],
  ["", "", ""],
])("the info string `%s` names its language", (info, language, meta) => {
  expect(fencesIn(`~~~${info}\na\n~~~\n`)).toMatchObject([{ language, meta }]);
});

describe("in MDX", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "fences stand as deep as the elements around them",
      "<Tabs>\n      ```slant\n      a\n      ```\n</Tabs>\n",
      ["slant|a\n"],
    ],
    ["fences stand right below an element", "<details>\n```slant\na\n```\n</details>\n", ["slant|a\n"]],
    ["comments are left alone", "{/*\n```slant\na\n```\n*/}\n```slant\nb\n```\n", ["slant|b\n"]],
  ])("%s", (_, document, fences) => {
    expect(found(document, "mdx")).toEqual(fences);
  });
});

/** The fences that another parser finds: its code blocks whose source begins with marks. */
const expected = (document: string): readonly string[] => {
  const fences: string[] = [];
  const visit = (node: unknown): void => {
    const { type, value, children, position } = node as {
      type: string;
      value?: string;
      children?: readonly unknown[];
      position: { start: { offset: number } };
    };
    const isFenced = /^(?:```|~~~)/.test(document.slice(position.start.offset));
    if (type === "code" && isFenced) fences.push((value ?? "").trimEnd());
    for (const child of children ?? []) visit(child);
  };
  visit(fromMarkdown(document));
  return fences;
};

// Without what the reference implementations understand differently: tags of no known name in a line that leaves out its
// container's marks, and ordered lists inside a list that interrupts a paragraph.
const piece = fc.constantFrom(
  ...[
    "```",
    "```slant",
    "~~~",
    "~~~~ x",
    "````",
    "- ",
    "* a",
    "1. ",
    "1. b",
    "1) ",
    "> ",
    ">",
    "  ",
    "    ",
    "\t",
    " ",
  ],
  ...["text", "#", "# h", "---", "***", "===", "<div>", "</div>", "<!-- c", "-->", "<pre>", "a -> b"],
);

test("they are those that CommonMark finds", () => {
  const line = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      // it drops blank lines at the end of a fence that its list leaves open, so these are not compared;
      // a document that begins with a line of dashes has front matter, of which CommonMark knows nothing
      const document = `\n${lines.join("\n")}\n`;
      // the reference lets no empty item begin right below indented code, as if that were a paragraph
      fc.pre(!/(?: {4}|\t).*\n.*(?:[-*]|\d[.)])[ \t]*$/m.test(document));
      expect(fencesIn(document).map(({ text }) => text.trimEnd())).toEqual(expected(document));
    }),
    { numRuns: 1000 },
  );
});

test("every character of a fence's text is where its lines say", () => {
  const line = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const document = lines.join("\n");
      for (const { text, lines: rows, start, end } of fencesIn(document)) {
        expect(document.slice(start, start + 3)).toMatch(/^(?:```|~~~)/);
        expect(end).toBeGreaterThanOrEqual(start);
        for (const [index, { at, from, padding }] of rows.entries()) {
          const own = text.slice(at + padding, rows[index + 1]?.at);
          expect(document.slice(from, from + own.length)).toBe(own);
          expect(text.slice(at, at + padding).trim()).toBe("");
        }
      }
    }),
  );
});
