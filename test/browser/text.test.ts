import { describe, expect, test } from "vitest";
import { allPieces } from "../../src/text/all-pieces.ts";
import { faceTable } from "../../src/text/face-table.ts";
import { type FaceName, faces } from "../../src/text/faces.ts";
import { fontFaceCss, fontStack } from "../../src/text/font-face-css.ts";
import { measure } from "../../src/text/measure.ts";
import { type Cut, piecesFor } from "../../src/text/pieces.ts";
import { sampleTexts } from "../text/sample-texts.ts";
import { launchChromium } from "./chromium.ts";

const faceNames = Object.keys(faces) as readonly FaceName[];
const cuts = Object.keys(allPieces) as readonly Cut[];
const everyPiece = faceNames.flatMap((face) => cuts.map((cut) => ({ face, cut })));

type Case = { readonly text: string; readonly face: FaceName; readonly size: number };

/** px, as Chromium lays each text out in SVG, all in one page. */
const widthsInChromium = async (cases: readonly Case[]): Promise<readonly number[]> => {
  const drawn = cases.map(({ text, face, size }) => {
    const { typeface, weight, style } = faces[face];
    return { text, size, weight, style, family: fontStack(typeface, piecesFor([{ text, face }])) };
  });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.setContent(
      `<!doctype html><style>${fontFaceCss(everyPiece, allPieces)}</style><svg xmlns="http://www.w3.org/2000/svg"></svg>`,
    );
    return await page.evaluate(`(${measureInPage})(${JSON.stringify(drawn)})`);
  } finally {
    await browser.close();
  }
};

/** Runs in the page, so it is written as text: the page's globals are not those of these files. */
const measureInPage = `async (drawn) => {
  await Promise.all([...document.fonts].map((font) => font.load()));
  const svg = document.querySelector("svg");
  const texts = drawn.map(({ text, size, family, weight, style }) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", "text");
    element.style.cssText = "white-space:pre;font:" + style + " " + weight + " " + size + "px " + family;
    element.textContent = text;
    svg.append(element);
    return element;
  });
  return texts.map((element) => element.getComputedTextLength());
}`;

const has = (face: FaceName, text: string): boolean => {
  const { advance } = faceTable(face, text);
  return Array.from(text).every((character) => advance[character.codePointAt(0) ?? 0] !== 0);
};

/** Those that are drawn wider or narrower than they measure, by more than 0.05 px. */
const misjudged = async (cases: readonly Case[]): Promise<readonly unknown[]> => {
  const widths = await widthsInChromium(cases);
  return cases
    .map(({ face, text, size }, i) => ({
      face,
      text,
      size,
      measured: measure(text, { face, size }),
      drawn: widths[i] ?? 0,
    }))
    .filter(({ measured, drawn }) => Math.abs(measured - drawn) > 0.05);
};

describe("texts are as wide in Chromium as they measure, within 0.05 px", () => {
  const known = (face: FaceName) => sampleTexts().filter(({ text }) => has(face, text));

  for (const face of faceNames) {
    test(`2,000 texts at 13 px, ${face}`, async () => {
      const cases = known(face).map(({ text }) => ({ face, text, size: 13 }));
      expect(await misjudged(cases)).toEqual([]);
      expect(cases.length).toBeGreaterThan(face === "mono" ? 1500 : 1900);
    });
  }

  test("at other sizes", async () => {
    const sizes = [9, 10.5, 11, 14, 18, 20, 32];
    const cases = known("regular").map(({ text }, i) => ({
      face: "regular" as const,
      text,
      size: sizes[i % sizes.length] ?? 13,
    }));
    expect(await misjudged(cases)).toEqual([]);
  });

  test("with combining marks, composed or not", async () => {
    const texts = ["q̃ m̂ e̊ x̌", "и́ о́ ы̆", "α̃ ο̄", "Ťuk", "Tiếng Việt", "Έλεγχος", "Ț d̦"];
    const cases = texts
      .flatMap((text) => [text.normalize("NFD"), text])
      .map((text) => ({ face: "regular" as const, text, size: 13 }));
    expect(await misjudged(cases)).toEqual([]);
  });
});
