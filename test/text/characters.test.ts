import fc from "fast-check";
import { expect, test } from "vitest";
import { cellWidth } from "../../src/text/cell-width.ts";
import { characterWidth } from "../../src/text/character-width.ts";
import { graphemeCount, graphemeStarts } from "../../src/text/graphemes.ts";

test("widths of characters", () => {
  const table = {
    narrow: "aéΩЯ→½ｱع",
    wide: "日本語カ한、（Ａ　",
    zero: "\u0301\u200d\ufe0f\u200b\u00ad\u20e3\u1161",
    emoji: "😀🚀⌚⚡🇨",
  } as const;
  for (const [width, characters] of Object.entries(table)) {
    for (const character of characters) {
      expect([character, characterWidth(character.codePointAt(0) ?? 0)]).toEqual([character, width]);
    }
  }
});

test("the pinned ranges are those of the engine, where it has the same Unicode", () => {
  const newest = process.versions.unicode === "17.0";
  const disagreeing: string[] = [];
  for (let code = 0x80; code < 0xe1000; code += 1) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const character = String.fromCodePoint(code);
    const isJamo = (code >= 0x1160 && code < 0x1200) || (code >= 0xd7b0 && code < 0xd7fc);
    const zero = isJamo || /[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]/u.test(character);
    const emoji = !zero && /\p{Emoji_Presentation}/u.test(character);
    const width = characterWidth(code);
    // An engine with an older Unicode knows fewer characters, and none that the tables lack.
    const agrees = newest
      ? (width === "zero") === zero && (width === "emoji") === emoji
      : (!zero || width === "zero") && (!emoji || width === "emoji");
    if (!agrees) disagreeing.push(code.toString(16));
  }
  expect(disagreeing).toEqual([]);
});

test("cells of a terminal", () => {
  const table: Readonly<Record<string, number>> = {
    "order created": 13,
    "": 0,
    "注文 ok": 7,
    "e\u0301te\u0301": 3,
    "👩‍👩‍👧": 2,
    "👍🏽!": 3,
    "🇨🇭": 2,
    "❤️": 2,
    "1️⃣": 2,
    한국: 4,
    ｶﾅ: 2,
    "─│╲▶": 4,
  };
  for (const [text, cells] of Object.entries(table)) expect([text, cellWidth(text)]).toEqual([text, cells]);
});

test("graphemes as a reader counts them", () => {
  const table: Readonly<Record<string, number>> = {
    abc: 3,
    "e\u0301": 1,
    "👩‍👩‍👧": 1,
    "🇨🇭🇯🇵": 2,
    "a\r\nb": 3,
    "": 0,
    각각: 2,
  };
  for (const [text, count] of Object.entries(table))
    expect([text, graphemeCount(text)]).toEqual([text, count]);
});

test("reading a text by windows cuts it where reading it whole does", () => {
  const parts = fc.constantFrom(
    "a",
    "e\u0301",
    "👩‍👩‍👧",
    "🇨🇭",
    "🇨",
    "🏽",
    "👍",
    "\r\n",
    "क्ष",
    "\u0600",
    "한",
    "\u1112\u1161",
    "\ud83d",
    " ",
  );
  fc.assert(
    fc.property(fc.array(parts, { minLength: 50, maxLength: 400, size: "max" }), (list) => {
      const text = `é${list.join("")}`;
      const starts = graphemeStarts(text) ?? new Uint8Array();
      const whole = Array.from(new Intl.Segmenter("und").segment(text), ({ index }) => index);
      expect([...starts.keys()].filter((at) => starts[at] === 1 && at < text.length)).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});

test("a cluster longer than any window stays whole", () => {
  expect(graphemeCount(`a${"\u0301".repeat(1000)}b`)).toBe(2);
});
