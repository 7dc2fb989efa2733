import { describe, expect, test } from "vitest";
import { runIn } from "./memory-world.ts";

const asked = (name: string) =>
  `api ~> jobs: send { callback: ${name} }\njobs ~> api: done { resolves: ${name} }\n`;
const old = { "flows/a.slant": asked("sent"), "flows/b.slant": asked("paid") };

/** The files after a baseline was written, and then some changed. */
const known = async (changes: Readonly<Record<string, string>> = {}, path = "baseline.json") => {
  const { files } = await runIn({ files: old }, "lint", "--baseline", "write", path);
  return { ...Object.fromEntries(files), ...changes };
};

describe("--baseline write", () => {
  test("keeps what is found, for people to read, and is fine", async () => {
    const { code, out, err, files } = await runIn(
      { files: old },
      "lint",
      "--baseline",
      "write",
      "baseline.json",
    );
    expect([code, out, err]).toEqual([
      0,
      "No findings in 2 files.\n",
      "slant: wrote 2 findings to baseline.json\n",
    ]);
    expect(JSON.parse(files.get("baseline.json") ?? "")).toEqual({
      version: 1,
      files: {
        "flows/a.slant": [
          {
            code: "unawaited-callback",
            fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
            message: "Nothing at `api` awaits or handles the callback `sent`.",
          },
        ],
        "flows/b.slant": [expect.objectContaining({ code: "unawaited-callback" })],
      },
    });
  });

  test("keeps no text that cannot be read", async () => {
    const { code, files } = await runIn(
      { files: { "a.slant": "a -> b {\n" } },
      "lint",
      "--baseline",
      "write",
      "b.json",
    );
    expect([code, files.get("b.json")]).toEqual([1, '{\n  "version": 1,\n  "files": {}\n}\n']);
  });
});

describe("--baseline check", () => {
  const check = (files: Readonly<Record<string, string>>, ...more: readonly string[]) =>
    runIn({ files }, "lint", "--baseline", "check", "baseline.json", ...more);

  test("is silent about what is known, also when lines have moved", async () => {
    const files = await known({ "flows/a.slant": `# moved\n\nx ~> y: hello\n${asked("sent")}` });
    expect(await check(files)).toMatchObject({ code: 0, err: "" });
  });

  test("reports what is new, in a known file and in another", async () => {
    const files = await known({
      "flows/a.slant": asked("sent") + asked("more"),
      "flows/c.slant": asked("sent"),
    });
    const { code, out } = await check(files);
    expect(code).toBe(1);
    expect(out.match(/^\S+ error \S+/gm)).toEqual([
      expect.stringMatching(/^flows\/a\.slant:3:/),
      expect.stringMatching(/^flows\/c\.slant:1:/),
    ]);
  });

  test("says what is gone, and leaves the file as it is", async () => {
    const files = await known({ "flows/b.slant": "a ~> b: fine\n" });
    const run = await check(files);
    expect([run.code, run.err]).toEqual([
      0,
      "slant: 1 entry of baseline.json matched nothing; `slant lint --baseline prune baseline.json` takes out what is gone\n",
    ]);
    expect(run.files.get("baseline.json")).toBe(files["baseline.json"]);
  });

  test("says nothing of files that were not looked at", async () => {
    const files = await known({ "flows/b.slant": "a ~> b: fine\n" });
    expect(await check(files, "flows/a.slant")).toMatchObject({ code: 0, err: "" });
  });

  test("shows what it knows in a sarif report on demand", async () => {
    const run = await check(await known(), "--format", "sarif", "--show-suppressed");
    expect(JSON.parse(run.out).runs[0].results).toMatchObject([
      { suppressions: [{ kind: "external", justification: "known in baseline.json" }] },
      { suppressions: [{ kind: "external" }] },
    ]);
  });

  test("finds its files from its own folder", async () => {
    const files = await known({}, "flows/baseline.json");
    expect(Object.keys(JSON.parse(files["flows/baseline.json"] ?? "").files)).toEqual(["a.slant", "b.slant"]);
    expect(
      await runIn({ files }, "lint", "flows", "--baseline", "check", "flows/baseline.json"),
    ).toMatchObject({ code: 0 });
  });
});

test("--baseline prune takes out what is gone, and files that are", async () => {
  const { "flows/a.slant": _, ...files } = await known({ "flows/b.slant": asked("paid") + asked("new") });
  const run = await runIn({ files }, "lint", "--baseline", "prune", "baseline.json");
  expect([run.code, run.err]).toEqual([1, "slant: took 1 entry out of baseline.json\n"]);
  expect(Object.keys(JSON.parse(run.files.get("baseline.json") ?? "").files)).toEqual(["flows/b.slant"]);
});

test.each<[string, readonly string[], Readonly<Record<string, string>>, string]>([
  [
    "another word",
    ["--baseline", "chek", "b.json"],
    {},
    "--baseline does not know `chek`\n  Did you mean `check`?",
  ],
  ["no file", ["--baseline", "check"], {}, "--baseline check needs a file"],
  [
    "a missing file",
    ["--baseline", "check", "b.json"],
    {},
    "cannot read `b.json`: no such file or folder\n  `slant lint --baseline write b.json` makes it.",
  ],
  [
    "a file of something else",
    ["--baseline", "check", "b.json"],
    { "b.json": "{}" },
    "`b.json` is no baseline",
  ],
  ["a folder to write to", ["--baseline", "write", "flows"], {}, "cannot write `flows`: it is a folder"],
])("%s is a mistake in usage", async (_, args, more, words) => {
  const { code, err } = await runIn({ files: { ...old, ...more } }, "lint", ...args);
  expect(code).toBe(2);
  expect(err).toContain(words);
});
