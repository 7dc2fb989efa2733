import { expect, test } from "vitest";
import { type MemoryWorldOptions, runIn } from "./memory-world.ts";

const asked = "api ~> jobs: send { callback: sent }\njobs ~> api: done { resolves: sent }\n";
const many = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => [
    `f${index}.slant`,
    index === 7 ? asked : `a${index} ~> b: hello\n`,
  ]),
);

/** Runs twice, the second time with other files; says which parts of the second run took place. */
const twice = async (
  before: MemoryWorldOptions,
  after: Readonly<Record<string, string>>,
  ...args: string[]
) => {
  const first = await runIn({ isCaching: true, tick: 1, ...before }, "lint", "--stats", ...args);
  const files = { ...Object.fromEntries(first.files), ...after };
  const second = await runIn({ isCaching: true, tick: 1, files }, "lint", "--stats", ...args);
  return { first, second, compiled: Number(/compile (\d+)/.exec(second.err)?.[1] ?? 0) };
};

test("what has not changed is not compiled again, and reported as before", async () => {
  const { first, second, compiled } = await twice({ files: many }, {});
  expect(first.err).toMatch(/compile 30\.0 ms/);
  expect(compiled).toBe(0);
  expect([second.code, second.out]).toEqual([first.code, first.out]);
  expect(second.err.split("\n")[0]).toBe(first.err.split("\n")[0]);
  expect(second.code).toBe(1);
});

test("what has changed is", async () => {
  expect((await twice({ files: many }, { "f3.slant": asked })).compiled).toBe(1);
});

test("other rules for a file are", async () => {
  const config = { overrides: [{ files: "f3.slant", rules: { "missing-reply": "off" } }] };
  const { compiled } = await twice({ files: many }, { "slant.config.json": JSON.stringify(config) });
  expect(compiled).toBe(1);
});

test("an import that changes is", async () => {
  const files = { ...many, "f1.slant": "...@lib\n", "lib.slant": "x ~> y: one\n" };
  const { compiled } = await twice({ files }, { "lib.slant": "x ~> y: two\n" });
  // the file itself, and the one that imports it
  expect(compiled).toBe(2);
});

test("an import that was missing is", async () => {
  const files = { ...many, "f1.slant": "...@lib\n" };
  const { first, second } = await twice({ files }, { "lib.slant": "x ~> y: one\n" });
  expect(first.out).toContain("f1.slant:1");
  expect(second.out).not.toContain("f1.slant:1");
});

test.each([
  ["is broken", "{"],
  ["is of another build", '{"build":"0","entries":{}}'],
  ["is something else", "[]"],
])("a cache that %s is no harm", async (_, text) => {
  const { second, compiled } = await twice({ files: many }, { "cache/lint.json": text });
  expect([second.code, compiled]).toEqual([1, 30]);
});

test("nothing is kept with --no-cache, of few files, and where it cannot be written", async () => {
  const kept = async (options: MemoryWorldOptions, ...args: string[]) =>
    (await runIn({ isCaching: true, files: many, ...options }, "lint", ...args)).files.has("cache/lint.json");
  expect(await kept({})).toBe(true);
  expect(await kept({}, "--no-cache")).toBe(false);
  expect(await kept({ files: { "a.slant": asked } })).toBe(false);
  expect(await kept({ broken: { "cache/lint.json": "EROFS" } })).toBe(false);
});
