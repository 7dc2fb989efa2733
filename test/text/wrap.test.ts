import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Font } from "../../src/text/faces.ts";
import { graphemeCount } from "../../src/text/graphemes.ts";
import { measure } from "../../src/text/measure.ts";
import { wrap, wrapAny } from "../../src/text/wrap.ts";

const font: Font = { face: "regular", size: 13 };
const lines = (text: string, width: number): readonly string[] =>
  wrap(text, font, width).map((line) => line.text);

describe("where lines break", () => {
  const table: Readonly<Record<string, readonly [text: string, width: number, lines: readonly string[]]>> = {
    "not at all when the text fits": ["a short label", 200, ["a short label"]],
    "between words": ["send the welcome mail", 90, ["send the", "welcome mail"]],
    "evenly, with no lone last word": ["The quick brown fox jumps", 150, ["The quick", "brown fox jumps"]],
    "at ends of lines in the text, empty ones too": ["one\n\ntwo\r\nthree", 200, ["one", "", "two", "three"]],
    "between words before inside an identifier": ["call order.created", 100, ["call", "order.created"]],
    "inside an identifier that is too wide, after dots": [
      "order.created.version",
      100,
      ["order.created.", "version"],
    ],
    "after underscores": ["user_signed_up_today", 90, ["user_signed_", "up_today"]],
    "after slashes, but not between them": [
      "https://example.com/orders",
      110,
      ["https://example.", "com/orders"],
    ],
    "after double colons whole": ["billing::invoice", 60, ["billing::", "invoice"]],
    "after hyphens": ["dead-letter-queue", 80, ["dead-letter-", "queue"]],
    "at humps": ["PaymentServiceClient", 90, ["Payment", "ServiceClient"]],
    "before the last capital of an acronym": ["HTTPServer", 50, ["HTTP", "Server"]],
    "not inside a number": [
      "v1.25 1.25.30.47",
      50,
      ["v1.25", "1.25.30.47"].flatMap((part) => lines(part, 50)),
    ],
    "in the middle of a word at last": ["aaaaaaaaaaaaaaaaaaaa", 80, ["aaaaaaaaaa", "aaaaaaaaaa"]],
    "between ideographs": ["注文が作成されました", 70, ["注文が作成", "されました"]],
    "not before closing punctuation": ["ああああ。ああ", 52, ["あああ", "あ。ああ"]],
    "not after an opening bracket": ["ああ「ああ", 39, ["ああ", "「ああ"]],
    "between Latin and ideographs": ["APIを呼ぶ", 40, ["APIを", "呼ぶ"]],
    "not between Hangul syllables": ["주문 생성됨", 60, ["주문", "생성됨"]],
    "not at a no-break space": ["10\u00a0000 messages", 70, ["10\u00a0000", "messages"]],
    "at a zero-width space": ["aaaaaa\u200bbbbbbb", 50, ["aaaaaa\u200b", "bbbbbb"]],
    "never inside a character": ["👩‍👩‍👧👩‍👩‍👧", 10, ["👩‍👩‍👧", "👩‍👩‍👧"]],
    "with runs of white space as one": ["  a \t b  ", 200, ["a b"]],
    "to one empty line when there is nothing": ["", 100, [""]],
    "to one empty line when there is only white space": [" \u3000 ", 1, [""]],
  };
  for (const [name, [text, width, expected]] of Object.entries(table)) {
    test(name, () => {
      expect(lines(text, width)).toEqual(expected);
    });
  }
});

test("a line's width is what it measures", () => {
  for (const { text, width } of wrap("AVATAR Überprüfung «Тип» → ok", font, 60)) {
    expect(width).toBe(measure(text, font));
  }
});

const pieces = [
  ..."ab AV Te ü é  \t\n\r. _ / : - \u0301 \u200d ️ ö 日 本 。 「 」 ー っ \u3000 한 국 क ् ष ि ก ำ \u0600 Ω. Т, « » ( ) ; 1 2",
  ...[
    "👩‍👩‍👧",
    "🇨🇭",
    "🇨",
    "🏽",
    "👍",
    "1️⃣",
    "\ud83d",
    "camelCase",
    "order.created",
    "HTTPServer",
    "слово",
    "λόγος",
    "\u200b",
    " ",
    " ",
  ],
];
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join("")),
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc.string({ unit: "binary", maxLength: 80 }),
);
const anyWidth = fc.integer({ min: 0, max: 300 });
const anyFont = fc.constantFrom<Font>(
  font,
  { face: "semibold", size: 14 },
  { face: "italic", size: 11 },
  { face: "mono", size: 12 },
);
// Composed again at the end: a mark that followed a space follows a letter once the space is gone.
const withoutSpace = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\t-\r \u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]/g, "")
    .normalize("NFC");
const graphemes = (text: string): readonly string[] =>
  Array.from(new Intl.Segmenter("und", { granularity: "grapheme" }).segment(text), ({ segment }) => segment);

describe("laws of wrapping", () => {
  test("no line is wider than allowed, unless it is one character", () => {
    fc.assert(
      fc.property(anyText, anyFont, anyWidth, (text, anyFace, width) => {
        for (const line of wrap(text, anyFace, width)) {
          if (graphemeCount(line.text) > 1) expect(line.width).toBeLessThanOrEqual(width + 1e-9);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("the lines hold the text, less white space", () => {
    fc.assert(
      fc.property(anyText, anyFont, anyWidth, (text, anyFace, width) => {
        const joined = wrap(text, anyFace, width).map((line) => line.text);
        expect(withoutSpace(joined.join(""))).toBe(withoutSpace(text));
      }),
      { numRuns: 1000 },
    );
  });

  test("no character is split: each line's characters are characters of the text, in order", () => {
    fc.assert(
      fc.property(anyText, anyFont, anyWidth, (text, anyFace, width) => {
        // Broken at any width or not at all, the text has the same characters.
        const whole = wrap(text, anyFace, Number.POSITIVE_INFINITY).flatMap((line) => graphemes(line.text));
        const broken = wrap(text, anyFace, width).flatMap((line) => graphemes(line.text));
        expect(broken.filter(visible)).toEqual(whole.filter(visible));
      }),
      { numRuns: 1000 },
    );
  });
});

test("plain texts, which take a short cut, break as any text does", () => {
  const word = fc.string({ unit: fc.constantFrom(..."AVTWaefgory.,-_/1 "), minLength: 1, maxLength: 12 });
  const plainText = fc.oneof(
    fc.array(word, { maxLength: 12 }).map((all) => all.join(" ")),
    fc.string(),
  );
  fc.assert(
    fc.property(plainText, anyFont, anyWidth, (text, anyFace, width) => {
      expect(wrap(text, anyFace, width)).toEqual(wrapAny(text, anyFace, width));
    }),
    { numRuns: 2000 },
  );
});

const visible = (character: string): boolean => withoutSpace(character) !== "";

test("a megabyte in one word", () => {
  const word = "x".repeat(2 ** 20);
  expect(lines(word, 240).join("")).toBe(word);
  const family = "👩‍👩‍👧".repeat(2 ** 14);
  expect(lines(family, 240).join("")).toBe(family);
  const blank = "\u3000".repeat(2 ** 19);
  expect(lines(`${blank}x`, 240)).toEqual(["x"]);
});
