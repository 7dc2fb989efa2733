import { expect, test } from "vitest";
import {
  defaultLimits,
  isLimit,
  limitNames,
  limitsFrom,
  limitWords,
  orRaise,
} from "../../src/source/limits.ts";

test("every limit has a usual number, which it may have", () => {
  expect(Object.keys(defaultLimits)).toEqual(limitNames);
  for (const name of limitNames) expect(isLimit(name, defaultLimits[name])).toBe(true);
});

test.each([
  ["statements", 1, true],
  ["statements", 10_000_000, true],
  ["statements", 0, false],
  ["statements", -1, false],
  ["statements", 1.5, false],
  ["statements", Number.NaN, false],
  ["statements", Number.POSITIVE_INFINITY, false],
  ["statements", "10", false],
  ["nesting", 512, true],
  ["nesting", 513, false],
] as const)("%s: %s", (name, value, isRight) => {
  expect(isLimit(name, value)).toBe(isRight);
});

test("a limit that is undefined is not set", () => {
  const set = { statements: 3, nesting: undefined } as unknown as Partial<typeof defaultLimits>;
  expect(limitsFrom(set)).toEqual({ ...defaultLimits, statements: 3 });
});

test("only what can be raised is offered to be", () => {
  expect(limitWords("nesting")).toBe("a whole number from 1 to 512");
  expect(orRaise("nesting", defaultLimits)).toContain("raise `limits.nesting`");
  expect(orRaise("nesting", { ...defaultLimits, nesting: 512 })).toBe("");
});
