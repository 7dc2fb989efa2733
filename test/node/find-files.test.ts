import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findFiles } from "../../src/node/find-files.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "slant-"));
  for (const path of [
    "b.slant",
    "a.slant",
    "A.slant",
    "deep/er/c.slant",
    "deep/x.txt",
    "node_modules/m/d.slant",
    ".git/e.slant",
  ]) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), "");
  }
  symlinkSync(folder, join(folder, "deep", "round"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ["**/*.slant", ["A.slant", "a.slant", "b.slant", "deep/er/c.slant"]],
  ["deep/**", ["deep/er/c.slant", "deep/x.txt"]],
  ["{a,b}.slant", ["a.slant", "b.slant"]],
  ["node_modules/**/*.slant", ["node_modules/m/d.slant"]],
  ["*.none", []],
])("%s finds files in order, without hidden folders and other people's", async (pattern, found) => {
  expect(await findFiles(pattern, folder)).toEqual(found);
});

describe("what git ignores", () => {
  let repository = "";
  beforeAll(() => {
    repository = mkdtempSync(join(tmpdir(), "slant-"));
    const files = {
      ".git/HEAD": "",
      ".gitignore": "out/\n*.tmp.slant\n/top.slant\n",
      "top.slant": "",
      "a.slant": "",
      "a.tmp.slant": "",
      "out/b.slant": "",
      "docs/top.slant": "",
      "docs/.gitignore": "!keep.tmp.slant\ndraft*\n",
      "docs/keep.tmp.slant": "",
      "docs/draft.slant": "",
      "docs/out/c.slant": "",
      "draft.slant": "",
      "link-target.slant": "",
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(repository, dirname(path)), { recursive: true });
      writeFileSync(join(repository, path), text);
    }
    symlinkSync(join(repository, "a.slant"), join(repository, "link.slant"));
    symlinkSync(join(repository, "none.slant"), join(repository, "dangling.slant"));
  });
  afterAll(() => rmSync(repository, { recursive: true }));

  test.each([
    [
      ".",
      "**/*.slant",
      ["a.slant", "docs/keep.tmp.slant", "docs/top.slant", "draft.slant", "link-target.slant", "link.slant"],
    ],
    ["docs", "**/*.slant", ["keep.tmp.slant", "top.slant"]],
    [".", "*.tmp.slant", []],
    ["out", "*.slant", ["b.slant"]],
    ["docs/out", "**/*.slant", ["c.slant"]],
  ])("is left out below %s by %s, unless the folder itself is ignored", async (from, pattern, found) => {
    expect(await findFiles(pattern, join(repository, from))).toEqual(found);
  });
});
