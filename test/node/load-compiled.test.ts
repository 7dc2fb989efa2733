import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "slant-compiled-"));
  cpSync("dist/bin", folder, { recursive: true, filter: (path) => basename(path) !== ".compiled" });
});
afterEach(() => rmSync(folder, { recursive: true }));

const explain = () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "slant.js"), "explain"], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
};

/** The files whose compiled code is kept. */
const kept = (): readonly string[] => {
  const compiled = join(folder, ".compiled");
  if (!existsSync(compiled)) return [];
  return readdirSync(compiled).flatMap((version) =>
    readdirSync(join(compiled, version)).map((name) => name.replace(/-.*/, "")),
  );
};

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

test("where nothing can be kept, nothing is lost", () => {
  const before = explain();
  rmSync(join(folder, ".compiled"), { recursive: true, force: true });
  writeFileSync(join(folder, ".compiled"), "in the way");
  expect(explain()).toEqual(before);
});

test("kept code that is broken does no harm", () => {
  const before = explain();
  const compiled = join(folder, ".compiled");
  for (const path of existsSync(compiled)
    ? readdirSync(compiled, { recursive: true, encoding: "utf8" })
    : []) {
    if (path.includes(".js-")) writeFileSync(join(compiled, path), "broken");
  }
  expect(explain()).toEqual(before);
});
