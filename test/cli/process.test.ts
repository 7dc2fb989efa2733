import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  constants,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const command = resolve("dist/bin/slant.js");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "slant-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string | Uint8Array): void =>
  writeFileSync(join(folder, name), content);
const read = (name: string): string => readFileSync(join(folder, name), "utf8");

interface Options {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

const slant = (args: readonly string[], { input = "", env = {} }: Options = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    encoding: "utf8",
    input,
    env: { ...process.env, ...env },
    timeout: 20_000,
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
};

const fine = "api ~> jobs: send { callback: sent }\njobs ~> api: done { resolves: sent }\nawait: sent\n";
const bad = fine.replace("await: sent\n", "");

describe("a picture", () => {
  test("of one flow lands where it was asked to, and is said on standard error", () => {
    write("a.slant", fine);
    expect(slant(["a.slant", "b.svg"])).toEqual({ status: 0, stdout: "", stderr: "slant: wrote b.svg\n" });
    expect(slant(["--quiet", "a.slant"])).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(read("a.svg")).toBe(read("b.svg"));
    expect(read("a.svg")).toMatch(/^<svg /);
  });

  test("goes through pipes", () => {
    write("a.slant", fine);
    slant(["a.slant", "a.svg"]);
    expect(slant(["a.slant", "-"])).toEqual({ status: 0, stdout: read("a.svg"), stderr: "" });
    expect(slant(["-"], { input: fine })).toEqual({ status: 0, stdout: read("a.svg"), stderr: "" });
    expect(slant(["render", "-", "-o", "c.svg"], { input: fine }).status).toBe(0);
    expect(read("c.svg")).toBe(read("a.svg"));
  });

  test("goes whole to a reader that takes its time, also through a pipe that does not wait", async () => {
    write("a.slant", "api -> jobs: work\n".repeat(3_000));
    slant(["a.slant"]);
    const pipe = join(folder, "pipe");
    spawnSync("mkfifo", [pipe]);
    const reader = new Socket({ fd: openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK) });
    const program = `
      const fs = require("node:fs");
      fs.closeSync(1);
      fs.openSync(${JSON.stringify(pipe)}, fs.constants.O_WRONLY | fs.constants.O_NONBLOCK);
      process.argv.splice(1, 0, "slant");
      require(${JSON.stringify(command)});`;
    const child = spawn(process.execPath, ["-e", program, "--", "a.slant", "-"], {
      cwd: folder,
      stdio: "ignore",
    });
    const closed = once(child, "close");
    await new Promise((done) => setTimeout(done, 1500));
    reader.setEncoding("utf8");
    let shown = "";
    for await (const chunk of reader) shown += chunk;
    expect(await closed).toEqual([0, null]);
    expect(shown.length).toBe(read("a.svg").length);
    expect(shown === read("a.svg")).toBe(true);
  });

  test("is the same whatever ends its lines, with a byte order mark or without, and in any locale", () => {
    const inputs = [fine, fine.replaceAll("\n", "\r\n"), fine.replaceAll("\n", "\r"), `\ufeff${fine}`];
    const pictures = inputs.map((input, index) =>
      slant(["-"], { input, env: { LANG: ["C", "tr_TR"][index % 2] ?? "" } }),
    );
    expect(new Set(pictures.map(({ stdout }) => stdout)).size).toBe(1);
    expect(pictures[0]).toMatchObject({ status: 0, stderr: "" });
  });

  test("of a flow with errors is not drawn, and an old one is left as it was", () => {
    write("a.slant", "a -> b {\n");
    write("a.svg", "old");
    const { status, stdout, stderr } = slant(["a.slant"]);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^a\.slant:1:\d+ error /);
    expect(read("a.svg")).toBe("old");
    expect(slant(["a.slant", "--force"]).status).toBe(1);
    expect(read("a.svg")).toMatch(/^<svg /);
  });

  test("of an empty text is an empty picture", () => {
    for (const input of ["", "\n", "# nothing yet\n", "\ufeff"]) {
      const { status, stdout, stderr } = slant(["-"], { input });
      expect([status, stderr]).toEqual([0, ""]);
      expect(stdout).toMatch(/^<svg [\s\S]*<\/svg>\n?$/);
    }
  });

  test("of a folder is a folder of pictures", () => {
    mkdirSync(join(folder, "flows/deep"), { recursive: true });
    write("flows/a.slant", fine);
    write("flows/deep/b.slant", fine);
    expect(slant(["render", "flows", "--out-dir", "out/x"])).toEqual({
      status: 0,
      stdout: "",
      stderr: "slant: wrote 2 pictures\n",
    });
    expect(read("out/x/a.svg")).toBe(read("out/x/deep/b.svg"));
    expect(slant(["render", "flows/**/b.slant", "--out-dir", "glob"]).status).toBe(0);
    expect(readdirSync(join(folder, "glob"), { recursive: true }).toSorted()).toEqual(["deep", "deep/b.svg"]);
  });
});

describe("wrong input and output fail with 2 and name the path", () => {
  test.each<[string, readonly string[], string]>([
    ["a missing file", ["lint", "missing.slant"], "cannot read `missing.slant`: no such file or folder"],
    ["a missing file to draw", ["missing.slant"], "cannot read `missing.slant`: no such file or folder"],
    ["a folder without flows", ["lint", "empty"], "there are no `.slant` files in `empty`"],
    ["a glob without matches", ["render", "empty/*.slant"], "no `.slant` file matches `empty/*.slant`"],
    [
      "an output in a missing folder",
      ["a.slant", "no/a.svg"],
      "cannot write `no/a.svg`: no such file or folder",
    ],
    ["an output that is a folder", ["a.slant", "-o", "empty"], "unknown option '-o'"],
    [
      "an output that is a folder to render",
      ["render", "a.slant", "-o", "empty"],
      "cannot write `empty`: it is a folder",
    ],
    [
      "a report in a missing folder",
      ["lint", "a.slant", "--format", "json=no/a.json"],
      "cannot write `no/a.json`",
    ],
    [
      "an output folder that is a file",
      ["render", "a.slant", "--out-dir", "a.slant"],
      "cannot write `a.slant`",
    ],
    ["another tool's format", ["a.slant", "a.gif"], "`a.gif`: this version does not write `.gif` files"],
    ["the flow itself", ["a.slant", "a.slant"], "`a.slant` is a flow, and would be overwritten"],
  ])("%s", (_, args, words) => {
    mkdirSync(join(folder, "empty"));
    write("a.slant", fine);
    const { status, stdout, stderr } = slant(args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain("bug");
    expect(readdirSync(folder).toSorted()).toEqual(["a.slant", "empty"]);
  });
});

describe("a lint run", () => {
  test("says what is wrong on standard output", () => {
    write("a.slant", bad);
    const { status, stdout, stderr } = slant(["lint"]);
    expect([status, stderr]).toEqual([1, ""]);
    expect(stdout).toMatch(/^a\.slant:1:\d+ error unawaited-callback\n/);
  });

  test("paints on demand only", () => {
    write("a.slant", bad);
    const plain = slant(["lint", "a.slant"]).stdout;
    expect(plain).not.toContain("\u001b");
    expect(slant(["lint", "a.slant"], { env: { FORCE_COLOR: "1" } }).stdout).toContain("\u001b[31m");
    expect(slant(["lint", "a.slant", "--color"], { env: { NO_COLOR: "1" } }).stdout).toContain("\u001b[31m");
    expect(slant(["lint", "a.slant"], { env: { FORCE_COLOR: "1", NO_COLOR: "1" } }).stdout).toBe(plain);
    expect(slant(["--no-color", "lint", "a.slant"], { env: { FORCE_COLOR: "1" } }).stdout).toBe(plain);
  });

  test("of random bytes ends with findings", () => {
    for (const size of [1, 100, 10_000, 100_000]) {
      write("a.slant", randomBytes(size).fill(0xff, 0, 1));
      const { status, stdout, stderr } = slant(["lint", "a.slant"]);
      expect([status, stderr]).toEqual([1, ""]);
      expect(stdout).toMatch(/^a\.slant:\d+:\d+ error /);
    }
  });

  test("is quiet when nobody reads on", async () => {
    write("a.slant", bad.repeat(2_000));
    const child = spawn(process.execPath, [command, "lint", "--format", "json", "a.slant"], { cwd: folder });
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const code = await new Promise((done) => child.on("close", done));
    expect([code, stderr]).toEqual([1, ""]);
  });
});

describe("killed at any time, a run of many pictures leaves each as it was or as it should be", () => {
  test.each([
    ["in one thread", 1],
    ["in several", 3],
  ])("%s", async (_, jobs) => {
    for (let index = 0; index < 30; index++)
      write(`f${index}.slant`, fine.replaceAll("send", `send ${index}`));
    const draw = ["render", ".", "--out-dir", "out", "--jobs", `${jobs}`];
    mkdirSync(join(folder, "node_modules"));
    slant([...draw]);
    const whole = (name: string): string => read(`out/${name}`);
    const names = readdirSync(join(folder, "out"));
    expect(names).toHaveLength(30);
    const before = new Map(names.map((name) => [name, whole(name)]));
    slant([...draw, "--theme", "dark"]);
    const after = new Map(names.map((name) => [name, whole(name)]));
    for (let round = 0; round < 6; round++) {
      for (const [name, picture] of before) write(`out/${name}`, picture);
      const child = spawn(process.execPath, [command, ...draw, "--theme", "dark"], {
        cwd: folder,
        stdio: "ignore",
      });
      const closed = new Promise((done) => child.on("close", done));
      setTimeout(() => child.kill("SIGKILL"), 100 + Math.random() * 700);
      await closed;
      // what was killed while it wrote is hidden
      expect(readdirSync(join(folder, "out")).filter((name) => !name.startsWith("."))).toEqual(names);
      for (const name of names) expect([before.get(name), after.get(name)]).toContain(whole(name));
    }
    expect(slant([...draw, "--theme", "dark"]).status).toBe(0);
    for (const name of names) expect(whole(name)).toBe(after.get(name));
  });
});
