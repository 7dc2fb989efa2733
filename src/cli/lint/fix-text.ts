import type { DocumentVerdict } from "../../lint-document.ts";
import type { Diagnostic, Edit, Fix } from "../../source/diagnostic.ts";

/** Lints any text of one file: the one that is there, and those that fixes would make of it. */
type Linter = (text: string) => DocumentVerdict;

/** A text after its safe fixes. */
export interface Fixed {
  readonly text: string;
  readonly verdict: DocumentVerdict;
  /** How many fixes were made. */
  readonly count: number;
}

/** A fix may make another one possible; so often it is looked for. */
const mostRounds = 10;

/**
 * Makes the safe fixes of a text, each only if nothing is found afterwards that was not found before.
 *
 * In:   a file's name and text, what was found in it, and its linter.
 * Out:  the text with the fixes, and what is found in that.
 * Says: nothing.
 * Cost: two runs of the linter where all fixes are good; for each bad one, a number logarithmic in the fixes.
 */
export const fixText = (name: string, text: string, verdict: DocumentVerdict, lint: Linter): Fixed => {
  let fixed: Fixed = { text, verdict, count: 0 };
  for (let round = 0; round < mostRounds; round++) {
    const next = tryFixes(fixed, safeFixes(name, fixed.verdict.diagnostics), lint);
    if (next.count === fixed.count) break;
    fixed = next;
  }
  return fixed;
};

/** The safe fixes that touch this file alone and do not overlap, in the order of the text. */
const safeFixes = (name: string, diagnostics: readonly Diagnostic[]): readonly Fix[] => {
  const taken: Fix[] = [];
  let end = -1;
  const fixes = diagnostics
    .flatMap(({ fixes: all = [] }) => all.find(({ kind }) => kind === "safe") ?? [])
    .filter(({ edits }) => edits.length > 0 && edits.every(({ span }) => span.file === name))
    .toSorted((a, b) => startOf(a) - startOf(b));
  for (const fix of fixes) {
    if (startOf(fix) < end) continue;
    taken.push(fix);
    end = Math.max(...fix.edits.map(({ span }) => span.end));
  }
  return taken;
};

const startOf = ({ edits }: Fix): number => Math.min(...edits.map(({ span }) => span.start));

/** Makes all fixes if they are good together, else those of each half that are; back ones first, so that places stay. */
const tryFixes = (before: Fixed, fixes: readonly Fix[], lint: Linter): Fixed => {
  if (fixes.length === 0) return before;
  const text = edited(
    before.text,
    fixes.flatMap(({ edits }) => edits),
  );
  const verdict = lint(text);
  if (!addsFinding(before.verdict, verdict)) return { text, verdict, count: before.count + fixes.length };
  if (fixes.length === 1) return before;
  const middle = fixes.length >> 1;
  return tryFixes(tryFixes(before, fixes.slice(middle), lint), fixes.slice(0, middle), lint);
};

/** The text after some edits that do not overlap. */
const edited = (text: string, edits: readonly Edit[]): string => {
  let [result, at] = ["", 0];
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return result + text.slice(at);
};

const addsFinding = (before: DocumentVerdict, after: DocumentVerdict): boolean => {
  const known = new Set(before.diagnostics.map(({ fingerprint }) => fingerprint));
  return after.diagnostics.some(({ fingerprint }) => !known.has(fingerprint));
};
