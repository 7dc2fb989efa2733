import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { presets, presetsOf } from "../../src/check/presets.ts";
import { rules } from "../../src/check/rules.ts";

const codesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .toSorted();

describe("the list of rules", () => {
  const codes = rules.map(({ code }) => code);

  test("holds every file of src/check/rules, and nothing else", () => {
    expect(codes.toSorted()).toEqual(codesIn("src/check/rules", ".ts"));
  });

  test("names no rule twice", () => {
    expect(new Set(codes).size).toBe(codes.length);
  });

  test("has a table for every rule", () => {
    expect(codesIn("test/check/rules", ".test.ts")).toEqual(codes.toSorted());
  });

  test("every rule is in a preset, and the presets hold one another", () => {
    expect(rules.filter((rule) => !presetsOf(rule).includes("all"))).toEqual([]);
    expect(presets.strict).toEqual(expect.arrayContaining([...presets.recommended]));
  });

  test("no two rules yield to each other", () => {
    const mutual = rules.filter(({ code, yieldsTo }) =>
      yieldsTo.some((other) => rules.find((rule) => rule.code === other)?.yieldsTo.includes(code)),
    );
    expect(mutual).toEqual([]);
  });

  test("every rule says what it does not see", () => {
    expect(rules.filter(({ limits, why, summary }) => limits === "" || why === "" || summary === "")).toEqual(
      [],
    );
  });
});
