import { describe, expect, test } from "vitest";
import { type CheckOptions, check } from "../../src/check/check.ts";
import type { Rule } from "../../src/check/rule.ts";
import { compile } from "../../src/compile.ts";
import type { Diagnostic } from "../../src/source/diagnostic.ts";
import { hasErrors } from "../../src/source/outcome.ts";

/** What a rule says of sources: name of the row → source, and the words under each of its reports in written order. */
export interface RuleTable {
  readonly silent: Readonly<Record<string, string>>;
  readonly reports: Readonly<Record<string, readonly [source: string, ...words: readonly string[]]>>;
}

/** Every finding in a source; a source that does not compile is a mistake of the test. */
export const findingsIn = (
  text: string,
  options: CheckOptions = { extends: "all" },
  files: Readonly<Record<string, string>> = {},
): readonly Diagnostic[] => {
  const compiled = compile({ name: "test.slant", text }, { readFile: (path) => files[path] ?? "" });
  expect(compiled.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(hasErrors(compiled.diagnostics)).toBe(false);
  return check(compiled, options).filter((finding) => !compiled.diagnostics.includes(finding));
};

/** `code words` of every finding, in written order: the words are those under the report. */
export const reportsIn = (text: string, options?: CheckOptions): readonly string[] =>
  findingsIn(text, options).map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);

const wordsUnder = (text: string, code: string): readonly string[] =>
  findingsIn(text)
    .filter((finding) => finding.code === code)
    .map(({ span }) => text.slice(span.start, span.end));

/**
 * The table of a rule. Its own `bad` and `good` are rows without being written twice: `bad` draws this finding and no other,
 * `good` draws none.
 */
export const describeRule = (rule: Rule, { silent, reports }: RuleTable): void => {
  describe(rule.code, () => {
    test("its bad example draws it alone", () => {
      expect(findingsIn(rule.bad, undefined, rule.files).map(({ code }) => code)).toEqual([rule.code]);
    });
    test("its good example draws nothing", () => {
      expect(findingsIn(rule.good, undefined, rule.files)).toEqual([]);
    });
    test.each(Object.entries(silent))("is silent about %s", (_, text) => {
      expect(wordsUnder(text, rule.code)).toEqual([]);
    });
    test.each(Object.entries(reports))("reports %s", (_, [text, ...words]) => {
      expect(wordsUnder(text, rule.code)).toEqual(words);
    });
  });
};
