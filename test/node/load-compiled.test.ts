import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "slant-compiled-"));
  cpSync("dist/bin", folder, { recursive: true, filter: (path) => basename(path) !== ".compiled" });
});
afterEach(() => rmSync(folder, { recursive: true }));

const slant = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "slant.js"), ...args], {
    encoding: "utf8",
    env: { ...process.env, XDG_CACHE_HOME: join(folder, "caches") },
    input: "a -> b: work\n",
  });
  return { status, stdout, stderr };
};

const explain = () => slant("explain");

const filesIn = (place: string): readonly string[] =>
  existsSync(place)
    ? readdirSync(place, { recursive: true, withFileTypes: true, encoding: "utf8" })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];

/** The files whose compiled code is kept, and names for several together. */
const kept = (place = ".compiled"): readonly string[] =>
  filesIn(join(folder, place)).map((path) => basename(path).replace(/-.*/, ""));

test("compiled code is kept beside the files, of those that were loaded, and changes nothing", () => {
  const first = explain();
  expect(first).toMatchObject({ status: 0, stderr: "" });
  expect(kept()).toEqual(expect.arrayContaining(["command.js", "explain.js"]));
  expect(kept()).not.toContain("drawing.js");
  const before = kept();
  expect(explain()).toEqual(first);
  expect(kept()).toEqual(before);
});

test("code of a file that has changed is not used", () => {
  explain();
  appendFileSync(join(folder, "explain.js"), "\nconsole.error('changed');\n");
  expect(explain()).toMatchObject({ status: 0, stderr: "changed\n" });
  expect(kept().filter((name) => name === "explain.js")).toHaveLength(2);
});

test("what a flow that is drawn needs is kept as one, whatever names the command", () => {
  const first = slant("-");
  expect(first).toMatchObject({ status: 0, stderr: "" });
  expect(kept()).toEqual(["draw"]);
  for (const args of [
    ["-", "-"],
    ["--quiet", "-"],
    ["render", "-", "-o", "-"],
  ])
    expect(slant(...args)).toEqual(first);
  expect(kept()).toEqual(["draw", "render.js"]);
});

test("what the first runs compile is kept too, and no more after them", () => {
  slant("--force", "-", "--view", "map", "--theme", "none");
  const [path = ""] = filesIn(join(folder, ".compiled")).filter((each) => /draw-/.test(each));
  const sizes = Array.from({ length: 5 }, () => {
    slant("-");
    return readFileSync(path).length;
  });
  expect(sizes[1]).toBeGreaterThan(100_000);
  const written = statSync(path).mtimeMs;
  slant("-");
  expect(statSync(path).mtimeMs).toBe(written);
});

test("where nothing can be kept beside the files, it is kept with the user's", () => {
  const before = explain();
  rmSync(join(folder, ".compiled"), { recursive: true, force: true });
  writeFileSync(join(folder, ".compiled"), "in the way");
  expect(explain()).toEqual(before);
  expect(kept("caches/slant/compiled")).toContain("explain.js");
  expect(explain()).toEqual(before);
});

test("where nothing can be kept, nothing is lost", () => {
  const before = explain();
  rmSync(join(folder, ".compiled"), { recursive: true, force: true });
  writeFileSync(join(folder, ".compiled"), "in the way");
  writeFileSync(join(folder, "caches"), "in the way");
  expect(explain()).toEqual(before);
});

test.each<[string, (bytes: Buffer) => Buffer]>([
  ["other", () => Buffer.from("broken")],
  ["empty", () => Buffer.alloc(0)],
  ["cut off", (bytes) => bytes.subarray(0, bytes.length >> 1)],
])("kept code that is broken does no harm: %s", (_, broken) => {
  const before = explain();
  for (const path of filesIn(join(folder, ".compiled"))) writeFileSync(path, broken(readFileSync(path)));
  expect(explain()).toEqual(before);
});
