import type { Severity } from "../source/diagnostic.ts";
import type { LocatedDiagnostic, Sources } from "./locate.ts";

/** Everything that a report is written from. */
export interface Report {
  /** Every file that was looked at, in order, also the clean ones. */
  readonly files: readonly string[];
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** The text of each file that a diagnostic may point into. */
  readonly sources: Sources;
}

/** How many of each severity. */
export const countBySeverity = (
  diagnostics: readonly LocatedDiagnostic[],
): Readonly<Record<Severity, number>> => {
  const count = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) count[severity]++;
  return count;
};
