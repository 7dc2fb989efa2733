import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const fonts = fileURLToPath(new URL("../../src/text/fonts/", import.meta.url));

test("the committed fonts and tables are what make.mjs makes", async () => {
  const folder = await mkdtemp(join(tmpdir(), "slant-fonts-"));
  try {
    await promisify(execFile)(process.execPath, [join(fonts, "make.mjs"), folder]);
    const made = (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .toSorted();
    const committed = (await readdir(fonts, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && !entry.name.endsWith(".mjs"))
      .map((entry) => join(entry.parentPath, entry.name).slice(fonts.length))
      .toSorted();
    expect(made).toEqual(committed);
    for (const name of made) {
      const [now, then] = await Promise.all([readFile(join(folder, name)), readFile(join(fonts, name))]);
      expect([name, now.equals(then)]).toEqual([name, true]);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}, 60_000);
