import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { drawSync } from "../../src/draw.ts";
import { allPieces } from "../../src/text/all-pieces.ts";
import { readMarkdown } from "../../src/text/read-markdown.ts";
import { flowTexts } from "../generated/flow-text.ts";
import { noFaults, onePage } from "./chromium.ts";

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const pictureOf = (text: string): string => {
  const { flow, sources } = compile({ name: "flow.slant", text });
  return drawSync(flow, sources, { theme: "light" }, { pieces: allPieces, readMarkdown });
};

const gallery = readdirSync(at("fixtures/gallery"))
  .filter((name) => name.endsWith(".slant"))
  .map((name) => ({ name, picture: pictureOf(readFileSync(at(`fixtures/gallery/${name}`), "utf8")) }));

const { faults: faultsIn, pixels } = onePage();

test("the counter sees what is wrong", async () => {
  const bad =
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">' +
    '<text x="10" y="30" font-size="16">over</text><text x="14" y="32" font-size="16">each other</text>' +
    '<text x="10" y="70" font-size="16">struck through</text><path class="line" d="M5 64H150" stroke="red"/>' +
    '<text x="180" y="90" font-size="16">far outside</text></svg>';
  expect(await faultsIn(bad)).toEqual({
    texts: 4,
    overlaps: ["over | each other"],
    crossed: ["struck through × line"],
    outside: ["far outside"],
  });
});

describe("in Chromium, the gallery has no text over text, no line through a text and nothing outside", () => {
  for (const { name, picture } of gallery)
    test(name, async () => {
      const { texts, ...faults } = await faultsIn(picture);
      expect(texts).toBeGreaterThan(20);
      expect(faults).toEqual(noFaults);
    });
});

test("nor have two hundred generated flows", async () => {
  const texts = fc.sample(flowTexts, { numRuns: 200, seed: 11 });
  const faulty: unknown[] = [];
  for (const { text } of texts) {
    const { texts: _, ...faults } = await faultsIn(pictureOf(text));
    if (JSON.stringify(faults) !== JSON.stringify(noFaults)) faulty.push({ text, ...faults });
  }
  expect(faulty).toEqual([]);
}, 300_000);

test("Chromium and resvg show the gallery's first picture alike", async () => {
  const first = gallery.find(({ name }) => name === "sign-up.slant");
  const picture = first?.picture ?? "";
  const seen = await pixels(picture);
  const font = {
    loadSystemFonts: false,
    fontFiles: ["Regular", "Medium", "SemiBold", "Italic"].map((face) =>
      at(`src/text/fonts/SlantInter-${face}.ttf`),
    ),
  };
  const rastered = PNG.sync.read(new Resvg(picture, { font }).render().asPng());
  expect([rastered.width, rastered.height]).toEqual([seen.width, seen.height]);
  const differing = pixelmatch(seen.data, rastered.data, undefined, seen.width, seen.height, {
    threshold: 0.35,
  });
  expect(differing / (seen.width * seen.height)).toBeLessThan(0.002);
});
