import type { CheckOptions } from "../../check/check.ts";
import { type DocumentVerdict, lintDocument, type Timer } from "../../lint-document.ts";
import { compileOptionsOf, type ImportPlace, readerIn } from "../imports.ts";
import { type Readings, recorded } from "../readings.ts";
import type { Outside } from "../tasks/tasks.ts";
import { fixText } from "./fix-text.ts";

/** A file to lint. */
export interface LintInput {
  readonly name: string;
  readonly text: string;
  readonly options: CheckOptions;
  readonly imports: ImportPlace;
  /** Make the fixes that are surely right. */
  readonly isFixed: boolean;
}

/** What linting it came to. */
export interface LintResult {
  /** The text, after its fixes. */
  readonly text: string;
  /** What is found in that. */
  readonly verdict: DocumentVerdict;
  readonly fixes: number;
  readonly readings: Readings;
  /** ms that each step took. */
  readonly spent: Readonly<Record<"compile" | "check", number>>;
}

/** Lints a file, and makes its fixes where they were asked for. */
export const lintTask = (
  { name, text, options, imports, isFixed }: LintInput,
  { readerBelow, now }: Outside,
): LintResult => {
  const spent = { compile: 0, check: 0 };
  const time: Timer = (part, step) => {
    const since = now();
    const value = step();
    spent[part] += now() - since;
    return value;
  };
  const { readFile, readings } = recorded(readerIn(imports, { readerBelow }));
  const linter = (each: string): DocumentVerdict =>
    lintDocument({ name, text: each }, { ...options, ...compileOptionsOf(imports, readFile) }, time);
  const verdict = linter(text);
  const fixed = isFixed ? fixText(name, text, verdict, linter) : { text, verdict, count: 0 };
  return { text: fixed.text, verdict: fixed.verdict, fixes: fixed.count, readings, spent };
};
