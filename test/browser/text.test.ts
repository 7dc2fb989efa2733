import { chromium } from "playwright-core";
import { expect, test } from "vitest";
import { allPieces } from "../../src/text/all-pieces.ts";
import { faceTable } from "../../src/text/face-table.ts";
import { type FaceName, faces } from "../../src/text/faces.ts";
import { fontFaceCss, fontStack } from "../../src/text/font-face-css.ts";
import { measure } from "../../src/text/measure.ts";
import { type Cut, piecesFor } from "../../src/text/pieces.ts";
import { sampleTexts } from "../text/sample-texts.ts";

const size = 13;
const faceNames = Object.keys(faces) as readonly FaceName[];
const cuts = Object.keys(allPieces) as readonly Cut[];
const everyPiece = faceNames.flatMap((face) => cuts.map((cut) => ({ face, cut })));

type Drawn = {
  readonly text: string;
  readonly family: string;
  readonly weight: number;
  readonly style: string;
};

/** px, as Chromium lays each text out in SVG, all in one page. */
const widthsInChromium = async (drawn: readonly Drawn[]): Promise<readonly number[]> => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await browser.newPage();
    await page.setContent(
      `<!doctype html><style>${fontFaceCss(everyPiece, allPieces)}</style><svg xmlns="http://www.w3.org/2000/svg"></svg>`,
    );
    return await page.evaluate(`(${measureInPage})(${JSON.stringify({ drawn, size })})`);
  } finally {
    await browser.close();
  }
};

/** Runs in the page, so it is written as text: the page's globals are not those of these files. */
const measureInPage = `async ({ drawn, size }) => {
  await Promise.all([...document.fonts].map((font) => font.load()));
  const svg = document.querySelector("svg");
  const texts = drawn.map(({ text, family, weight, style }) => {
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

test("2,000 texts in each face are as wide in Chromium as they measure, within 0.05 px", async () => {
  const cases = faceNames.flatMap((face) =>
    sampleTexts().flatMap(({ text }) => (has(face, text) ? [{ face, text }] : [])),
  );
  const widths = await widthsInChromium(
    cases.map(({ face, text }) => {
      const { typeface, weight, style } = faces[face];
      return { text, weight, style, family: fontStack(typeface, piecesFor([{ face, text }])) };
    }),
  );
  const off = cases
    .map(({ face, text }, i) => ({
      face,
      text,
      measured: measure(text, { face, size }),
      drawn: widths[i] ?? 0,
    }))
    .filter(({ measured, drawn }) => Math.abs(measured - drawn) > 0.05);
  expect(off).toEqual([]);
  expect(cases.length).toBeGreaterThan(9000);
});
