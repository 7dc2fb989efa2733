import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fixText } from "../../src/cli/lint/fix-text.ts";
import type { DocumentVerdict } from "../../src/lint-document.ts";
import type { Diagnostic } from "../../src/source/diagnostic.ts";
import { runIn } from "./memory-world.ts";

const unused = "a ~> b: fine\n# slant-ignore unawaited-callback: long gone\nb ~> a: fine\n";
const clean = "a ~> b: fine\nb ~> a: fine\n";

test("safe fixes are made, and what is left is reported", async () => {
  const asked = "x ~> y: send { callback: sent }\ny ~> x: done { resolves: sent }\n";
  const { code, out, err, files } = await runIn(
    { files: { "a.slant": unused + asked, "b.slant": clean } },
    "lint",
    "--fix",
  );
  expect(code).toBe(1);
  expect(files.get("a.slant")).toBe(clean + asked);
  expect(out).toMatch(/^a\.slant:3:\d+ error unawaited-callback\n[\s\S]*\n1 error in 1 of 2 files\.\n$/);
  expect(err).toBe("slant: made 1 fix in 1 file\n");
});

test("fixes in Markdown keep the document around them", async () => {
  const document = (text: string) => `- list\n\n  ~~~slant\n${text.replace(/^(?=.)/gm, "  ")}  ~~~\n\nend\n`;
  const { code, files } = await runIn(
    { files: { "a.md": document(unused) } },
    "lint",
    "--fix",
    "--max-warnings",
    "0",
  );
  expect(code).toBe(0);
  expect(files.get("a.md")).toBe(document(clean));
});

describe("a dry run", () => {
  test("writes nothing and shows a diff that git applies", async () => {
    const files = { "docs/a b.slant": `${unused}${"x -> y: z\n".repeat(20)}${unused}` };
    const run = await runIn({ files }, "lint", "--fix-dry-run");
    expect(run.files.get("docs/a b.slant")).toBe(files["docs/a b.slant"]);
    expect([run.code, run.err]).toEqual([0, "slant: would make 2 fixes in 1 file\n"]);
    const folder = mkdtempSync(join(tmpdir(), "slant-"));
    mkdirSync(join(folder, "docs"));
    writeFileSync(join(folder, "docs/a b.slant"), files["docs/a b.slant"]);
    execFileSync("git", ["apply", "--unsafe-paths", "-"], { cwd: folder, input: run.out });
    expect(readFileSync(join(folder, "docs/a b.slant"), "utf8")).toBe(
      `${clean}${"x -> y: z\n".repeat(20)}${clean}`,
    );
    rmSync(folder, { recursive: true });
  });

  test("shows it on standard error when a report takes standard output", async () => {
    const run = await runIn({ files: { "a.slant": unused } }, "lint", "--fix-dry-run", "--format", "json");
    expect(JSON.parse(run.out)).toMatchObject({ diagnostics: [] });
    expect(run.err).toMatch(/^--- a\/a\.slant\n\+\+\+ b\/a\.slant\n@@ -1,3 \+1,2 @@\n/);
  });

  test("shows nothing when there is nothing to fix", async () => {
    expect(await runIn({ files: { "a.slant": clean } }, "lint", "--fix-dry-run")).toMatchObject({
      code: 0,
      out: "",
      err: "",
    });
  });

  test("is the only way for standard input", async () => {
    expect((await runIn({ stdin: unused }, "lint", "-", "--fix-dry-run")).out).toContain(
      "-# slant-ignore unawaited-callback",
    );
    expect(await runIn({ stdin: unused }, "lint", "-", "--fix")).toMatchObject({
      code: 2,
      err: expect.stringContaining("--fix-dry-run"),
    });
  });
});

test("a file that cannot be written is named, and the exit code says it", async () => {
  const world = { files: { "a.slant": unused } };
  expect((await runIn({ ...world, broken: { "a.slant": "EACCES" } }, "lint", "--fix")).code).toBe(2);
});

/** A linter of letters: `x` and `y` may go, but somebody misses the last `y`; `z` is a suggestion. */
const lintLetters = (text: string): DocumentVerdict => {
  const about = (code: string, at: number, fixes: Diagnostic["fixes"] = []): Diagnostic => {
    const span = { file: "a", start: at, end: at + 1 };
    return { code, severity: "warning", message: code, span, fixes, fingerprint: code };
  };
  const letters = Array.from(text, (letter, at) => {
    const edits = [{ span: { file: "a", start: at, end: at + 1 }, text: "" }];
    const kind = letter === "z" ? "suggestion" : "safe";
    return "xyz".includes(letter) ? [about(letter, at, [{ kind, message: letter, edits }])] : [];
  });
  return {
    diagnostics: [...letters.flat(), ...(text.includes("y") ? [] : [about("missed", 0)])],
    suppressed: [],
    imported: {},
    counts: { participant: 0, message: 0, fragment: 0, callback: 0 },
  };
};

test.each([
  ["axbxcy", "abcy", 2],
  ["yxaxxx", "ya", 4],
  ["yz", "yz", 0],
  ["xyxyx", "y", 4],
  ["a", "a", 0],
])("of the fixes of %s, those that add a finding are dropped", (text, after, count) => {
  expect(fixText("a", text, lintLetters(text), lintLetters)).toMatchObject({ text: after, count });
});

test("a fix of another file is left alone", () => {
  expect(fixText("b", "xy", lintLetters("xy"), lintLetters)).toMatchObject({ text: "xy", count: 0 });
});
