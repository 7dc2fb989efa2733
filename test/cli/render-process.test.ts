import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { builtCommand, command } from "./built-command.ts";

const { path: at, write, slant } = builtCommand();
beforeEach(() => {
  for (const inner of ["flows", "flows/deep"]) mkdirSync(at(inner));
  for (let index = 0; index < 12; index++)
    write(`flows/${index % 3 === 0 ? "deep/" : ""}f${index}.slant`, `a ~> b: flow ${index}\n...@lib\n`);
  write("flows/lib.slant", "a ~> c: of all\n");
  write("flows/deep/lib.slant", "a ~> c: of some\n");
});

/** Every file below a folder, and its bytes. */
const treeOf = (name: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(at(name), { recursive: true, encoding: "utf8" })
      .filter((path) => statSync(at(name, path)).isFile())
      .sort()
      .map((path) => [path, readFileSync(at(name, path), "latin1")]),
  );

describe.each(["svg", "png", "txt"])("many pictures as %s", (format) => {
  test("are the same in several threads as in one, and keep their folders", () => {
    const draw = ["render", "flows", "--format", format, "--no-cache"];
    expect(slant(...draw, "--out-dir", "one", "--jobs", "1")).toEqual({
      status: 0,
      stdout: "",
      stderr: "slant: wrote 14 pictures\n",
    });
    expect(slant(...draw, "--out-dir", "many", "--jobs", "3").stderr).toBe("slant: wrote 14 pictures\n");
    expect(treeOf("many")).toEqual(treeOf("one"));
    expect([...treeOf("one").keys()]).toContain(`deep/f0.${format}`);
  });
});

test("what has not changed is left alone, down to its date", () => {
  const draw = ["render", "flows", "--out-dir", "out"];
  slant(...draw);
  const dates = () => [...treeOf("out").keys()].map((name) => statSync(at("out", name)).mtimeMs);
  const before = dates();
  expect(slant(...draw).stderr).toBe("slant: wrote 0 pictures, 14 unchanged\n");
  expect(slant(...draw, "--no-cache").stderr).toBe("slant: wrote 0 pictures, 14 unchanged\n");
  expect(dates()).toEqual(before);
  write("flows/deep/lib.slant", "a ~> c: changed\n");
  expect(slant(...draw).stderr).toBe("slant: wrote 5 pictures, 9 unchanged\n");
  expect(existsSync(at("node_modules/.cache/slant/render.json"))).toBe(true);
});

// loaded into each thread before our own code: there, reading one import is the end
const deadly = `
  const { isMainThread } = require("node:worker_threads");
  const fs = require("node:fs");
  const { openSync } = fs;
  fs.openSync = (path, ...more) => {
    if (!isMainThread && String(path).endsWith("deadly.slant")) process.exit(7);
    return openSync(path, ...more);
  };
  require("node:module").syncBuiltinESMExports();
`;

test("a thread that dies costs one picture, and the run fails with its name", () => {
  write("flows/f4.slant", "...@deadly\n");
  write("flows/deadly.slant", "a ~> b: fine\n");
  write("preload.cjs", deadly);
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--require", at("preload.cjs"), command, "render", "flows", "--out-dir", "out", "--jobs", "2"],
    { cwd: at(), encoding: "utf8" },
  );
  expect(status).toBe(2);
  expect(stderr).toContain(
    "slant: cannot finish `flows/f4.slant`: the thread that worked on it died, it ended with code 7\n",
  );
  expect(stderr).toContain("slant: wrote 14 pictures, 1 failed\n");
  expect([...treeOf("out").keys()]).toHaveLength(14);
});
