import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("the page lists the licence of every package that the bundle holds (`npm run docs` writes it)", async () => {
  await expect(readFileSync("dist/third-party.md", "utf8")).toMatchFileSnapshot("../../docs/third-party.md");
});
