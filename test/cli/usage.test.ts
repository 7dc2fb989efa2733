import { expect, test } from "vitest";
import { runIn } from "./memory-world.ts";

test("the version is a bare number", async () => {
  expect(await runIn({}, "--version")).toMatchObject({ code: 0, out: "1.2.3\n", err: "" });
});

test("without arguments, the help goes to standard error", async () => {
  const { code, out, err } = await runIn({});
  expect([code, out]).toEqual([2, ""]);
  expect(err).toMatch(/^Usage: slant IN \[OUT\]/);
});

test.each([
  [["--help"], "slant lint"],
  [["help"], "slant lint"],
  [["lint", "--help"], "--max-warnings"],
  [["help", "lint"], "--max-warnings"],
  [["render", "--help"], "--out-dir"],
  [["explain", "--help"], "unawaited-callback"],
  [["fmt", "--help"], "--check"],
  [["inspect", "--help"], "--stage"],
])("%j explains itself on standard output, with examples", async (args, words) => {
  const { code, out, err } = await runIn({}, ...args);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toContain(words);
  expect(out).toContain("Examples:\n");
  expect(out).toContain("--no-color");
});

test.each<[readonly string[], string]>([
  [["lnit", "x"], "slant: `lnit` is neither a command nor a file\n  Did you mean `lint`?\n"],
  [["frobnicate"], "slant: `frobnicate` is neither a command nor a file\n  The commands are `render`"],
  [["lint", "--fromat", "json"], "slant: unknown option '--fromat'\n(Did you mean --format?)\n"],
  [["lint", "--format", "jsn"], "There is no format `jsn`. Did you mean `json`?"],
  [["lint", "--format", "json", "--format", "pretty"], "Only one report can go to standard output"],
  [["lint", "--max-warnings", "many"], "It takes a whole number"],
  [
    ["lint", "--rule", "unawaited-calback=off"],
    "There is no rule `unawaited-calback`. Did you mean `unawaited-callback`?",
  ],
  [
    ["lint", "--rule", "unawaited-callback=loud"],
    "Write `unawaited-callback=off`, or info, warning or error.",
  ],
  [
    ["explain", "unawaited-calback"],
    "slant: there is no code `unawaited-calback`\n  Did you mean `unawaited-callback`?\n",
  ],
  [["explain", "one", "two"], "too many arguments"],
  [["inspect", "a.slant", "--stage", "flaw"], "Allowed choices are ast, flow, scene."],
  [["lint", "--jobs", "0"], "It takes a whole number from 1."],
  [["render", "a.slant", "--jobs", "many"], "It takes a whole number"],
  [["render"], "missing required argument 'in'"],
  [["render", "a.slant", "--theme", "drak"], "did you mean `dark`?"],
  [["render", "a.slant", "--format", "gif"], "This version writes svg,"],
  [["render", "a.slant", "--pad", "1001"], "a number of px from 0 to 1000"],
  [["render", "a.slant", "--background", "red;}"], "a colour"],
  [["render", "a.slant", "-o", "a.svg", "--out-dir", "b"], "use either --output or --out-dir"],
])("%j is wrong usage, and says what to do", async (args, words) => {
  const { code, out, err } = await runIn({ files: { "a.slant": "a -> b\n" } }, ...args);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(words);
});
