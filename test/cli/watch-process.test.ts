import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const command = resolve("dist/bin/slant.js");

let folder = "";
let child: ChildProcess | undefined;
let said = "";
let ended: Promise<number | null> = Promise.resolve(null);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "slant-watch-"));
  mkdirSync(join(folder, "flows"));
  said = "";
});
afterEach(async () => {
  child?.kill("SIGKILL");
  await ended;
  rmSync(folder, { recursive: true });
});

const write = (name: string, content: string): void => writeFileSync(join(folder, name), content);
const read = (name: string): string => readFileSync(join(folder, name), "utf8");

/** Starts to watch, and waits until it does. */
const watch = async (...args: readonly string[]): Promise<void> => {
  const started = spawn(process.execPath, [command, ...args], { cwd: folder });
  child = started;
  ended = new Promise((done) => started.on("close", done));
  started.stderr.on("data", (chunk) => {
    said += chunk;
  });
  await hears("Ctrl+C ends it");
};

/** Waits for words on standard error, takes out what came up to them, and returns it. */
const hears = async (words: string): Promise<string> => {
  for (;;) {
    const end = said.indexOf(words);
    if (end !== -1) {
      const heard = said.slice(0, end + words.length);
      said = said.slice(end + words.length);
      return heard;
    }
    const hasEnded = await Promise.race([
      ended.then(() => true),
      new Promise((done) => setTimeout(done, 20)),
    ]);
    if (hasEnded === true) throw new Error(`it ended without \`${words}\`, and said: ${said}`);
  }
};

/** Ends it as Ctrl+C does, and returns its exit code. */
const interrupt = async (signal: NodeJS.Signals = "SIGINT"): Promise<number | null> => {
  child?.kill(signal);
  return await ended;
};

/** As editors save that never leave half a file: another file takes its name. */
const replace = (name: string, content: string): void => {
  write(".new", content);
  renameSync(join(folder, ".new"), join(folder, name));
};

describe("one flow", () => {
  test("is drawn again whenever it is saved, in place or by another file that takes its name", async () => {
    write("a.slant", "a ~> b: first\n");
    await watch("a.slant", "out.svg", "--watch");
    expect(read("out.svg")).toContain("first");
    for (const [round, save] of [write, replace, replace, write].entries()) {
      save("a.slant", `a ~> b: round ${round}\n`);
      expect(await hears("slant: wrote out.svg\n")).not.toContain("error");
      expect(read("out.svg")).toContain(`round ${round}`);
    }
    expect(await interrupt()).toBe(0);
  });

  test("that is gone may come back", async () => {
    write("a.slant", "a ~> b: first\n");
    await watch("render", "a.slant", "-w");
    rmSync(join(folder, "a.slant"));
    await hears("slant: `a.slant` is gone; `a.svg` stays as it was\n");
    expect(read("a.svg")).toContain("first");
    write("a.slant", "a ~> b: back again\n");
    await hears("slant: wrote a.svg\n");
    expect(read("a.svg")).toContain("back again");
  });

  test("is reported while it has errors, keeps its last picture, and is said to be fine again", async () => {
    write("a.slant", "a ~> b: first\n");
    await watch("a.slant", "-w");
    write("a.slant", "a ~> b {\n");
    await hears("a.slant:1:8 error unclosed-brace");
    expect(read("a.svg")).toContain("first");
    write("a.slant", "a ~> b: mended\n");
    await hears("slant: `a.slant` is fine again\nslant: wrote a.svg\n");
    expect(read("a.svg")).toContain("mended");
    expect(await interrupt("SIGTERM")).toBe(0);
  });

  test("is drawn again when what it imports changes, goes, or comes", async () => {
    mkdirSync(join(folder, "lib"));
    write("lib/mail.slant", "x ~> y: one\n");
    write("a.slant", "...@lib/mail\n...@later\n");
    await watch("a.slant", "-w", "--force");
    replace("lib/mail.slant", "x ~> y: two\n");
    await hears("slant: wrote a.svg\n");
    expect(read("a.svg")).toContain("two");
    write("later.slant", "x ~> y: three\n");
    await hears("slant: `a.slant` is fine again\nslant: wrote a.svg\n");
    expect(read("a.svg")).toContain("three");
    rmSync(join(folder, "lib/mail.slant"));
    await hears("error missing-import");
  });
});

describe("a folder", () => {
  beforeEach(async () => {
    write("flows/a.slant", "a ~> b: first\n");
    write("flows/b.slant", "a ~> b: other\n");
    await watch("render", "flows", "--out-dir", "out", "--watch");
  });

  test("has only those drawn that change", async () => {
    write("flows/b.slant", "a ~> b: changed\n");
    expect(await hears("slant: wrote out/b.svg\n")).toBe("\nslant: wrote out/b.svg\n");
  });

  test("may get new flows, also in new folders, and lose some", async () => {
    mkdirSync(join(folder, "flows/deep"));
    write("flows/deep/c.slant", "a ~> b: new\n");
    await hears("slant: wrote out/deep/c.svg\n");
    renameSync(join(folder, "flows/deep/c.slant"), join(folder, "flows/deep/d.slant"));
    const heard = await hears("slant: wrote out/deep/d.svg\n");
    expect(heard).toContain("slant: `flows/deep/c.slant` is gone; `out/deep/c.svg` stays as it was\n");
  });

  test("is drawn anew when a configuration comes", async () => {
    write("flows/slant.config.json", '{ "theme": "dark" }');
    await hears("slant: wrote 2 pictures\n");
    write("flows/slant.config.json", '{ "theme": "drak" }');
    await hears("did you mean `dark`?");
    write("flows/slant.config.json", '{ "theme": "mono" }');
    await hears("slant: wrote 2 pictures\n");
    expect(await interrupt()).toBe(0);
  });
});

describe("what can never work fails at once", () => {
  test.each<[string, readonly string[], string]>([
    ["a missing file", ["missing.slant", "-w"], "cannot read `missing.slant`"],
    ["standard input", ["-", "-w"], "standard input cannot be watched"],
    ["standard output", ["a.slant", "-", "-w"], "--watch needs a file to write"],
    ["a folder without flows", ["render", "flows", "-w"], "there are no `.slant` files in `flows`"],
  ])("%s", (_, args, words) => {
    write("a.slant", "a ~> b: hello\n");
    const { status, stderr } = spawnSync(process.execPath, [command, ...args], {
      cwd: folder,
      encoding: "utf8",
      input: "",
      timeout: 20_000,
    });
    expect(status).toBe(2);
    expect(stderr).toContain(words);
  });
});

test.each([
  ["ENOSPC", "slant: the system does not watch so many files\n  Name fewer"],
  ["EACCES", "permission denied"],
])("a system that does not let itself be watched (%s) is no bug", (code, words) => {
  write("a.slant", "a ~> b: hello\n");
  write(
    "preload.cjs",
    `const fs = require("node:fs");
     fs.watch = () => { throw Object.assign(new Error("no"), { code: ${JSON.stringify(code)}, path: "a.slant" }); };
     require("node:module").syncBuiltinESMExports();`,
  );
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--require", join(folder, "preload.cjs"), command, "a.slant", "--watch"],
    { cwd: folder, encoding: "utf8", timeout: 20_000 },
  );
  expect(status).toBe(2);
  expect(stderr).toContain(words);
  expect(stderr).not.toContain("bug");
});
