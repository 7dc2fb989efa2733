import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { type OutputChunk, rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderSync } from "../../src/index.ts";
import { launchChromium } from "../browser/chromium.ts";
import { type PackedApp, packedApp } from "./packed-app.ts";

let packed: PackedApp;
let chunks: readonly OutputChunk[] = [];
let server: Server;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

const html = '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>';

/** What a page gets when a bundler makes it. */
beforeAll(async () => {
  packed = packedApp();
  packed.write(
    "page.js",
    'import { compile, lint, prepare, render, renderSync } from "slant";\nglobalThis.slant = { compile, lint, prepare, render, renderSync };\n',
  );
  const bundle = await rolldown({
    input: join(packed.folder, "page.js"),
    platform: "browser",
    onwarn: ({ message }) => {
      throw new Error(message);
    },
  });
  const { output } = await bundle.write({ format: "esm", minify: true, dir: join(packed.folder, "site") });
  chunks = output.filter((file) => file.type === "chunk");
  await bundle.close();
  server = createServer(({ url = "/" }, response) => {
    const path = join(packed.folder, "site", url);
    response.setHeader("content-type", url === "/" ? "text/html" : "text/javascript");
    if (url === "/") response.end(html);
    else if (existsSync(path)) createReadStream(path).pipe(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  browser = await launchChromium();
  page = await browser.newPage();
  page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction("globalThis.slant");
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  packed?.remove();
});

describe("what a bundler makes of the package for a page", () => {
  test("has nothing of Node in it", () => {
    const names = chunks.map(({ fileName }) => fileName);
    expect(chunks.flatMap(({ imports }) => imports).filter((name) => !names.includes(name))).toEqual([]);
    const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
    expect(modules.filter((id) => /dom-node|resvg/.test(id))).toEqual([]);
    expect(modules.filter((id) => /dom-page/.test(id))).toHaveLength(1);
    expect(existsSync(join(packed.folder, "node_modules/svgdom"))).toBe(false);
  });

  test("is no larger than it needs to be: fonts and the layout of maps are files of their own", () => {
    const [entry] = chunks.filter(({ isEntry }) => isEntry);
    const sizeOf = ({ code }: OutputChunk): number => gzipSync(code).length;
    expect(sizeOf(entry as OutputChunk)).toBeLessThan(360_000);
    expect(chunks.reduce((total, chunk) => total + sizeOf(chunk), 0)).toBeLessThan(1_300_000);
  });
});

const gallery = readdirSync("fixtures/gallery")
  .filter((name) => name.endsWith(".slant"))
  .map((name) => [name, readFileSync(join("fixtures/gallery", name), "utf8")] as const);

const inPage = (text: string, options: object): Promise<string> =>
  page.evaluate(`slant.renderSync(${JSON.stringify(text)}, ${JSON.stringify(options)}).output`);

describe("in Chromium, the gallery's pictures are byte for byte those of Node", () => {
  test.each(gallery)("%s", async (_, text) => {
    for (const options of [
      { lint: true },
      { theme: "dark", fonts: "system", title: "<&>" },
      { format: "txt" },
    ] as const)
      expect((await inPage(text, options)) === renderSync(text, options).output).toBe(true);
  });

  test("maps too, once they are prepared, or at leisure", async () => {
    const options = { view: "map", fonts: "system" } as const;
    const wanted = gallery.map(([, text]) => renderSync(text, options).output);
    const texts = JSON.stringify(gallery.map(([, text]) => text));
    const later = `Promise.all(${texts}.map(async (text) => (await slant.render(text, ${JSON.stringify(options)})).output))`;
    expect((await page.evaluate(later)) as unknown).toEqual(wanted);
    await page.evaluate("slant.prepare({ map: true })");
    for (const [index, [, text]] of gallery.entries())
      expect(await inPage(text, options)).toBe(wanted[index]);
  });
});

test("in Chromium, the browser has nothing to complain about", () => {
  expect(complaints.filter((text) => !text.includes("favicon") && !text.includes("404"))).toEqual([]);
});

test("in Chromium, what is wrong is said as in Node", async () => {
  const found = await page.evaluate(
    'slant.lint("a ~> b: x { callback: c }\\n").diagnostics.map(({ code, line }) => [code, line])',
  );
  expect(found).toContainEqual(["callback-missing", 1]);
});

test("in Chromium, a picture that needs Node is refused in words", async () => {
  const refused = page.evaluate('slant.render("a ~> b", { format: "png" })');
  await expect(refused).rejects.toThrow(/PNG.*Node/);
});
