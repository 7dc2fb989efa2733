import type { Severity } from "../source/diagnostic.ts";
import type { Explanation } from "../source/explanation.ts";
import type { LocatedDiagnostic, Sources } from "./locate.ts";

/** Everything that a report is written from. */
export interface Report {
  /** Every file that was looked at, in order, also the clean ones. */
  readonly files: readonly string[];
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** The text of each file that a diagnostic may point into. */
  readonly sources: Sources;
  /** What was found and is meant to be so. */
  readonly suppressed?: readonly Suppressed[];
  /** Who reports; formats that archives keep say so. */
  readonly tool?: Tool;
}

/** A finding that somebody excused: in the text itself, or in a file beside it. */
export interface Suppressed {
  readonly diagnostic: LocatedDiagnostic;
  readonly where: "source" | "baseline";
  readonly reason: string;
}

export interface Tool {
  readonly version: string;
  /** What stands behind the codes. */
  readonly explanations: readonly ToolExplanation[];
}

/** An explanation, and what only rules say of themselves. */
export interface ToolExplanation extends Explanation {
  readonly category?: string;
  readonly precision?: string;
  readonly limits?: string;
}

/** How many of each severity. */
export const countBySeverity = (
  diagnostics: readonly LocatedDiagnostic[],
): Readonly<Record<Severity, number>> => {
  const count = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) count[severity]++;
  return count;
};
