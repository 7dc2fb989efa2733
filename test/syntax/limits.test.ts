import { describe, expect, test } from "vitest";
import { defaultLimits, utf8Bytes } from "../../src/source/limits.ts";
import { type ParseOptions, parse } from "../../src/syntax/parse.ts";
import { outline } from "./outline.ts";

const says = (text: string, limits: ParseOptions["limits"] = {}) =>
  parse({ name: "a.slant", text }, { limits }).diagnostics.map(({ code, message }) => `${code}: ${message}`);

describe("limits", () => {
  test("have the defaults of the language", () => {
    expect(defaultLimits).toEqual({
      sourceBytes: 10_485_760,
      statements: 200_000,
      nesting: 256,
      labelLength: 4096,
      importedFiles: 64,
    });
  });

  test("a source of too many bytes is not read", () => {
    expect(says("a: éé\n", { sourceBytes: 8 })).toEqual([]);
    expect(says("a: ééé", { sourceBytes: 8 })).toEqual([
      "source-too-large: `a.slant` has 9 bytes; 8 bytes is the limit.",
    ]);
    expect(parse({ name: "a.slant", text: "a: ééé" }, { limits: { sourceBytes: 8 } }).value.body).toEqual([]);
  });

  test("statements behind the last allowed one are left out, and reported once", () => {
    const { value, diagnostics } = parse(
      { name: "a.slant", text: "a; b { c }; d; e -> f" },
      { limits: { statements: 3 } },
    );
    expect(diagnostics.map(({ code, span }) => [code, span.start])).toEqual([["too-many-statements", 12]]);
    expect(outline(value)).toBe("a; b { c }");
  });

  test("maps and lists below the deepest level are skipped as a whole", () => {
    const { value, diagnostics } = parse(
      { name: "a.slant", text: "a { b { c { d { e } }; f }; g { h: x } }\ni" },
      { limits: { nesting: 2 } },
    );
    expect(diagnostics.map(({ code, span }) => [code, span.start])).toEqual([["nested-too-deeply", 10]]);
    expect(outline(value)).toBe("a { b { c {}; f }; g { h: x } }; i");
    expect(says("class: [[[a; b]; c]; d]", { nesting: 2 })).toEqual([
      "nested-too-deeply: What this `[` opens is nested deeper than 2 levels.",
    ]);
  });

  test("labels may be long, but not longer than the limit", () => {
    expect(says("a -> b: xxxxx; c: 'xxxxx'; d: |md xxxxx |", { labelLength: 5 })).toEqual([]);
    expect(says("a -> b: xxxxxx\nc: yyyyyy", { labelLength: 5 })).toEqual([
      "label-too-long: `xxxxxx` has 6 characters; 5 is the limit.",
      "label-too-long: `yyyyyy` has 6 characters; 5 is the limit.",
    ]);
  });
});

describe("what would exhaust the stack or the clock", () => {
  test.each([
    ["braces", "{".repeat(10_000)],
    ["maps", "a {".repeat(10_000)],
    ["closed maps", `${"a {".repeat(10_000)}${"}".repeat(10_000)}`],
    ["lists", `class: ${"[".repeat(10_000)}`],
    ["lists of ends", `a ~> ${"[".repeat(10_000)}`],
    ["parentheses", "(".repeat(10_000)],
    ["vars", "vars: {".repeat(10_000)],
  ])("10,000 nested %s", (_, text) => {
    const { diagnostics } = parse({ name: "a.slant", text });
    expect(diagnostics.length).toBeGreaterThan(0);
  });

  test.each(["slant", "d2"])("a path of 10,000 keys in a .%s file", (ending) => {
    const { value, diagnostics } = parse({ name: `a.${ending}`, text: `${"a.".repeat(10_000)}b\nc -> d\n` });
    expect(diagnostics.map(({ code }) => code)).toEqual(["nested-too-deeply"]);
    expect(value.body.length).toBe(2);
  });

  test("100,000 lines", () => {
    const { value, diagnostics } = parse({
      name: "a.slant",
      text: "a -> b: x\n".repeat(100_000),
    });
    expect(diagnostics).toEqual([]);
    expect(value.body.length).toBe(100_000);
  });

  test.each([
    "x",
    "x ",
    "\\",
    "a:",
    '"',
    "'",
    "|",
    "<",
    "-",
    "- ",
    "~ ",
    ".",
    ":",
    ";",
    "#",
    "${",
    "(",
    "a -> ",
    "[",
    "{",
    "}",
    "a,",
  ])("a long line of %j", (piece) => {
    const text = `a: x\n${piece.repeat(Math.floor(2 ** 18 / piece.length))}\nb: y\n`;
    expect(parse({ name: "a.slant", text }).value.body.length).toBeGreaterThan(0);
  });
});

test("bytes are counted as UTF-8 does", () => {
  const texts = ["", "abc", "é", "€", "😀", "a😀é€\ud83d", "\udc00\ud800"];
  expect(texts.map(utf8Bytes)).toEqual(texts.map((text) => new TextEncoder().encode(text).length));
});
