import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { rootedReader } from "../../src/node/rooted-reader.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "slant-root-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...parts: readonly string[]): string => join(folder, ...parts);

mkdirSync(at("root/lib"), { recursive: true });
mkdirSync(at("root-beside"));
writeFileSync(at("root/lib/in.slant"), "\ufeffin");
writeFileSync(at("root/..dots.slant"), "dots");
writeFileSync(at("root/long.slant"), "a".repeat(101));
writeFileSync(at("secret.slant"), "secret");
writeFileSync(at("root-beside/x.slant"), "secret");
symlinkSync(at("root/lib"), at("root/link"));
symlinkSync(at("root/lib/in.slant"), at("root/good.slant"));
symlinkSync(at("secret.slant"), at("root/bad.slant"));
symlinkSync(folder, at("root/up"));
symlinkSync(at("root/loop.slant"), at("root/loop.slant"));
symlinkSync(at("nowhere.slant"), at("root/dangling.slant"));
symlinkSync(at("root"), at("alias"));
execFileSync("mkfifo", [at("root/pipe.slant")]);

const codeOf = (read: () => string): unknown => {
  try {
    return read();
  } catch (error) {
    return (error as { readonly code?: unknown }).code;
  }
};

test.each([
  ["a file", "root/lib/in.slant", "in"],
  ["a name that begins with dots", "root/..dots.slant", "dots"],
  ["a detour", "root/lib/../lib/in.slant", "in"],
  ["a linked folder inside", "root/link/in.slant", "in"],
  ["a linked file inside", "root/good.slant", "in"],
  ["a file beside the root", "secret.slant", "OUTSIDE_ROOT"],
  ["a folder that begins like the root", "root-beside/x.slant", "OUTSIDE_ROOT"],
  ["a way up", "root/../secret.slant", "OUTSIDE_ROOT"],
  ["a link to a file outside", "root/bad.slant", "OUTSIDE_ROOT"],
  ["a link to a folder outside", "root/up/secret.slant", "OUTSIDE_ROOT"],
  ["nothing outside, which looks the same as something", "nothing.slant", "OUTSIDE_ROOT"],
  ["nothing behind a link to outside", "root/up/nothing.slant", "OUTSIDE_ROOT"],
  ["nothing inside", "root/nothing.slant", "ENOENT"],
  ["nothing in no folder", "root/no/nothing.slant", "ENOENT"],
  ["a link in a circle", "root/loop.slant", "ELOOP"],
  ["a link to nowhere", "root/dangling.slant", "ENOENT"],
  ["a folder", "root/lib", "EISDIR"],
  ["a pipe that nobody writes to", "root/pipe.slant", "NO_REGULAR_FILE"],
  ["a file over the limit", "root/long.slant", "TOO_LARGE"],
])("%s", (_, path, expected) => {
  expect(codeOf(() => rootedReader(at("root"), 100)(at(path)))).toBe(expected);
});

test("a root that is a link is the folder that it leads to", () => {
  expect(rootedReader(at("alias"), 100)(at("root/lib/in.slant"))).toBe("in");
  expect(rootedReader(at("root"), 100)(at("alias/lib/in.slant"))).toBe("in");
});

test("a root that is not there", () => {
  expect(codeOf(() => rootedReader(at("no-root"), 100)(at("root/lib/in.slant")))).toBe("ENOENT");
});
