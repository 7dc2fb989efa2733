import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BuiltSite, buildSite, installSite, openSite, seenPicture, writeGuide } from "./built-site.ts";

beforeAll(() => installSite("astro"));

describe.each([
  ["inline-svg", "figure.slant > svg"],
  ["img-svg", "figure.slant > img"],
])("with the strategy %s", (strategy, selector) => {
  let site: BuiltSite;
  beforeAll(async () => {
    writeGuide("Astro", "astro/guide.mjs", strategy);
    const { status, log } = buildSite("astro");
    expect([status, status === 0 ? "" : log]).toEqual([0, ""]);
    site = await openSite("astro", log);
  });
  afterAll(() => site?.close());

  test("the picture follows the site's toggle, also after the way to another page and back", async () => {
    const page = await site.open("index.html");
    const day = await seenPicture(page, selector);
    expect(day).toMatchObject({ width: 500, ground: "ffffff" });
    expect(day.colours).toBeGreaterThan(10);
    await page.click("button");
    const night = await seenPicture(page, selector);
    expect(Number.parseInt(night.ground.slice(0, 2), 16)).toBeLessThan(64);
    await page.click("a:text('orders')");
    await page.waitForSelector("h1:text('Orders')");
    expect(await seenPicture(page, selector)).toMatchObject({ width: 400, ground: night.ground });
    await page.click("a:text('mail')");
    await page.waitForSelector("h1:text('Mail')");
    const back = await seenPicture(page, selector);
    expect(back).toMatchObject({ width: 500, height: day.height, ground: night.ground });
    expect(back.colours).toBeGreaterThan(10);
    await page.close();
  });

  test("labels are words in Markdown and in MDX, and the words can be heard", async () => {
    for (const [path, words, label] of [
      ["index.html", /^Welcome mail/, "send { x } {{ y }} &lt;b&gt;"],
      ["orders", /^An order/, "reserve { x } {{ y }}"],
    ] as const) {
      const page = await site.open(path);
      expect(await page.getByRole("img", { name: words }).count()).toBe(1);
      const picture = await page
        .locator(selector)
        .first()
        .evaluate((element) => element.getAttribute("src") ?? element.outerHTML);
      expect(decodeURIComponent(picture.replace(/%(?![\dA-F]{2})/g, "%25"))).toContain(label);
      await page.close();
    }
  });
});

describe("Sätteri, which later versions of Astro use", () => {
  interface Satteri {
    markdownToHtml(text: string, options: object): { readonly html: string };
    mdxToJs(text: string, options: object): { readonly code: string };
  }
  const load = async (path: string) =>
    await import(pathToFileURL(join("test/sites/astro/node_modules", path)).href);
  const text =
    '# x\n\n- y\n\n  ```slant title="Welcome mail" width=500\n  api ~> jobs: "send { x } {{ y }} <b>"\n  ```\n';

  test("has pictures in Markdown and in MDX", async () => {
    const { markdownToHtml, mdxToJs }: Satteri = await load("satteri/dist/index.js");
    const { satteriSlant } = await load("slant/dist/satteri.js");
    const { html } = markdownToHtml(text, { mdastPlugins: [satteriSlant()] });
    expect(html).toMatch(
      /<figure class="slant"><svg [^>]*aria-labelledby="[\w -]+"[^>]*><title[^>]*>Welcome mail<\/title>/,
    );
    expect(html).toContain("send { x } {{ y }} &lt;b&gt;");
    expect(html).toMatch(/<style>[^<]*@supports \(color:light-dark\(red,red\)\)/);
    const { code } = mdxToJs(text, { mdastPlugins: [satteriSlant()] });
    expect(code).toContain('"send { x } {{ y }} <b>"');
    expect(code).toContain('"aria-labelledby": "');
    expect(mdxToJs(text, { mdastPlugins: [satteriSlant({ strategy: "img-svg" })] }).code).toContain(
      "data:image/svg+xml,",
    );
  });
});
