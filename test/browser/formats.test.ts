import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { render, renderSync } from "../../src/index.ts";
import { onePage } from "./chromium.ts";

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const flowsIn = (folder: string) =>
  readdirSync(at(`fixtures/${folder}`))
    .filter((name) => name.endsWith(".slant"))
    .map((name) => ({
      name: `${folder}/${name}`,
      text: readFileSync(at(`fixtures/${folder}/${name}`), "utf8"),
    }));

/** All but the longest, which takes as much time as the gallery, and shows nothing that others do not. */
const sources = [...flowsIn("gallery"), ...flowsIn("stress")].filter(
  ({ name }) => name !== "stress/five-hundred-messages.slant",
);
const some = sources.filter(({ name }) => /sign-up|order-saga|iot-command|every-kind/.test(name));
const linked = 'a -> b: see { link: "https://example.com/a?b=c"; tooltip: more & more }\n';

const { page, pixels: seen } = onePage();
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "slant-formats-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The share of pixels that differ by more than the soft edges of shapes and letters do. */
const difference = (one: PNG, other: PNG): number => {
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  const { width, height } = one;
  return pixelmatch(one.data, other.data, undefined, width, height, { threshold: 0.35 }) / (width * height);
};

describe("SVG, PNG and PDF of one flow are one picture", () => {
  test.each(sources)(
    "$name: PNG within 0.2 % of what Chromium shows, PDF within 0.6 %",
    async ({ name, text }) => {
      const svg = await seen(renderSync(text, { theme: "light" }).output);
      const png = PNG.sync.read(Buffer.from((await render(text, { format: "png" })).output));
      expect(difference(svg, png)).toBeLessThan(0.002);
      const file = join(folder, name.replace("/", "-"));
      writeFileSync(`${file}.pdf`, (await render(text, { format: "pdf" })).output);
      execFileSync("pdftoppm", ["-r", "96", "-png", "-singlefile", `${file}.pdf`, file]);
      expect(difference(svg, PNG.sync.read(readFileSync(`${file}.png`)))).toBeLessThan(0.006);
    },
  );
});

test("the words of a PDF can be selected, and its title is the flow's", async () => {
  const text = sources.find(({ name }) => name === "gallery/sign-up.slant")?.text ?? "";
  const file = join(folder, "words.pdf");
  writeFileSync(file, (await render(text, { format: "pdf" })).output);
  const words = execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" });
  for (const shown of [
    "Sign-up with a welcome mail",
    "POST /signup",
    "409 Conflict",
    "250 OK or 451 try later",
    "Mail provider",
  ])
    expect(words).toContain(shown);
  expect(execFileSync("pdfinfo", [file], { encoding: "utf8" })).toMatch(
    /^Title: +Sign-up with a welcome mail$/m,
  );
  expect(execFileSync("pdffonts", [file], { encoding: "utf8" })).not.toMatch(
    /\bno +(?:yes|no) +(?:yes|no)\b/,
  );
});

describe("DOMPurify, as it comes, leaves a picture as it is", () => {
  const purified = async (svg: string): Promise<string> => {
    await page().setContent("<!doctype html>");
    await page().addScriptTag({ path: at("node_modules/dompurify/dist/purify.min.js") });
    return await page().evaluate(
      (dirty) =>
        (globalThis as unknown as { DOMPurify: { sanitize: (text: string) => string } }).DOMPurify.sanitize(
          dirty,
        ),
      svg,
    );
  };

  test.each([...some, { name: "a flow with links", text: linked }])("$name", async ({ text }) => {
    const svg = renderSync(text, { lint: true }).output;
    const clean = await purified(svg);
    const count = (markup: string, what: RegExp): number => markup.match(what)?.length ?? 0;
    for (const what of [
      /<path/g,
      /<text/g,
      /<rect/g,
      /<circle/g,
      / class="/g,
      / data-line="/g,
      /<a /g,
      / href="/g,
      /<title/g,
      /@media/g,
      /@font-face/g,
    ])
      expect([what, count(clean, what)]).toEqual([what, count(svg, what)]);
    expect(difference(await seen(svg), await seen(clean))).toBe(0);
  });
});
