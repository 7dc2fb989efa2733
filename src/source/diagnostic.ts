import type { Explanation } from "./explanation.ts";
import type { Span } from "./span.ts";

export type Severity = "error" | "warning" | "info";

/** A second sentence: why it is wrong, or (with a span) the other place that it has to do with. */
export interface Note {
  readonly message: string;
  readonly span?: Span;
}

/** Replace what stands in `span` by `text`; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A way out. `safe` ones may be applied unasked; a `suggestion` is for a person to choose. */
export interface Fix {
  readonly kind: "safe" | "suggestion";
  readonly message: string;
  readonly edits: readonly Edit[];
}

/** Something that happens at one lifeline. */
export interface ScheduleStep {
  /** The participant, as the text calls it; `()` is outside. */
  readonly lifeline: string;
  /** What it does or meets, without the participant: "sends `charge` to `pay`". */
  readonly message: string;
  readonly span: Span;
  /** What is out of place here. */
  readonly remark?: string;
}

/** One way in which what is wrong can come about: the beginning of an execution, in the order in which it happens. */
export interface Schedule {
  readonly steps: readonly ScheduleStep[];
  /** The same as a flow of its own, with the arrows in that order; absent where only the steps were asked for. */
  readonly source?: string;
}

/** What is wrong, where, and what to do about it. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  /** One sentence; the author's own words stand in backticks. */
  readonly message: string;
  readonly span: Span;
  readonly notes?: readonly Note[];
  /** The line after "fix:" on a terminal: what to do, in words. */
  readonly help?: string;
  readonly fixes?: readonly Fix[];
  readonly schedule?: Schedule;
  /** What it is, wherever in its file it stands: the same after lines above it have come or gone. */
  readonly fingerprint?: string;
}

/** Makes a diagnostic of the kind that `explanation` explains; there is no other way to make one. */
export const diagnose = (
  explanation: Pick<Explanation, "code" | "severity">,
  message: string,
  span: Span,
  more: Pick<Diagnostic, "notes" | "help" | "fixes" | "schedule"> & { readonly severity?: Severity } = {},
): Diagnostic => ({ code: explanation.code, severity: explanation.severity, message, span, ...more });
