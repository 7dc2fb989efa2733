import type { Diagnostic, Severity } from "../source/diagnostic.ts";
import type { Explanation } from "../source/explanation.ts";
import type { Span } from "../source/span.ts";
import type { Context } from "./context.ts";
import type { Witness } from "./witness.ts";

export type Category = "correctness" | "liveness" | "ordering" | "reliability" | "quantity" | "style";

/** How many of its findings are faults: nearly all, most, some, few. It decides in which presets a rule is. */
export type Precision = "very-high" | "high" | "medium" | "low";

/** What a rule looks at: what stands where; what happens on paths; what comes before what; declared numbers. */
export type Tier = "structure" | "paths" | "order" | "numbers";

/** What a rule found; the rule adds its code and, where the finding has none of its own, its severity. */
export interface Finding extends Pick<Diagnostic, "notes" | "help" | "fixes"> {
  readonly message: string;
  readonly span: Span;
  readonly severity?: Severity;
  /** One way in which it can come about; it has replayed. */
  readonly witness?: Witness;
  /** What it is about, as `about` names it: of several findings about one thing the first in rank is kept. */
  readonly about: readonly string[];
}

/** A check: what is wrong, why it matters, and how it is found. One file each, named after its code. */
export interface Rule extends Explanation {
  readonly category: Category;
  readonly precision: Precision;
  readonly tier: Tier;
  /** Whether it offers edits: none, for a person to choose, or surely right. */
  readonly fixKind: "none" | "suggestion" | "safe";
  /** What it is known from: papers, standards, books, rules of other tools. */
  readonly sources: readonly string[];
  /** Codes whose findings about the same thing hide this rule's: one mistake, one finding. */
  readonly yieldsTo: readonly string[];
  /** What it does not see, and where it may be wrong. */
  readonly limits: string;
  /** Runs when all others are done, on what they left. */
  readonly isLast?: true;
  readonly check: (context: Context) => readonly Finding[];
}

/** What findings can be about. */
export const about = {
  callback: (index: number): string => `callback ${index}`,
  message: (index: number): string => `message ${index}`,
  participant: (index: number): string => `participant ${index}`,
  fragment: (index: number): string => `fragment ${index}`,
} as const;

export const isAboutCallback = (finding: Finding): boolean =>
  finding.about.some((thing) => thing.startsWith("callback"));
