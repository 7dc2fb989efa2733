import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { builtCommand, command } from "./built-command.ts";

const { path: at, write, slant } = builtCommand();

const bad = "api ~> jobs: send { callback: sent }\njobs ~> api: done { resolves: sent }\n";
const unused = "# slant-ignore missing-reply: long gone\na ~> b: fine\n";

test("a configuration in JavaScript is loaded, as a module of either kind", () => {
  write("a.slant", bad);
  write("slant.config.mjs", 'export default { rules: { "unawaited-callback": "off" } };\n');
  expect(slant("lint")).toMatchObject({ status: 0, stderr: "" });
  write("slant.config.js", 'module.exports = { rules: { "unawaited-callback": "info" } };\n');
  expect(slant("lint").stdout).toContain("1 remark in a.slant.");
});

test("reports go to their files and to standard output, and say nothing else", () => {
  write("a.md", `# Flow\n\n~~~slant\n${bad}~~~\n`);
  const run = slant(
    "lint",
    "--format",
    "github",
    "--format",
    "sarif=a.sarif",
    "--format",
    "junit=a.xml",
    "--format",
    "gitlab=a.json",
  );
  expect([run.status, run.stderr]).toEqual([1, ""]);
  expect(run.stdout).toMatch(
    /^::error title=slant unawaited-callback,file=a\.md,line=4,endLine=4,col=31,endColumn=35::[^\n]*\n$/,
  );
  expect(JSON.parse(readFileSync(at("a.sarif"), "utf8")).runs[0].tool.driver.version).toMatch(
    /^\d+\.\d+\.\d+/,
  );
  expect(readFileSync(at("a.xml"), "utf8")).toContain('failures="1"');
  expect(JSON.parse(readFileSync(at("a.json"), "utf8"))).toHaveLength(1);
});

test("a second run over many files finds the same, from what the first one kept", () => {
  for (let index = 0; index < 25; index++) write(`f${index}.slant`, index === 3 ? bad : `a ~> b: ${index}\n`);
  const first = slant("lint", "--format", "json");
  expect(existsSync(at("node_modules/.cache/slant/lint.json"))).toBe(true);
  expect(slant("lint", "--format", "json")).toEqual(first);
  expect(slant("lint", "--stats").stderr).not.toContain("compile");
});

describe("in several threads", () => {
  const flows = (count: number): void => {
    for (let index = 0; index < count; index++)
      write(`f${index}.slant`, index % 7 === 3 ? bad : `a ~> b: ${index}\n...@lib\n`);
    write("lib.slant", "a ~> c: too\n");
  };

  test("a run finds the same, in the same order", () => {
    flows(40);
    const alone = slant("lint", "--no-cache", "--format", "json", "--jobs", "1");
    expect(alone.status).toBe(1);
    expect(slant("lint", "--no-cache", "--format", "json", "--jobs", "3")).toEqual(alone);
  });

  test("fixes are made, too", () => {
    for (let index = 0; index < 10; index++) write(`f${index}.slant`, unused);
    expect(slant("lint", "--fix", "--jobs", "2")).toMatchObject({
      status: 0,
      stderr: "slant: made 10 fixes in 10 files\n",
    });
    expect(readFileSync(at("f9.slant"), "utf8")).toBe("a ~> b: fine\n");
  });

  // loaded into each thread before our own code: there, reading one import is the end
  const deadly = `
    const { isMainThread } = require("node:worker_threads");
    const fs = require("node:fs");
    const { openSync } = fs;
    fs.openSync = (path, ...more) => {
      if (!isMainThread && String(path).endsWith("deadly.slant")) END;
      return openSync(path, ...more);
    };
    require("node:module").syncBuiltinESMExports();
  `;
  test.each([
    ["ends quietly", "process.exit(0)", "it ended with code 0"],
    ["crashes", "process.exit(7)", "it ended with code 7"],
  ])("one that %s is a failure that names the file, and never green", (_, end, words) => {
    flows(20);
    write("f11.slant", "...@deadly\n");
    write("deadly.slant", "a ~> b: fine\n");
    write("preload.cjs", deadly.replace("END", end));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--require", at("preload.cjs"), command, "lint", "--jobs", "2", "f11.slant"].concat(
        Array.from({ length: 20 }, (_, index) => `f${index}.slant`),
      ),
      { cwd: at(), encoding: "utf8" },
    );
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("cannot finish `f11.slant`: the thread that worked on it died");
    expect(stderr).toContain(words);
    expect(stderr).not.toContain("bug");
  });
});

// who may read everything sees no such failure
test.skipIf(process.getuid?.() === 0)(
  "a file or folder that cannot be read is named, and never green",
  () => {
    write("a.slant", "a ~> b: fine\n");
    write("b.slant", "a ~> b: fine\n");
    chmodSync(at("b.slant"), 0);
    expect(slant("lint")).toEqual({
      status: 2,
      stdout: "",
      stderr: "slant: cannot read `b.slant`: permission denied\n",
    });
  },
);

test("killed at any time, a run leaves each file as it was or as it should be", async () => {
  const names = Array.from({ length: 40 }, (_, index) => `f${index}.slant`);
  for (const wait of [60, 120, 180, 240, 300]) {
    for (const name of names) write(name, unused);
    const child = spawn(process.execPath, [command, "lint", "--fix", "--format", "sarif=out.sarif"], {
      cwd: at(),
      stdio: "ignore",
    });
    const closed = new Promise((done) => child.on("close", done));
    setTimeout(() => child.kill("SIGKILL"), wait);
    await closed;
    const texts = new Set(names.map((name) => readFileSync(at(name), "utf8")));
    expect([...texts].filter((text) => text !== unused && text !== "a ~> b: fine\n")).toEqual([]);
    if (existsSync(at("out.sarif"))) JSON.parse(readFileSync(at("out.sarif"), "utf8"));
  }
  // what was killed while it wrote is hidden, and no flow
  expect(
    readdirSync(at()).filter(
      (name) => !name.startsWith(".") && !names.includes(name) && name !== "out.sarif",
    ),
  ).toEqual(["node_modules"]);
});
