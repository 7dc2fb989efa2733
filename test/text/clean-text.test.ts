import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText } from "../../src/text/clean-text.ts";

test("characters that XML forbids become U+FFFD, and are told of", () => {
  const table: Readonly<Record<string, readonly [clean: string, codes: readonly string[]]>> = {
    "a\u0000b": ["a\ufffdb", ["U+0000"]],
    "bell\u0007": ["bell\ufffd", ["U+0007"]],
    "\u001b[31mred": ["\ufffd[31mred", ["U+001B"]],
    "\ufffe\uffff": ["\ufffd\ufffd", ["U+FFFE", "U+FFFF"]],
    "half \ud83d of a pair": ["half \ufffd of a pair", ["U+D83D"]],
    "\ude00\ud83d": ["\ufffd\ufffd", ["U+DE00", "U+D83D"]],
    "tab\tand\nends\rof lines": ["tab\tand\nends\rof lines", []],
    "whole 😀 é 日 \u007f \u0085": ["whole 😀 é 日 \u007f \u0085", []],
  };
  for (const [text, [clean, codes]] of Object.entries(table)) {
    const cleaned = cleanText(text);
    expect(cleaned.text).toBe(clean);
    expect(cleaned.replaced.map(({ code }) => code)).toEqual(codes);
  }
});

test("places are UTF-16 offsets, which cleaning keeps", () => {
  expect(cleanText("😀\u0001\ud800").replaced.map(({ at }) => at)).toEqual([2, 3]);
});

test("what is clean stays clean, and is well-formed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const { text: clean, replaced } = cleanText(text);
      expect(clean).not.toMatch(/\p{Surrogate}/u);
      expect(clean.length).toBe(text.length);
      expect(cleanText(clean)).toEqual({ text: clean, replaced: [] });
      expect(clean === text).toBe(replaced.length === 0);
    }),
  );
});
