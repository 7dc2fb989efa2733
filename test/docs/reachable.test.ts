import { readdirSync, readFileSync } from "node:fs";
import { dirname, normalize } from "node:path";
import { expect, test } from "vitest";

const linked = (path: string): readonly string[] =>
  Array.from(readFileSync(path, "utf8").matchAll(/\]\(([^)#\s]+)[^)]*\)/g), ([, link = ""]) => link)
    .filter((link) => !/^https?:/.test(link) && link.endsWith(".md"))
    .map((link) => normalize(`${dirname(path)}/${link}`));

test("every page of the documentation can be reached from the README", () => {
  const seen = new Set(["README.md"]);
  for (const path of seen) for (const next of linked(path)) seen.add(next);
  const pages = readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`);
  expect(pages.filter((path) => !seen.has(path))).toEqual([]);
});
