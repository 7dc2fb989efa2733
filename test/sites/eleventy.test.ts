import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type BuiltSite,
  builtByGuide,
  followsToggle,
  installSite,
  seesOtherPictures,
  strategies,
} from "./built-site.ts";

beforeAll(() => installSite("eleventy"));

describe.each(strategies)("with the strategy %s", (strategy, selector) => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await builtByGuide("eleventy", "Eleventy", strategy);
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
    await followsToggle(page, selector);
    await seesOtherPictures(page);
    await page.close();
  });
});
