import { describe, expect, test } from "vitest";
import { allPieces } from "../../src/text/all-pieces.ts";
import { type FaceName, faces } from "../../src/text/faces.ts";
import { fontFaceCss, fontStack } from "../../src/text/font-face-css.ts";
import { loadPieces } from "../../src/text/load-pieces.ts";
import { type FacedText, piecesFor } from "../../src/text/pieces.ts";

const named = (texts: readonly FacedText[]): readonly string[] =>
  piecesFor(texts).map(({ face, cut }) => `${face} ${cut}`);
const inRegular = (text: string): readonly string[] => named([{ text, face: "regular" }]);

describe("a picture carries the smallest cut that holds its text", () => {
  const table: Readonly<Record<string, readonly [text: string, pieces: readonly string[]]>> = {
    "plain English": ["order.created (v1)", ["regular ascii"]],
    "the arrows, dashes and quotes of every day": ["a → b — “ok” ✓ 2×…", ["regular ascii"]],
    accents: ["Übertrag", ["regular latin"]],
    "decomposed accents": ["U\u0308bertrag", ["regular latin"]],
    "Polish, Czech, Turkish, Romanian": ["żółw ťuk ğ ș", ["regular latin"]],
    Greek: ["Παραγγελία", ["regular greek"]],
    "Cyrillic with its quotes": ["«Заказ» № 5", ["regular cyrillic"]],
    "Cyrillic and accents": ["Заказ für", ["regular letters"]],
    Vietnamese: ["Đặt hàng", ["regular letters"]],
    "rarer symbols": ["a ⇒ b", ["regular ascii", "regular symbols"]],
    signs: ["x² ⌘", ["regular latin", "regular signs"]],
    "what no font of ours has": ["注文 😀", ["regular ascii"]],
    nothing: ["", ["regular ascii"]],
  };
  for (const [name, [text, expected]] of Object.entries(table)) {
    test(name, () => {
      expect(inRegular(text)).toEqual(expected);
    });
  }
});

test("the faces of a typeface share their cut of letters; symbols go with the face that has them", () => {
  expect(
    named([
      { text: "const x = 1", face: "mono" },
      { text: "Заказ", face: "semibold" },
      { text: "order", face: "regular" },
      { text: "⇒", face: "regular" },
    ]),
  ).toEqual(["regular cyrillic", "regular symbols", "semibold cyrillic", "mono ascii"]);
});

test("the order of the texts does not matter", () => {
  const texts: readonly FacedText[] = [
    { text: "für", face: "italic" },
    { text: "⇒", face: "regular" },
    { text: "ok", face: "medium" },
  ];
  expect(named(texts)).toEqual(named(texts.toReversed()));
});

test("families name the cuts that a picture carries, then the whole font, then the reader's", () => {
  const pieces = piecesFor([
    { text: "für ⇒", face: "regular" },
    { text: "x", face: "mono" },
  ]);
  expect(fontStack("inter", pieces)).toBe(
    "Slant Inter Latin,Slant Inter Symbols,Slant Inter,Inter,system-ui,sans-serif",
  );
  expect(fontStack("mono", pieces)).toBe("Slant Mono Ascii,Slant Mono,JetBrains Mono,ui-monospace,monospace");
  expect(fontStack("inter", [])).toBe("Slant Inter,Inter,system-ui,sans-serif");
});

test("a rule for each piece, with its own weight, style and characters", () => {
  const pieces = piecesFor([
    { text: "order", face: "semibold" },
    { text: "note", face: "italic" },
  ]);
  const rules = fontFaceCss(pieces, allPieces).split("@font-face").slice(1);
  const woff2 =
    /^\{font-family:Slant Inter Ascii;font-weight:(\d+);font-style:(\w+);src:url\(data:font\/woff2;base64,d09GMgABAAAA[\w+/=]+\) format\("woff2"\);unicode-range:U\+20-/;
  expect(rules.map((rule) => woff2.exec(rule)?.slice(1))).toEqual([
    ["600", "normal"],
    ["400", "italic"],
  ]);
});

test("pieces loaded by and by are the pieces loaded at once", async () => {
  const texts = [...(Object.keys(faces) as readonly FaceName[])].flatMap((face) =>
    ["a", "é", "Ω", "Я", "Яé", "⇒", "²"].map((text) => ({ text, face })),
  );
  for (const pieces of texts.map((text) => piecesFor([text]))) {
    const css = fontFaceCss(pieces, await loadPieces(pieces));
    expect(css).toBe(fontFaceCss(pieces, allPieces));
    expect(css).toContain("base64,d09GMg");
  }
});

test("a piece that is not at hand is left out", () => {
  expect(fontFaceCss([{ face: "regular", cut: "ascii" }], {})).toBe("");
});
