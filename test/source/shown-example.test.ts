import { expect, test } from "vitest";
import { shownExample } from "../../src/source/shown-example.ts";

const explanation = {
  code: "x",
  severity: "error",
  summary: "X.",
  why: "X.",
  bad: "a\n",
  good: "a\n",
} as const;

test("what fits is shown as it is", () => {
  expect(shownExample({ ...explanation, files: { "b.slant": "b\n" } })).toEqual({
    ...{ bad: "a\n", good: "a\n" },
    ...{ files: [{ path: "b.slant", text: "b\n" }], filesLeftOut: 0 },
  });
});

test.each([
  ["a long line", `a: ${"x".repeat(12_400)}\n`, /^a: x+\n… and 12,339 more characters\n$/],
  ["many lines", "a\n".repeat(31), /^(?:a\n){20}… and 11 more lines\n$/],
  ["a character without a shape", "a\0b\n", /^a␀b\n$/],
  ["a text without a last line end", "a", /^a\n$/],
])("%s: the cut is counted, and nothing is invisible", (_, bad, expected) => {
  expect(shownExample({ ...explanation, bad }).bad).toMatch(expected);
});

test("of many files, the first are shown and the others counted", () => {
  const files = Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [`${name}.slant`, `${name}\n`]));
  const shown = shownExample({ ...explanation, files });
  expect([shown.files.map(({ path }) => path), shown.filesLeftOut]).toEqual([["a.slant", "b.slant"], 3]);
});
