import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type BuiltSite,
  buildSite,
  installSite,
  openSite,
  seenPicture,
  seesOtherPictures,
  writeGuide,
} from "./built-site.ts";

beforeAll(() => installSite("eleventy"));

describe.each([
  ["inline-svg", "figure.slant > svg"],
  ["img-svg", "figure.slant > img"],
])("with the strategy %s", (strategy, selector) => {
  let site: BuiltSite;
  beforeAll(async () => {
    writeGuide("Eleventy", "eleventy/guide.mjs", strategy);
    const { status, log } = buildSite("eleventy");
    expect([status, status === 0 ? "" : log]).toEqual([0, ""]);
    site = await openSite("eleventy", log);
  });
  afterAll(() => site?.close());

  test("the build says what the rules found, at the lines of the file before its templates were filled in", () => {
    expect(site.log).toMatch(
      /\.\/index\.md:9:43: .*`sent`\. \(unawaited-callback\)\n {2}line 10: .*\n {2}fix: /,
    );
  });

  test("the picture has the width that its fence asks for, its words can be heard, and it follows the toggle", async () => {
    const page = await site.open("index.html");
    expect(await page.getByRole("img", { name: /^Welcome mail/ }).count()).toBe(1);
    const day = await seenPicture(page, selector);
    expect(day).toMatchObject({ width: 500, ground: "ffffff" });
    expect(day.colours).toBeGreaterThan(10);
    await page.click("button");
    const night = await seenPicture(page, selector);
    expect(night).toMatchObject({ width: 500, height: day.height });
    expect(Number.parseInt(night.ground.slice(0, 2), 16)).toBeLessThan(64);
    await seesOtherPictures(page);
    await page.close();
  });
});
