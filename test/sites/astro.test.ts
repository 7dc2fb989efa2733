import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BuiltSite, builtByGuide, installSite, seenPicture, seesOtherPictures } from "./built-site.ts";

describe.each([
  ["astro-satteri", "Astro", "inline-svg", "figure.slant > svg"],
  ["astro-satteri", "Astro", "img-svg", "figure.slant > img"],
  ["astro", "Astro 5 and 6", "inline-svg", "figure.slant > svg"],
  ["astro", "Astro 5 and 6", "img-svg", "figure.slant > img"],
])("the site %s (%s) with the strategy %s", (name, heading, strategy, selector) => {
  let site: BuiltSite;
  beforeAll(async () => {
    installSite(name);
    site = await builtByGuide(name, heading, strategy);
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
      await seesOtherPictures(page);
      const picture = await page
        .locator(selector)
        .first()
        .evaluate((element) => element.getAttribute("src") ?? element.outerHTML);
      expect(decodeURIComponent(picture.replace(/%(?![\dA-F]{2})/g, "%25"))).toContain(label);
      await page.close();
    }
  });
});
