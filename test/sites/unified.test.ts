import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type BuiltSite,
  buildSite,
  followsToggle,
  installSite,
  openSite,
  seesOtherPictures,
} from "./built-site.ts";

let site: BuiltSite;
beforeAll(async () => {
  installSite("unified");
  const { status, log } = buildSite("unified");
  expect([status, log.includes("Error")]).toEqual([0, false]);
  site = await openSite("unified", log);
});
afterAll(() => site?.close());

test("the build says what the rules found, at the lines of the document", () => {
  expect(site.log.split("\n").filter((line) => line.includes("pages/flow.md:10:"))).toEqual([
    expect.stringMatching(/awaits or handles the callback `sent`\. \(unawaited-callback\)$/),
    expect.stringContaining("(unawaited-callback)"),
  ]);
});

describe.each([
  ["inline.html", "figure.slant > svg"],
  ["image.html", "figure.slant > img"],
  ["mdx-inline-svg.html", "figure.slant > svg"],
  ["mdx-img-svg.html", "figure.slant > img"],
])("%s", (path, selector) => {
  test("shows the picture in the width that its fence asks for, and follows the page's toggle", async () => {
    const page = await site.open(path);
    await followsToggle(page, selector);
    await seesOtherPictures(page);
    await page.close();
  });
});

test("labels are words, in MDX too, and the words can be heard", async () => {
  const page = await site.open("mdx-inline-svg.html");
  expect(await page.locator("svg text", { hasText: "send { x } {{ y }}" }).count()).toBe(1);
  expect(await page.getByRole("img", { name: /^Welcome mail/ }).count()).toBe(1);
  await page.goto(page.url().replace("mdx-inline-svg", "image"));
  expect(await page.getByRole("img", { name: /^Welcome mail\. .*send/ }).count()).toBe(2);
});

test("no id is twice in a page", async () => {
  const page = await site.open("inline.html");
  const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(2);
});
