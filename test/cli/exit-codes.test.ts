import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";

/**
 * Every way in which a run ends, by a real process: its exit code, and which of the two streams holds anything. Standard
 * output holds only what was asked for.
 */
const command = resolve("dist/bin/slant.js");

const fine = "a ~> b: hello\n";
const asked = "api ~> jobs: send { callback: sent }\njobs ~> api: done { resolves: sent }\n";
const files = {
  "fine.slant": fine,
  "loose.slant": "a~>b:hello\n",
  "warned.slant": "mail ~> b: one\nMail ~> b: two\n",
  "found.slant": asked,
  "broken.slant": "a -> b {\n",
  "bug.slant": fine,
  "page.md": "# No flow\n",
  "wrong/slant.config.json": '{ "theme": "drak" }',
  "wrong/a.slant": fine,
  "nothing/readme.txt": "",
  // something that our own code does not expect: an error without a code
  "bug.cjs": `
    const fs = require("node:fs");
    const { readFileSync } = fs;
    fs.readFileSync = (path, ...more) => {
      if (String(path).endsWith("bug.slant")) throw new Error("out of ink");
      return readFileSync(path, ...more);
    };
    require("node:module").syncBuiltinESMExports();
  `,
};

let folder = "";
const folders: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "slant-codes-"));
  folders.push(folder);
  for (const inner of ["wrong", "nothing", "node_modules"]) mkdirSync(join(folder, inner));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true });
});

const run = (args: readonly string[], input = "") => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...preload(args), command, ...args], {
    cwd: folder,
    encoding: "utf8",
    input,
    timeout: 30_000,
  });
  return { code: status, out: stdout, err: stderr };
};

const preload = (args: readonly string[]): readonly string[] =>
  args.includes("bug.slant") ? ["--require", join(folder, "bug.cjs")] : [];

/** Arguments (with `< TEXT` as standard input), whether anything is on standard output and on standard error, and words there. */
type Row = readonly [line: string, out: "out" | "", err: "err" | "", words?: string];

const rows: Readonly<Record<0 | 1 | 2, readonly Row[]>> = {
  0: [
    ["fine.slant", "", "err", "wrote fine.svg"],
    ["fine.slant --quiet", "", ""],
    ["fine.slant -", "out", "", "<svg"],
    ["- < a ~> b: hello", "out", "", "<svg"],
    ["fine.slant a.png", "", "err", "wrote a.png"],
    ["fine.slant --format png -", "out", "", "PNG"],
    ["render fine.slant loose.slant --out-dir out", "", "err", "wrote 2 pictures"],
    ["warned.slant", "", "err", "warning case-differs"],
    ["found.slant", "", "err", "wrote found.svg"],
    ["lint fine.slant", "out", "", "No findings in fine.slant."],
    ["lint fine.slant --quiet", "", ""],
    ["lint warned.slant", "out", "", "2 warnings"],
    ["lint warned.slant --max-warnings 2", "out", ""],
    ["lint fine.slant --stats", "out", "err", "compile"],
    ["lint fine.slant --format json=report.json", "", ""],
    ["lint found.slant --rule unawaited-callback=off", "out", ""],
    ["lint page.md", "out", ""],
    ["lint nothing --allow-empty", "out", ""],
    ["lint --list-files fine.slant", "out", "", "fine.slant"],
    ["lint --print-config fine.slant", "out", "", '"extends"'],
    ["lint found.slant --baseline write base.json", "out", "err", "wrote 1 finding"],
    ["lint - < a ~> b: hello", "out", ""],
    ["fmt fine.slant", "", ""],
    ["fmt loose.slant", "", "err", "Formatted 1 of 1 file."],
    ["fmt fine.slant --check", "", ""],
    ["fmt - < a~>b:hello", "out", "", "a ~> b: hello"],
    ["explain", "out", "", "unawaited-callback"],
    ["explain unawaited-callback", "out", ""],
    ["inspect fine.slant", "out", "", '"messages"'],
    ["inspect fine.slant --stage scene", "out", ""],
    ["init", "", "err", "wrote slant.config.json"],
    ["--version", "out", ""],
    ["--help", "out", "", "Examples:"],
    ["help lint", "out", "", "Examples:"],
  ],
  1: [
    ["broken.slant", "", "err", "error unclosed-brace"],
    ["broken.slant --force", "", "err", "error unclosed-brace"],
    ["broken.slant --quiet", "", "err", "error unclosed-brace"],
    ["warned.slant --strict", "", "err", "warning case-differs"],
    ["render fine.slant broken.slant --out-dir out", "", "err", "wrote 1 picture, 1 failed"],
    ["lint found.slant", "out", "", "error unawaited-callback"],
    ["lint found.slant --quiet", "out", ""],
    ["lint broken.slant", "out", "", "error unclosed-brace"],
    ["lint warned.slant --max-warnings 0", "out", "err", "--max-warnings allows 0"],
    ["lint --rule unawaited-callback=warning --max-warnings 0 found.slant", "out", "err", "1 warning"],
    ["lint found.slant --format sarif=found.sarif", "", ""],
    ["fmt loose.slant --check", "out", "err", "loose.slant"],
    ["fmt broken.slant", "", "err", "error unclosed-brace"],
    ["inspect broken.slant", "out", "", '"diagnostics"'],
  ],
  2: [
    ["", "", "err", "Examples:"],
    ["lnit", "", "err", "Did you mean `lint`?"],
    ["lint --formt json", "", "err", "unknown option '--formt'"],
    ["lint --format xml", "", "err", "There is no format `xml`."],
    ["lint --jobs 0", "", "err", "It takes a whole number from 1."],
    ["lint missing.slant", "", "err", "`missing.slant`"],
    ["missing.slant", "", "err", "`missing.slant`"],
    ["lint nothing", "", "err", "`nothing`"],
    ["render nothing", "", "err", "`nothing`"],
    ["fmt nothing/*.slant", "", "err", "`nothing/*.slant`"],
    ["fine.slant missing/a.svg", "", "err", "cannot write `missing/a.svg`"],
    ["lint fine.slant --format json=missing/a.json", "", "err", "cannot write `missing/a.json`"],
    ["lint wrong", "", "err", "did you mean `dark`?"],
    ["wrong/a.slant", "", "err", "`wrong/slant.config.json`"],
    ["lint fine.slant --config missing.json", "", "err", "`missing.json`"],
    ["lint fine.slant --baseline check missing.json", "", "err", "`missing.json`"],
    ["fmt page.md", "", "err", "it is Markdown"],
    ["explain nonsense", "", "err", "`nonsense`"],
    ["inspect missing.slant", "", "err", "`missing.slant`"],
    [
      "bug.slant",
      "",
      "err",
      "this is a bug in Slant, not in your file: out of ink\n  It came with `bug.slant`.",
    ],
    ["lint bug.slant", "", "err", "Please report it"],
    ["render bug.slant fine.slant --out-dir out", "", "err", "wrote 1 picture, 1 failed"],
  ],
};

describe.each(Object.entries(rows))("exit code %s", (code, all) => {
  test.each([...all])("slant %s", (line = "", out = "", err = "", words = "") => {
    const [typed = "", input = ""] = line.split(" < ");
    const found = run(typed.split(" ").filter(Boolean), `${input}\n`);
    expect(found.code, found.err).toBe(Number(code));
    expect([found.out !== "" ? "out" : "", found.err !== "" ? "err" : ""]).toEqual([out, err]);
    expect(found.out + found.err).toContain(words);
    expect(found.err).not.toMatch(/^\s+at .*:\d+:\d+/m);
  });
});

test("only --debug shows where a bug of ours happened", () => {
  expect(run(["bug.slant", "--debug"]).err).toMatch(/^\s+at .*:\d+:\d+/m);
});

// the one device that is always full
test.skipIf(!existsSync("/dev/full"))("a full disk is told, wherever the output goes", () => {
  const full = (line: string) =>
    spawnSync("bash", ["-c", `node '${command}' ${line}`], { cwd: folder, encoding: "utf8" });
  for (const line of ["fine.slant - > /dev/full", "lint found.slant > /dev/full"]) {
    const { status, stderr } = full(line);
    expect([status, stderr]).toEqual([2, "slant: cannot write to standard output: the disk is full\n"]);
  }
  const { status, stderr } = full("fine.slant /dev/full");
  expect([status, stderr]).toEqual([2, "slant: cannot write `/dev/full`: the disk is full\n"]);
});

// who may read and write everything sees no such failure
test.skipIf(process.getuid?.() === 0)("what may not be read or written is named", () => {
  chmodSync(join(folder, "fine.slant"), 0);
  expect(run(["fine.slant"])).toMatchObject({
    code: 2,
    out: "",
    err: expect.stringContaining("`fine.slant`"),
  });
  mkdirSync(join(folder, "locked"));
  chmodSync(join(folder, "locked"), 0o500);
  const { code, err } = run(["loose.slant", "locked/a.svg"]);
  expect([code, err]).toEqual([2, "slant: cannot write `locked/a.svg`: permission denied\n"]);
});
