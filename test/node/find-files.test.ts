import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
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
