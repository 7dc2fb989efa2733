import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differsByOneLetter, lettersChanged, nearest } from "../../src/source/nearest.ts";

/** Word, known words, the nearest. */
const table: readonly (readonly [string, readonly string[], string | undefined])[] = [
  ["capcity", ["capacity", "kind"], "capacity"],
  ["awiat", ["wait", "await"], "await"],
  ["timout", ["timeout", "ttl"], "timeout"],
  ["Api", ["app", "api", "ape"], "api"],
  ["API", ["api"], "api"],
  ["apo", ["API", "api"], "api"],
  ["api", ["API", "api"], "api"],
  ["b", ["a"], undefined],
  ["on", ["of"], "of"],
  ["xy", ["ab"], undefined],
  ["ack", ["nack"], "nack"],
  ["kind", ["find", "mind"], "find"],
  ["orders", ["workers"], "workers"],
  ["order", ["border", "older", "elder"], "border"],
  ["completely", ["different"], undefined],
  ["web", [], undefined],
  ["", ["a"], undefined],
];

describe("nearest", () => {
  test.each(table)("%s among %j", (word, known, expected) => {
    expect(nearest(word, known)).toBe(expected);
  });
});

test("a swap of neighbours changes one letter", () => {
  expect(lettersChanged("awiat", "await")).toBe(1);
  expect(lettersChanged("ab", "ba")).toBe(1);
  expect(lettersChanged("abc", "cba")).toBe(2);
  expect(lettersChanged("abcd", "badc")).toBeGreaterThan(1);
  expect(lettersChanged("same", "same")).toBe(0);
});

test("texts that differ by one letter are those of which one letter is changed", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 5 });
  fc.assert(
    fc.property(text, text, (from, to) => {
      expect(differsByOneLetter(from, to)).toBe(lettersChanged(from, to) <= 1);
    }),
    { numRuns: 2000 },
  );
});
