import { describe, expect, test } from "vitest";
import { syntaxExplanations } from "../../src/syntax/explanations.ts";
import { parse } from "../../src/syntax/parse.ts";

const codesOf = (text: string): readonly string[] => [
  ...new Set(parse({ name: "a.slant", text }).diagnostics.map(({ code }) => code)),
];

describe.each(Object.entries(syntaxExplanations))("%s", (code, explanation) => {
  test("is the code of its own row", () => {
    expect(explanation.code).toBe(code);
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  });

  test("`bad` draws it and nothing else", () => {
    expect(codesOf(explanation.bad)).toEqual([code]);
  });

  test("`good` draws nothing", () => {
    expect(codesOf(explanation.good)).toEqual([]);
  });

  test("says what and why in whole sentences", () => {
    expect(explanation.summary).toMatch(/^[A-Z`].*\.$/);
    expect(explanation.why).toMatch(/^[A-Z`][\s\S]{40,}\.$/);
  });
});
