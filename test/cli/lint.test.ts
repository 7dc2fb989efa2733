import { describe, expect, test } from "vitest";
import { runIn } from "./memory-world.ts";

const asked = "api ~> jobs: send { callback: sent }\njobs ~> api: done { resolves: sent }\n";
const clean = `${asked}await: sent\n`;
const warned = "api ~> jobs: send\nApi -> jobs: send\n";
const broken = "a -> b {\n";

describe("the exit code", () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[], number]>([
    ["a clean file", { "a.slant": clean }, ["a.slant"], 0],
    ["a finding that is an error", { "a.slant": asked }, ["a.slant"], 1],
    ["a text that cannot be read", { "a.slant": broken }, ["a.slant"], 1],
    ["one bad file among good ones", { "a.slant": clean, "b.slant": asked }, [], 1],
    ["a warning", { "a.slant": warned }, ["a.slant"], 0],
    ["more warnings than are allowed", { "a.slant": warned }, ["--max-warnings", "0", "a.slant"], 1],
    ["as many warnings as are allowed", { "a.slant": warned }, ["--max-warnings", "1", "a.slant"], 0],
    ["a rule that was turned off", { "a.slant": asked }, ["--rule", "unawaited-callback=off", "a.slant"], 0],
    [
      "a rule that was turned down",
      { "a.slant": asked },
      ["--rule", "unawaited-callback=warning", "a.slant"],
      0,
    ],
    [
      "errors of the text when a rule is off",
      { "a.slant": broken },
      ["--rule", "unawaited-callback=off", "a.slant"],
      1,
    ],
    ["nothing to check, which is fine", {}, ["--allow-empty"], 0],
    ["nothing to check", {}, [], 2],
    ["a missing file", {}, ["a.slant"], 2],
  ])("%s", async (_, files, args, code) => {
    expect(await runIn({ files }, "lint", ...args)).toMatchObject({ code });
  });
});

test("without a path, the files under this folder are checked", async () => {
  const files = { "b/c.slant": asked, "a.slant": clean, "b/readme.txt": asked };
  const { out } = await runIn({ files }, "lint");
  expect(out).toMatch(/^b\/c\.slant:1:\d+ error unawaited-callback\n[\s\S]*\n1 error in 1 of 2 files\.\n$/);
});

test("a file named twice is checked once, and `./` makes no difference", async () => {
  const { out } = await runIn(
    { files: { "a.slant": asked } },
    "lint",
    "a.slant",
    "./a.slant",
    ".",
    "*.slant",
  );
  expect(out).toMatch(/\n1 error in a\.slant\.\n$/);
});

test("the files alone can be listed", async () => {
  const files = { "a.slant": asked, "b/c.slant": asked, "b/d.slant": asked };
  expect(await runIn({ files }, "lint", "--list-files", "b", "a.slant")).toMatchObject({
    code: 0,
    out: "b/c.slant\nb/d.slant\na.slant\n",
    err: "",
  });
});

test("standard input has the name that it is given", async () => {
  const { code, out } = await runIn({ stdin: asked }, "lint", "-", "--stdin-filename", "deep/x.slant");
  expect(code).toBe(1);
  expect(out).toMatch(/^deep\/x\.slant:1:/);
  expect((await runIn({ stdin: asked }, "lint", "-")).out).toMatch(/^<stdin>:1:/);
});

test("several reports are written at once, one of them to standard output", async () => {
  const files = { "a.slant": asked };
  const {
    out,
    err,
    files: left,
  } = await runIn({ files }, "lint", "--format", "json", "--format", "pretty=report.txt", "--color");
  expect(JSON.parse(out)).toMatchObject({ version: 1, summary: { errors: 1 }, files: ["a.slant"] });
  expect(left.get("report.txt")).toMatch(/^a\.slant:1:\d+ error unawaited-callback\n/);
  expect(err).toBe("");
});

test("quiet shows errors alone, and nothing when there are none", async () => {
  expect(await runIn({ files: { "a.slant": warned } }, "lint", "--quiet")).toMatchObject({
    code: 0,
    out: "",
  });
  const both = await runIn({ files: { "a.slant": warned, "b.slant": asked } }, "--quiet", "lint");
  expect(both.out).toMatch(/^b\.slant:1:/);
  expect(both.out).not.toMatch(/warning|files/);
});

test("too many warnings are counted on standard error, also when they are not shown", async () => {
  const { code, out, err } = await runIn(
    { files: { "a.slant": warned } },
    "lint",
    "--quiet",
    "--max-warnings",
    "0",
  );
  expect([code, out, err]).toEqual([1, "", "slant: 1 warning, and --max-warnings allows 0\n"]);
});

test("statistics go to standard error", async () => {
  const { out, err } = await runIn({ files: { "a.slant": clean }, tick: 2 }, "lint", "--stats");
  expect(out).toBe("No findings in a.slant.\n");
  expect(err).toBe(
    "1 file · 2 participants · 2 messages · 0 fragments · 1 callback\nread 2.0 ms · compile 2.0 ms · check 2.0 ms\n",
  );
});

test("a long run says how far it is, to people only", async () => {
  const files = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index}.slant`, clean]));
  const watched = await runIn({ files, isTerminal: true, tick: 30 }, "lint", "--no-color");
  expect(watched.err).toContain("\r\u001b[2Kchecked ");
  expect(watched.err).toMatch(/checked \d+ of 30 files/);
  expect(watched.err.endsWith("\r\u001b[2K")).toBe(true);
  expect((await runIn({ files, tick: 30 }, "lint")).err).toBe("");
  expect((await runIn({ files, isTerminal: true, tick: 30, env: { CI: "true" } }, "lint")).err).toBe("");
  expect((await runIn({ files, isTerminal: true, tick: 1 }, "lint")).err).toBe("");
});

test("a disk that fails is named, and is no bug", async () => {
  const { code, err } = await runIn({ files: { "a.slant": clean }, broken: { "a.slant": "EACCES" } }, "lint");
  expect([code, err]).toEqual([2, "slant: cannot read `a.slant`: permission denied\n"]);
});

test("a bug of ours asks for a report, and shows its place on demand", async () => {
  const world = { files: { "a.slant": clean }, broken: { "a.slant": "BUG" } };
  const { code, out, err } = await runIn(world, "lint");
  expect([code, out]).toEqual([2, ""]);
  expect(err).toMatch(
    /^slant: this is a bug in Slant, not in your file: BUG: a\.slant\n {2}Please report it/,
  );
  expect(err).not.toMatch(/\n\s+at /);
  expect((await runIn(world, "lint", "--debug")).err).toMatch(/\n\s+at /);
});
