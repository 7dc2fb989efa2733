import { readFileSync } from "node:fs";
import * as hb from "harfbuzzjs";
import { describe, expect, test } from "vitest";
import { ascent, descent, type FaceName, faces, lineHeight } from "../../src/text/faces.ts";
import { measure } from "../../src/text/measure.ts";
import { sampleTexts } from "./sample-texts.ts";

const files: Readonly<Record<FaceName, string>> = {
  regular: "SlantInter-Regular.ttf",
  medium: "SlantInter-Medium.ttf",
  semibold: "SlantInter-SemiBold.ttf",
  italic: "SlantInter-Italic.ttf",
  mono: "SlantMono-Regular.ttf",
};

const size = 13;
const font = (face: FaceName) => ({ face, size });

/** Width in px as HarfBuzz shapes the text with the shipped TTF; undefined when the font lacks a character. */
const shaper = (face: FaceName): ((text: string) => number | undefined) => {
  const bytes = readFileSync(new URL(`../../src/text/fonts/${files[face]}`, import.meta.url));
  const opened = new hb.Face(new hb.Blob(bytes));
  const shapedFont = new hb.Font(opened);
  return (text) => {
    const buffer = new hb.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    hb.shape(shapedFont, buffer);
    const glyphs = buffer.getGlyphInfosAndPositions();
    if (glyphs.some(({ codepoint }) => codepoint === 0)) return undefined;
    return (glyphs.reduce((sum, { xAdvance = 0 }) => sum + xAdvance, 0) * size) / opened.upem;
  };
};

describe("measure agrees with HarfBuzz over the shipped fonts within 0.05 px", () => {
  // Mixed texts can kern across a script's edge in HarfBuzz; browsers split them, and the browser test has them.
  const texts = sampleTexts().filter(({ text }) => !/[(«“„‘‹"'[{].*[Ͱ-ӿ]|[Ͱ-ӿ].*[)»”“’›"'\]}]/.test(text));

  for (const face of Object.keys(faces) as readonly FaceName[]) {
    test(face, () => {
      const shape = shaper(face);
      const compared = texts.flatMap(({ text }) => {
        const expected = shape(text);
        return expected === undefined ? [] : [{ text, off: Math.abs(measure(text, font(face)) - expected) }];
      });
      expect(compared.filter(({ off }) => off > 0.05)).toEqual([]);
      expect(compared.length).toBeGreaterThan(face === "mono" ? 1300 : 1700);
    });
  }
});

test("kerning counts, across accents too", () => {
  expect(measure("AV", font("regular"))).toBeLessThan(
    measure("A", font("regular")) + measure("V", font("regular")),
  );
  expect(measure("Tü", font("regular"))).toBeLessThan(
    measure("T", font("regular")) + measure("ü", font("regular")),
  );
  expect(measure("Г.", font("regular"))).toBeLessThan(
    measure("Г", font("regular")) + measure(".", font("regular")),
  );
});

test("a decomposed text is as wide as a composed one", () => {
  for (const text of ["Übertrag", "Ťuk", "Έλεγχος", "йод", "Tiếng Việt"]) {
    expect(measure(text.normalize("NFD"), font("regular"))).toBe(measure(text, font("regular")));
  }
});

test("what the faces lack is measured by East Asian width, em", () => {
  const widths: Readonly<Record<string, number>> = {
    日: 1,
    日本語: 3,
    カ: 1,
    한국: 2,
    "\u1112\u1161\u11ab": 1,
    "、": 1,
    "😀": 1.25,
    "👍🏽": 1.25,
    "👩‍👩‍👧": 1.25,
    "🏳️‍🌈": 1.25,
    "❤️‍🔥": 1.25,
    "🇨🇭": 1.25,
    "🇨🇭🇯🇵": 2.5,
    "1️⃣": 1.25,
    "©️": 1.25,
    "☁": 1,
    𝒳: 1,
    ع: 0.65,
    ก: 0.65,
    "\u0301": 0,
    "\u200b": 0,
    "\u{e0061}": 0,
  };
  for (const [text, em] of Object.entries(widths)) {
    expect([text, measure(text, { face: "regular", size: 1000 })]).toEqual([
      text,
      expect.closeTo(em * 1000, -0.5),
    ]);
  }
});

test("mono is a grid", () => {
  expect(measure("if (a) => b", font("mono"))).toBeCloseTo(11 * 0.6 * size, 6);
});

test("the faces' heights", () => {
  const inter = { face: "semibold", size: 100 } as const;
  expect(lineHeight(inter)).toBeCloseTo(121, 1);
  expect(ascent(inter) + descent(inter)).toBeCloseTo(lineHeight(inter), 6);
  expect(lineHeight({ face: "mono", size: 100 })).toBeCloseTo(132, 6);
});

test("widths grow with the size and start at nothing", () => {
  expect(measure("", font("regular"))).toBe(0);
  expect(measure("order", { face: "regular", size: 26 })).toBeCloseTo(
    2 * measure("order", font("regular")),
    9,
  );
});
