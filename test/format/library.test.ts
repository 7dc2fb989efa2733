import { expect, test } from "vitest";
import { format } from "../../src/index.ts";

test("the library formats a text, or a text with a name", () => {
  expect(format("a->b")).toEqual({ output: "a -> b\n", changed: true, diagnostics: [] });
  expect(format({ name: "a.d2", text: "a->b" }).output).toBe("a -> b\n");
});

test("syntax errors come with their places", () => {
  const { output, changed, diagnostics } = format({ name: "a.slant", text: "a -> b\n-> c" });
  expect([output, changed]).toEqual(["a -> b\n-> c", false]);
  expect(diagnostics).toMatchObject([{ code: "missing-end", file: "a.slant", line: 2, column: 1 }]);
});

test("what is no text is said to be none", () => {
  expect(() => format(5 as unknown as string)).toThrow(TypeError);
});
