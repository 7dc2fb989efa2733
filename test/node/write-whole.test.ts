import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeWhole } from "../../src/node/write-whole.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "slant-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a new file holds the text, and nothing is left beside it", () => {
  writeWhole(join(folder, "a.svg"), "<svg/>");
  expect(readFileSync(join(folder, "a.svg"), "utf8")).toBe("<svg/>");
  expect(readdirSync(folder)).toEqual(["a.svg"]);
});

test.each([0o640, 0o666, 0o600])("an old file is replaced and keeps its permissions: %o", (mode) => {
  const path = join(folder, "a.svg");
  writeFileSync(path, "old and longer");
  chmodSync(path, mode);
  writeWhole(path, "new");
  expect(readFileSync(path, "utf8")).toBe("new");
  expect(statSync(path).mode & 0o777).toBe(mode);
});

test("what a killed run of the same process number left is in nobody's way", () => {
  for (let round = 0; round < 50; round++) {
    writeWhole(join(folder, "a.svg"), `${round}`);
    writeFileSync(join(folder, `.a.svg.${process.pid}.tmp`), "half");
  }
  expect(readFileSync(join(folder, "a.svg"), "utf8")).toBe("49");
});

test("a name may be as long as the system has them", () => {
  const name = `${"n".repeat(251)}.svg`;
  writeWhole(join(folder, name), "new");
  expect(readdirSync(folder)).toEqual([name]);
});

test("a symbolic link stays one, and its file is written", () => {
  const [path, link] = [join(folder, "a.svg"), join(folder, "link.svg")];
  writeFileSync(path, "old");
  symlinkSync(path, link);
  writeWhole(link, "new");
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(path, "utf8")).toBe("new");
});

test("what cannot be written leaves nothing behind", () => {
  mkdirSync(join(folder, "a.svg"));
  expect(() => writeWhole(join(folder, "a.svg"), "new")).toThrow(/EISDIR/);
  expect(() => writeWhole(join(folder, "missing", "a.svg"), "new")).toThrow(/ENOENT/);
  expect(readdirSync(folder)).toEqual(["a.svg"]);
});
