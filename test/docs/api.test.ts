import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const pagesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .toSorted();

test("the pages say what can be imported, with its types (`npm run docs` writes them)", async () => {
  const folder = mkdtempSync(join(tmpdir(), "slant-api-"));
  const { status, stderr } = spawnSync(
    process.execPath,
    ["node_modules/typedoc/bin/typedoc", "--options", ".ci/typedoc.json", "--out", folder],
    { encoding: "utf8" },
  );
  expect([status, stderr]).toEqual([0, ""]);
  const pages = pagesIn(folder);
  expect(pages).toEqual([
    "README.md",
    "slant.md",
    "slant/markdown-it.md",
    "slant/rehype.md",
    "slant/remark.md",
    "slant/satteri.md",
  ]);
  for (const name of pages)
    await expect(readFileSync(join(folder, name), "utf8")).toMatchFileSnapshot(`../../docs/api/${name}`);
  rmSync(folder, { recursive: true });
  expect(pagesIn("docs/api").filter((name) => !pages.includes(name))).toEqual([]);
});
