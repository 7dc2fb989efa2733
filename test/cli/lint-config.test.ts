import { describe, expect, test } from "vitest";
import { runIn } from "./memory-world.ts";

const asked = "api ~> jobs: send { callback: sent }\njobs ~> api: done { resolves: sent }\n";
const off = { rules: { "unawaited-callback": "off" } };
const off1 = JSON.stringify(off);

describe("the nearest configuration holds", () => {
  test.each<[string, Readonly<Record<string, string>>, number]>([
    ["beside the file", { "slant.config.json": off1 }, 0],
    ["above it", { "flows/deep/a.slant": asked, "slant.config.json": off1 }, 0],
    ["above the folder of the run", { "../slant.config.json": off1 }, 0],
    [
      "not one further up",
      { "slant.config.json": off1, "flows/slant.config.json": "{}", "flows/a.slant": asked },
      1,
    ],
    ["not one below", { "flows/slant.config.json": off1 }, 1],
    ["in a package.json", { "package.json": JSON.stringify({ name: "x", slant: off }) }, 0],
    [
      "past a package.json without any",
      { "flows/a.slant": asked, "flows/package.json": "{}", "slant.config.json": off1 },
      0,
    ],
    ["a package.json that is no JSON is not ours to report", { "package.json": "{" }, 1],
    [
      "the file's own name before package.json",
      { "slant.config.json": "{}", "package.json": JSON.stringify({ slant: off }) },
      1,
    ],
  ])("%s", async (_, more, code) => {
    const files = {
      ...(Object.keys(more).some((name) => name.endsWith(".slant")) ? {} : { "a.slant": asked }),
      ...more,
    };
    expect(await runIn({ files }, "lint")).toMatchObject({ code, err: "" });
  });

  test.each(["slant.config.js", "slant.config.mjs"])("%s is loaded", async (name) => {
    const world = { files: { "a.slant": asked, [name]: "" }, modules: { [name]: off } };
    expect(await runIn(world, "lint")).toMatchObject({ code: 0, err: "" });
  });

  test("--config names one for all files, and --rule has the last word", async () => {
    const files = { "a.slant": asked, "slant.config.json": "{}", "ci/strict.json": off1 };
    expect(await runIn({ files }, "lint", "--config", "ci/strict.json")).toMatchObject({ code: 0 });
    const again = ["--config", "ci/strict.json", "--rule", "unawaited-callback=error"];
    expect(await runIn({ files }, "lint", ...again)).toMatchObject({ code: 1 });
  });
});

describe("overrides", () => {
  const config = (...overrides: readonly object[]) => JSON.stringify({ overrides });
  test.each<[string, string, number]>([
    ["for a folder", config({ files: "legacy/**", ...off }), 0],
    ["for a name in any folder", config({ files: "a.slant", ...off }), 0],
    ["for one of several globs", config({ files: ["x", "./legacy/*.slant"], ...off }), 0],
    ["for other files", config({ files: "docs/**", ...off }), 1],
    [
      "the later one wins",
      config({ files: "legacy/**", ...off }, { files: "*.slant", rules: { "unawaited-callback": "error" } }),
      1,
    ],
    [
      "rules are put together",
      config({ files: "legacy/**", ...off }, { files: "**", rules: { "missing-reply": "off" } }),
      0,
    ],
  ])("%s", async (_, text, code) => {
    const files = { "legacy/a.slant": asked, "slant.config.json": text };
    expect(await runIn({ files }, "lint")).toMatchObject({ code, err: "" });
  });

  test("start from the configuration's folder", async () => {
    const files = {
      "sub/legacy/a.slant": asked,
      "sub/slant.config.json": config({ files: "legacy/*", ...off }),
    };
    expect(await runIn({ files }, "lint")).toMatchObject({ code: 0 });
  });
});

describe("what is wrong with a configuration is told with its place", () => {
  test.each<[string, string]>([
    [
      '{ "rulse": {} }',
      "`slant.config.json`: the configuration has no setting `rulse` (did you mean `rules`?)",
    ],
    [
      '{ "rules": { "unawaited-callbak": "off" } }',
      "`rules` has no rule `unawaited-callbak` (did you mean `unawaited-callback`?)",
    ],
    [
      '{ "rules": { "unawaited-callback": "warn" } }',
      "`rules.unawaited-callback` must be one of `off`, `info`, `warning`, `error`, and is `warn`",
    ],
    [
      '{ "extends": "recomended" }',
      "`extends` must be one of `recommended`, `strict`, `all`, and is `recomended` (did you mean `recommended`?)",
    ],
    ['{ "extends": ["strict"] }', "`extends` must be a preset, and is a list"],
    ['{ "overrides": {} }', "`overrides` must be a list, and is an object"],
    ['{ "overrides": [{ "rules": {} }] }', "`overrides[0]` must have `files`"],
    ['{ "overrides": [{ "files": "x", "theme": 3 }] }', "`overrides[0].theme` must be a theme, and is `3`"],
    [
      '{ "overrides": [{ "files": [] }] }',
      "`overrides[0].files` must be a text or a list of texts, and is an empty list",
    ],
    ['{ "root": "" }', "`root` must be a text, and is empty"],
    ["[]", "the configuration must be an object, and is an empty list"],
    ['{ "rules": {}, }', "`slant.config.json` is no JSON: "],
  ])("%s", async (text, words) => {
    const { code, out, err } = await runIn(
      { files: { "a.slant": asked, "slant.config.json": text } },
      "lint",
    );
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(words);
  });

  test("a module that throws, or exports nothing, is named", async () => {
    const files = { "a.slant": asked, "slant.config.mjs": "" };
    const thrown = await runIn(
      { files, modules: { "slant.config.mjs": new Error("no such thing") } },
      "lint",
    );
    expect([thrown.code, thrown.err]).toEqual([2, "slant: `slant.config.mjs` fails: no such thing\n"]);
    expect((await runIn({ files }, "lint")).err).toMatch(
      /^slant: `slant\.config\.mjs` has no default export\n/,
    );
  });

  test("a missing one, and a package.json that says nothing", async () => {
    const files = { "a.slant": asked, "package.json": "{}" };
    expect((await runIn({ files }, "lint", "--config", "package.json")).err).toContain(
      "holds no configuration",
    );
    const world = { files, broken: { "no.json": "ENOENT" } };
    expect(await runIn(world, "lint", "--config", "no.json")).toMatchObject({
      code: 2,
      err: "slant: cannot read `no.json`: no such file or folder\n",
    });
  });
});

test("--print-config shows what holds for a file, every rule included", async () => {
  const config = {
    extends: "strict",
    theme: "dark",
    overrides: [{ files: "legacy/**", ...off, theme: "mono" }],
    root: ".",
  };
  const files = { "legacy/a.slant": asked, "slant.config.json": JSON.stringify(config) };
  const { code, out } = await runIn({ files }, "lint", "--print-config", "legacy/a.slant");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    config: "slant.config.json",
    extends: "strict",
    rules: { "unawaited-callback": "off", "callback-missing": "error" },
    theme: "mono",
    root: ".",
  });
  const none = JSON.parse((await runIn({ files: { "a.slant": asked } }, "lint", "--print-config")).out);
  expect(none).toMatchObject({
    config: null,
    extends: "recommended",
    rules: { "unawaited-callback": "error" },
  });
});
