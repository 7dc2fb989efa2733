import { describe, expect, test } from "vitest";
import { format } from "../../src/format.ts";

const formatted = (text: string, name = "flow.slant"): string => format({ name, text }).output;

describe("a text", () => {
  test("says whether it changed", () => {
    expect(format({ name: "a.slant", text: "a->b\n" })).toEqual({
      output: "a -> b\n",
      changed: true,
      diagnostics: [],
    });
    expect(format({ name: "a.slant", text: "a -> b\n" }).changed).toBe(false);
  });

  test("with syntax errors is left as it is, and they are reported", () => {
    const text = 'a->b\nnote: "open\n';
    const { output, changed, diagnostics } = format({ name: "a.slant", text });
    expect([output, changed]).toEqual([text, false]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["unterminated-string"]);
  });

  test("with an error of meaning is formatted", () => {
    expect(formatted("a->b{capcity:1}\n")).toBe("a -> b: { capcity: 1 }\n");
  });

  test("without statements keeps its comments, or is empty", () => {
    expect(formatted("")).toBe("");
    expect(formatted(" \n\n\t\n")).toBe("");
    expect(formatted("\n\n#one\n\n\n# two")).toBe("# one\n\n# two\n");
  });

  test("is settled at any length of a line", () => {
    for (let length = 90; length < 130; length++) {
      const once = formatted(`a -> b: ${"x".repeat(length - 30)} { timeout: 5s; id: m }\n`);
      expect(formatted(once)).toBe(once);
      expect(once.split("\n").every((line) => line.length <= 120)).toBe(true);
    }
  });
});

describe("line ends", () => {
  test.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("stay %s, also inside blocks and behind backslashes", (_, end) => {
    const lines = [
      "a->b",
      "note: |md",
      "    # Hi",
      "    there",
      "|",
      '""" one',
      '    two """',
      "c: long \\",
      "text",
    ];
    const wanted = [
      ...[
        "a -> b",
        "note: |md",
        "  # Hi",
        "  there",
        "|",
        '""" one',
        '    two """',
        "c: long \\",
        "  text",
        "",
      ],
    ];
    expect(formatted(lines.join(end))).toBe(wanted.join(end));
  });

  test("that are mixed become those of the first line", () => {
    expect(formatted("a\r\nb\nc")).toBe("a\r\nb\r\nc\r\n");
  });

  test("a byte order mark stays", () => {
    expect(formatted("\ufeffa->b\n")).toBe("\ufeffa -> b\n");
    expect(formatted("\ufeff")).toBe("\ufeff");
  });
});

describe("a D2 file stays D2", () => {
  test.each([
    ["a space behind a backslash, at the end of a key", "a\\ ->b\n", "a\\  -> b\n"],
    ["names that are Slant's statement words", "else : x\nnote : y\n", "else: x\nnote: y\n"],
    ["operators", "a->b:x\na--->b\na<-->b\na---b\n", "a -> b: x\na --> b\na <-> b\na -- b\n"],
    [
      "globs, filters and null",
      "**:{\n  &shape:person\n  style.fill:red\n}\n(a->b)[0]:null\n",
      "**: {\n  &shape: person\n  style.fill: red\n}\n(a -> b)[0]: null\n",
    ],
    [
      "`else` behind a brace",
      "alt: {\n  a -> b\n}\nelse: {\n  b -> a\n}\n",
      "alt: {\n  a -> b\n}\nelse: {\n  b -> a\n}\n",
    ],
  ])("%s", (_, text, wanted) => {
    expect(formatted(text, "flow.d2")).toBe(wanted);
  });
});
