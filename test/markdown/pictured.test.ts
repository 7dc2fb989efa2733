import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, test } from "vitest";
import type { Fence } from "../../src/markdown/fence.ts";
import { fencesIn } from "../../src/markdown/fences-in.ts";
import { spanInDocument } from "../../src/markdown/in-document.ts";
import { kept, unkept } from "../../src/markdown/kept-source.ts";
import { flowBlocksIn, withPictures } from "../../src/markdown/pictured.ts";

const pictured = (document: string, words = "a to b", width?: string): string => {
  const blocks = flowBlocksIn(document);
  const pictures = blocks.map((_, index) => ({
    path: `a-${index + 1}.svg`,
    words,
    ...(width !== undefined && { width }),
  }));
  return withPictures(document, blocks, pictures);
};

const textsOf = (document: string): readonly string[] =>
  flowBlocksIn(document).map(({ text }) => text.replace(/\r\n?/g, "\n").replace(/\n$/, ""));

describe("a fence becomes its picture, below its source in a comment", () => {
  test.each<[string, string, string]>([
    ["alone", "```slant\na --> b\n```\n", "<!-- slant\na -\\-> b\n-->\n![a to b](a-1.svg)\n"],
    [
      "between other things",
      "# x\n\n~~~slant view=map\na\n~~~\nbye",
      "# x\n\n<!-- slant view=map\na\n-->\n![a to b](a-1.svg)\nbye",
    ],
    ["empty", "```slant\n```", "<!-- slant\n-->\n![a to b](a-1.svg)"],
    ["never closed", "```slant\na", "<!-- slant\na\n-->\n![a to b](a-1.svg)"],
    [
      "in a list",
      "- one\n\n  ```slant\n  a\n\n    b\n  ```\n- two\n",
      "- one\n\n  <!-- slant\n  a\n\n    b\n  -->\n  ![a to b](a-1.svg)\n- two\n",
    ],
    [
      "in a quote",
      "> ```slant\n> a\n>\n> b\n> ```\n",
      "> <!-- slant\n> a\n>\n> b\n> -->\n> ![a to b](a-1.svg)\n",
    ],
    [
      "with Windows' line ends",
      "```slant\r\na\r\n```\r\n",
      "<!-- slant\r\na\r\n-->\r\n![a to b](a-1.svg)\r\n",
    ],
    [
      "in D2, a sequence diagram",
      "```d2\nshape: sequence_diagram\na -> b\n```\n",
      "<!-- d2\nshape: sequence_diagram\na -> b\n-->\n![a to b](a-1.svg)\n",
    ],
    [
      "in D2, an object that is one",
      "```d2\nx: { shape: sequence_diagram; a -> b }\n```",
      "<!-- d2\nx: { shape: sequence_diagram; a -> b }\n-->\n![a to b](a-1.svg)",
    ],
    ["in D2, and no sequence", "```d2\na -> b\n```\n", "```d2\na -> b\n```\n"],
    ["of another language", "```js\na --> b\n```\n", "```js\na --> b\n```\n"],
  ])("%s", (_, before, after) => {
    expect(pictured(before)).toBe(after);
    expect(pictured(after)).toBe(after);
  });

  test("and readers see the picture alone", () => {
    const page = new MarkdownIt({ html: true }).render(
      pictured("- x\n\n  ```slant\n  a --> b\n\n  c\n  ```\n"),
    );
    expect(page.replace(/<!--[\s\S]*?-->/g, "")).toMatch(
      /^<ul>\n<li>\n<p>x<\/p>\n\s*<p><img src="a-1\.svg" alt="a to b"><\/p>\n<\/li>\n<\/ul>\n$/,
    );
  });

  test("words are words, whatever signs they hold", () => {
    const words = "[a] *b* _c_ `d` <e> &amp; \\ $x$ | ~y~ (z)!";
    const [, paragraph] = fromMarkdown(pictured("```slant\na\n```", words)).children;
    expect(paragraph).toMatchObject({ children: [{ type: "image", alt: words }] });
    expect(pictured(pictured("```slant\na\n```\nbye", words), words)).toContain("\nbye");
    expect(pictured(pictured("```slant\na\n```", words, "50%"), words, "50%")).toMatch(
      /-->\n<img src="a-1\.svg" alt="[^"]*" width="50%">$/,
    );
  });

  test("an address is one, whatever the file is called", () => {
    const block = flowBlocksIn("```slant\na\n```");
    const document = withPictures("```slant\na\n```", block, [{ path: "my (new) flöw-1.svg", words: "x" }]);
    expect(document).toContain("(my%20%28new%29%20fl%C3%B6w-1.svg)");
    expect(pictured(document)).not.toContain("my%20");
  });
});

describe("a second run", () => {
  test("finds the source where a formatter left it, and leaves other pictures alone", () => {
    expect(pictured("<!-- slant\na\n-->\n\n![old](x-12.svg)\n")).toBe(
      "<!-- slant\na\n-->\n![a to b](a-1.svg)\n",
    );
    expect(pictured("<!-- slant\na\n-->\n![logo](logo.svg)\n")).toBe(
      "<!-- slant\na\n-->\n![a to b](a-1.svg)\n![logo](logo.svg)\n",
    );
  });

  test("takes no other comment, nor one that is only shown", () => {
    for (const text of [
      "<!-- slanted\na\n-->\n",
      "<!-- a\nslant\n-->\n",
      "````md\n<!-- slant\na\n-->\n````\n",
      "    <!-- slant\n    a\n    -->\n",
      "<!-- slant one line -->\n",
    ])
      expect(pictured(text)).toBe(text);
  });

  test("places in a kept source lead to the document, past what was put between hyphens", () => {
    const document = "> x\n>\n> <!-- slant\n> a --> b: q --- r\n> -->\n"
      .replace("-->", "-\\->")
      .replace("---", "-\\-\\-");
    const [block] = flowBlocksIn(document) as [Fence];
    expect(block.text).toBe("a --> b: q --- r\n");
    const at = (words: string): string => {
      const start = block.text.indexOf(words);
      const span = spanInDocument(block, { file: "", start, end: start + words.length });
      return document.slice(span.start, span.end);
    };
    expect([at("a"), at("-->"), at("b"), at("r"), at("---")]).toEqual(["a", "-\\->", "b", "r", "-\\-\\-"]);
  });
});

const signs = fc.constantFrom("-", "-", "\\", ">", "<", "!", "a", " ", "\n", "`", "~", "|");

test("law: what is kept comes back, and no two hyphens stand together in it", () => {
  fc.assert(
    fc.property(fc.array(signs), (parts) => {
      const text = parts.join("");
      expect(kept(text)).not.toContain("--");
      expect(unkept(kept(text))).toBe(text);
    }),
  );
});

test("law: a second run changes nothing, and no flow is lost", () => {
  const line = fc.constantFrom(
    "```slant",
    "```",
    "~~~",
    "- ",
    "> ",
    "  ",
    "a --> b",
    "<!-- slant",
    "-->",
    "",
    "![x](y-1.svg)",
    "\t",
    "<!--",
  );
  fc.assert(
    fc.property(
      fc.array(
        fc.array(line, { maxLength: 3 }).map((parts) => parts.join("")),
        { maxLength: 14 },
      ),
      (lines) => {
        const document = lines.join("\n");
        const once = pictured(document);
        expect(textsOf(once)).toEqual(textsOf(document));
        expect(pictured(once)).toBe(once);
        expect(fencesIn(once).filter(({ language }) => language === "slant")).toEqual([]);
      },
    ),
    { numRuns: 1000 },
  );
});
