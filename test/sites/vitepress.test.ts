import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type BuiltSite,
  buildSite,
  builtByGuide,
  installSite,
  openSite,
  seenPicture,
  seesOtherPictures,
  strategies,
  writeGuide,
} from "./built-site.ts";

beforeAll(() => installSite("vitepress"));

describe.each(strategies)("with the strategy %s", (strategy, selector) => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await builtByGuide("vitepress", "VitePress", strategy, "vitepress/docs/.vitepress/guide.mjs");
  });
  afterAll(() => site?.close());

  test("the build says what the rules found, at the lines of the file with its front matter", () => {
    expect(site.log).toMatch(
      /docs\/index\.md:11:45: .*`sent`\. \(unawaited-callback\)\n {2}line 12: .*\n {2}fix: /,
    );
  });

  test("the picture follows the site's toggle, also after the way to another page and back", async () => {
    const page = await site.open("index.html", { viewport: { width: 1300, height: 900 } });
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    const day = await seenPicture(page, selector);
    expect(day.ground).toBe("ffffff");
    expect(day.width).toBeGreaterThan(200);
    await page.click("a:text('orders')");
    await page.waitForSelector("h1:text('Orders')");
    const there = await seenPicture(page, selector);
    expect(there).toMatchObject({ width: 400, ground: "ffffff" });
    expect(there.colours).toBeGreaterThan(10);
    await page.click(".VPSwitchAppearance >> visible=true");
    await page.waitForTimeout(500);
    const night = await seenPicture(page, selector);
    expect(Number.parseInt(night.ground.slice(0, 2), 16)).toBeLessThan(64);
    expect(night.colours).toBeGreaterThan(10);
    await page.click("main a:text('mail')");
    await page.waitForSelector("h1:text('Mail')");
    const back = await seenPicture(page, selector);
    expect(back).toMatchObject({ width: day.width, height: day.height, ground: night.ground });
    expect(errors).toEqual([]);
    await page.close();
  });

  test("a flow's text can be shown too, coloured by the grammar of the package", async () => {
    expect(site.fileText("orders.html")).toMatch(
      /<div class="language-slant-source[\s\S]*?<span style="--shiki-light:#(?!24292E)\w+;--shiki-dark:#\w+;">~&gt;</,
    );
  });

  test("nothing is interpolated in labels, and the words can be heard", async () => {
    const page = await site.open("index.html");
    expect(await page.getByRole("img", { name: /^Welcome mail/ }).count()).toBe(1);
    await seesOtherPictures(page);
    const picture = await page
      .locator(selector)
      .first()
      .evaluate((element) => element.getAttribute("src") ?? element.outerHTML);
    expect(decodeURIComponent(picture.replace(/%(?![\dA-F]{2})/g, "%25"))).toContain(
      "send {{ x }} &lt;b&gt;",
    );
    await page.close();
  });
});

test("the few lines of the README are enough", async () => {
  const [, text = ""] = /^```js\n([\s\S]*?)^```$/m.exec(readFileSync("README.md", "utf8")) ?? [];
  expect(text).toContain("docs/.vitepress/config.mjs");
  writeFileSync("test/sites/vitepress/docs/.vitepress/guide.mjs", text);
  const { status, log } = buildSite("vitepress");
  expect([status, status === 0 ? "" : log]).toEqual([0, ""]);
  const site = await openSite("vitepress", log);
  expect(site.fileText("index.html")).toMatch(/<figure class="slant">\s*<svg /);
  await site.close();
});

test("a wrong option stops the build, and says which", async () => {
  writeGuide("VitePress", "vitepress/docs/.vitepress/guide.mjs", "png");
  const { status, log } = buildSite("vitepress");
  expect(status).not.toBe(0);
  expect(log).toContain(
    "markdownItSlant: the option `strategy` must be one of `inline-svg`, `img-svg`, and is `png`.",
  );
});
