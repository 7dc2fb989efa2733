import type { Severity } from "./diagnostic.ts";

/** What stands behind a diagnostic's code: `slant explain CODE` prints it, a test runs `bad` and `good`. */
export interface Explanation {
  /** Names the fault, and reads well after "ignore": `unawaited-callback`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: the fault. */
  readonly summary: string;
  /** A short paragraph: what goes wrong for the people who build the system, or why the text cannot be read. */
  readonly why: string;
  /** A whole source that draws this diagnostic and no other error. */
  readonly bad: string;
  /** The same source, mended. */
  readonly good: string;
  /** The files that the two import, by path; without it, nothing reads files. */
  readonly files?: Readonly<Record<string, string>>;
  /** What the two are written in; Slant if absent. */
  readonly language?: "d2";
}
