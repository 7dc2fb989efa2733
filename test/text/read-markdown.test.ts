import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMarkdown } from "../../src/text/read-markdown.ts";
import { plainText, type RichBlock } from "../../src/text/rich-block.ts";
import { wrapRich } from "../../src/text/wrap-rich.ts";

const font = { face: "regular", size: 13 } as const;

/** A block in short: its marker, and each run with its look's initial. */
const short = ({ runs, depth, marker }: RichBlock): string =>
  [
    ">".repeat(depth),
    marker,
    runs.map(({ text, look, link }) => `${look[0]}:${text}${link ? `(${link})` : ""}`).join("|"),
  ]
    .filter(Boolean)
    .join(" ");

const rows: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  "plain words": ["two words", ["p:two words"]],
  "bold and italic": ["a **b** _c_", ["p:a |s:b|p: |e:c"]],
  "bold in italic": ["*a **b***", ["e:a |s:b"]],
  "code keeps what it holds": ["`a *b* <c>`", ["c:a *b* <c>"]],
  "a link": ["see [the docs](https://example.org)", ["p:see |p:the docs(https://example.org)"]],
  "two paragraphs": ["a\n\nb", ["p:a", "p:b"]],
  "a hard line break": ["a  \nb", ["p:a", "p:b"]],
  "a title": ["# T", ["s:T"]],
  "a list in a list": ["- a\n  - b\n- c", ["> • p:a", ">> • p:b", "> • p:c"]],
  "numbers go on from the first": ["3. a\n4. b", ["> 3. p:a", "> 4. p:b"]],
  "a quotation": ["> a", ["> p:a"]],
  code: ["```\nx\n  y\n```", ["c:x", "c:  y"]],
  "an escape and an entity": ["\\*a\\* &amp; &rarr;", ["p:*|p:a|p:*|p: & →"]],
  "HTML is no markup": ["<b>a</b>", ["p:<b>|p:a|p:</b>"]],
  "a table stays as written": ["| a |\n|---|\n| b |", ["p:| a |\n|---|\n| b |"]],
  nothing: ["", []],
};

describe("Markdown in labels", () => {
  for (const [name, [markdown, expected]] of Object.entries(rows))
    test(name, () => {
      expect(readMarkdown(markdown).map(short)).toEqual(expected);
    });

  test("any text is read, and every word of it is shown", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 20, max: 300 }), (markdown, width) => {
        const blocks = readMarkdown(markdown);
        const lines = wrapRich(blocks, font, width);
        expect(lines.length).toBeGreaterThanOrEqual(blocks.length);
        const bare = (text: string): string => text.replace(/\s/g, "").normalize("NFC");
        expect(bare(lines.map(({ text }) => text).join(""))).toBe(bare(plainText(blocks)));
      }),
    );
  });

  test("lines break between words and fill their width", () => {
    const blocks = readMarkdown("one **two three** four `five` six seven");
    const lines = wrapRich(blocks, font, 90);
    expect(lines.map(({ text }) => text)).toEqual(["one two three", "four five six", "seven"]);
    for (const { width } of lines) expect(width).toBeLessThanOrEqual(90);
  });

  test("a word too wide for a line is broken", () => {
    const [block] = readMarkdown(`**${"x".repeat(60)}**`);
    const lines = wrapRich(block ? [block] : [], font, 100);
    expect(lines.length).toBeGreaterThan(3);
    for (const { width } of lines) expect(width).toBeLessThanOrEqual(100);
  });

  test("items of a list line up behind their markers", () => {
    const lines = wrapRich(readMarkdown("- a word or two more\n- b"), font, 60);
    expect(lines.filter(({ text }) => text.startsWith("• ")).map(({ indent }) => indent)).toHaveLength(2);
    const [item, continued] = lines;
    expect((continued?.indent ?? 0) > (item?.indent ?? 0)).toBe(true);
  });
});
