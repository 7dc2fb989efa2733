import { describe, expect, test } from "vitest";
import * as slant from "../src/index.ts";
import { lint, prepare, render, renderSync, rules, themes } from "../src/index.ts";

const asked = "api ~> jobs: send { callback: sent }\njobs ~> api: done { resolves: sent }\n";
const clean = `${asked}await: sent\n`;

test("the public names are these and no others", () => {
  expect(Object.keys(slant).toSorted()).toEqual([
    ...["compile", "defineConfig", "format", "lint", "prepare", "render", "renderSync", "rules", "themes"],
  ]);
});

describe("render", () => {
  test("draws the same at once and later, and as often as it is asked", async () => {
    const options = { theme: "auto", title: "Mail", format: "svg", view: "sequence" } as const;
    const { output, diagnostics } = renderSync(clean, options);
    expect(output).toMatch(/^<svg [\s\S]*<\/svg>\n?$/);
    expect(diagnostics).toEqual([]);
    const many = await Promise.all([clean, "a -> b: other", clean].map((text) => render(text, options)));
    expect(many[0]?.output).toBe(output);
    expect(many[2]?.output).toBe(output);
    expect(many[1]?.output).not.toBe(output);
  });

  test("draws a map, at once and later, when it or the text asks for one", async () => {
    const { output } = renderSync(clean, { view: "map" });
    expect(output).toContain("slant-node");
    expect((await render(clean, { view: "map" })).output).toBe(output);
    expect(renderSync(`config: { view: map }\n${clean}`).output).toContain("slant-node");
    expect(renderSync(`config: { view: map }\n${clean}`, { view: "sequence" }).output).not.toContain(
      "slant-node",
    );
    const height = (text: string): number =>
      Number(/ height="(\d+)/.exec(renderSync(text, { view: "map" }).output)?.[1]);
    expect(height(`direction: down\n${clean}`)).toBeGreaterThan(height(clean));
  });

  test("in Node, nothing must be prepared for a map, and preparing does no harm", async () => {
    await expect(prepare({ map: true })).resolves.toBeUndefined();
    await expect(prepare({ maps: true } as object)).rejects.toThrow(/\bmaps\b/);
  });

  test("draws nothing of a source with errors, unless by force, and never throws on one", async () => {
    const { output, diagnostics } = renderSync({ name: "x.slant", text: "a ~> b: hi\nc -> d {\n" });
    expect(output).toBe("");
    expect(diagnostics).toMatchObject([{ severity: "error", file: "x.slant", line: 2, endLine: 2 }]);
    expect(renderSync("a ~> b: hi\nc -> d {\n", { force: true }).output).toContain("hi");
    expect((await render("\u0000")).output).toBe("");
  });

  test("takes warnings seriously when it is asked to", () => {
    const warned = "a ~> b: hello\nA ~> b: hello\n";
    expect(renderSync(warned).output).not.toBe("");
    expect(renderSync(warned, { strict: true }).output).toBe("");
  });

  test("leaves checks to lint", () => {
    expect(renderSync(asked)).toMatchObject({ diagnostics: [] });
  });
});

test("lint reports checks with their places, and takes levels for rules", () => {
  expect(lint(asked).diagnostics).toMatchObject([
    { code: "unawaited-callback", severity: "error", line: 1, column: 31, endLine: 1, endColumn: 35 },
  ]);
  expect(lint(asked, { rules: { "unawaited-callback": "info" } }).diagnostics).toMatchObject([
    { severity: "info" },
  ]);
  expect(lint(asked, { rules: { "unawaited-callback": "off" } }).diagnostics).toEqual([]);
});

test("compile gives plain data that survives as JSON", () => {
  const meaning = slant.compile({ name: "mail.slant", text: clean });
  expect(meaning.flow.participants.map(({ key }) => key)).toEqual(["api", "jobs"]);
  expect(JSON.parse(JSON.stringify(meaning))).toEqual(meaning);
});

test("rules are facts, each with a flow that has the fault and the same flow without it", () => {
  for (const { code, bad, good, files = {} } of rules) {
    const codesIn = (text: string) =>
      lint(text, { rules: { [code]: "error" }, readFile: (path) => files[path] ?? "" }).diagnostics.map(
        (found) => found.code,
      );
    expect([code, codesIn(bad)]).toEqual([code, expect.arrayContaining([code])]);
    expect([code, codesIn(good)]).toEqual([code, []]);
  }
});

test("every theme draws", () => {
  const pictures = Object.keys(themes).map((theme) => renderSync(clean, { theme }).output);
  expect(new Set(pictures).size).toBe(pictures.length);
});

describe("what a caller gets wrong throws a TypeError that says so", () => {
  test.each<[() => unknown, RegExp]>([
    [
      () => renderSync(clean, { thme: "dark" } as never),
      /^renderSync: there is no option `thme`\. Did you mean `theme`\?$/,
    ],
    [
      () => renderSync(clean, { theme: "drak" }),
      /^renderSync: the option `theme` must be one of .*did you mean `dark`\?\), and is `drak`\.$/,
    ],
    [
      () => renderSync(clean, { pad: -1 }),
      /^renderSync: the option `pad` must be a number of px from 0 to 1000, and is `-1`\.$/,
    ],
    [
      () => renderSync(clean, { format: "png" as "svg" }),
      /^renderSync: the option `format` must be one of `svg`, `txt` here \(`render` draws `png`\), and is `png`\.$/,
    ],
    [() => renderSync(clean, { background: "url(x)" }), /`background` must be a colour/],
    [() => renderSync(clean, { idPrefix: "1 2" }), /`idPrefix` must be a letter, then/],
    [() => renderSync(clean, { strict: 1 as never }), /`strict` must be true or false, and is `1`/],
    [() => renderSync(clean, null as never), /the options must be an object, and are `null`/],
    [
      () => renderSync(7 as never),
      /^renderSync: the source must be a text or `\{ name, text \}`, and is `7`\.$/,
    ],
    [() => renderSync({ text: clean } as never), /the source must be a text/],
    [
      () => lint(clean, { rules: { "unawaited-calback": "off" } }),
      /^lint: .*not `unawaited-calback` \(did you mean `unawaited-callback`\?\)/,
    ],
    [
      () => lint(clean, { rules: { "unawaited-callback": "of" as "off" } }),
      /must be one of .*did you mean `off`\?\) for `unawaited-callback`/,
    ],
    [() => slant.compile(undefined as never), /^compile: the source must be a text/],
  ])("%s", (call, message) => {
    expect(call).toThrow(TypeError);
    expect(call).toThrow(message);
  });

  test("and an undefined option is an absent one", () => {
    expect(renderSync(clean, { theme: undefined } as never).output).toBe(renderSync(clean).output);
  });

  test("and a promise rejects with it", async () => {
    await expect(render(clean, { pad: "wide" as never })).rejects.toThrow(TypeError);
  });
});

describe("imports", () => {
  const files: Readonly<Record<string, string>> = { "lib/steps.slant": "a ~> b: imported\n" };
  const readFile = (path: string): string => files[path] ?? "";

  test("come through a reader", async () => {
    const text = "...@lib/steps\n";
    expect(slant.compile(text, { readFile }).flow.messages).toHaveLength(1);
    expect(lint(text, { readFile }).diagnostics).toEqual([]);
    expect(renderSync(text, { readFile }).output).toContain("imported");
    expect((await render(text, { readFile })).output).toBe(renderSync(text, { readFile }).output);
  });
  test("are errors without one", () => {
    expect(lint("...@lib/steps\na ~> b: x\n").diagnostics).toMatchObject([{ code: "unreadable-import" }]);
  });
  test("stay below the root", () => {
    const { diagnostics } = slant.compile({ name: "docs/x.slant", text: "...@../lib/steps\n" }, { readFile });
    expect(diagnostics).toMatchObject([{ code: "forbidden-import" }]);
    const source = { name: "docs/x.slant", text: "...@../lib/steps\n" };
    expect(slant.compile(source, { readFile, root: "." }).diagnostics).toEqual([]);
  });
  test("want a function and a path", () => {
    const wrong = { readFile: "lib" } as unknown as slant.LintOptions;
    expect(() => lint("", wrong)).toThrow(
      "lint: the option `readFile` must be a function from a path to a text, and is `lib`.",
    );
    expect(() => slant.compile("", { root: 5 } as never)).toThrow(
      "the option `root` must be the path of a folder",
    );
  });
});
