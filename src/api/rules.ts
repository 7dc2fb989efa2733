import { rules as ruleTable } from "../check/rules.ts";
import type { LocatedDiagnostic } from "../report/locate.ts";

/** What is known about a rule of `lint`. */
export interface RuleFacts {
  readonly code: string;
  readonly severity: LocatedDiagnostic["severity"];
  readonly category: string;
  /** One sentence: the fault. */
  readonly summary: string;
  /** Why it matters. */
  readonly why: string;
  /** A source that has the fault. */
  readonly bad: string;
  /** The same source, mended. */
  readonly good: string;
  /** The files that the two import, by path; absent where they import none. */
  readonly files?: Readonly<Record<string, string>>;
  /** How many of its findings are faults: `very-high`, `high`, `medium` or `low`. */
  readonly precision: string;
  /** What it does not see, and where it may be wrong. */
  readonly limits: string;
}

/** The rules of `lint`. */
export const rules: readonly RuleFacts[] = ruleTable.map(
  ({ code, severity, category, summary, why, bad, good, files, precision, limits }) => ({
    code,
    severity,
    category,
    summary,
    why,
    bad,
    good,
    ...(files !== undefined && { files }),
    precision,
    limits,
  }),
);
