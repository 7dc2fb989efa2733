import type { Finding, Rule } from "../check/rule.ts";
import type { System } from "./system.ts";

/** What a finding is about, in the flow of the whole: where a map shows it. */
export type SystemPlace = { readonly participant: number } | { readonly from: number; readonly to: number };

/** What a rule found in a system. */
export interface SystemFinding extends Pick<Finding, "message" | "span" | "notes" | "help"> {
  readonly on: readonly SystemPlace[];
  /** The same in a few words, for the map. */
  readonly brief: string;
}

/**
 * A check of many flows at once. Its `bad` and `good` are one flow of a folder whose other flows are its `files`.
 */
export interface SystemRule
  extends Omit<
    Rule,
    "yieldsTo" | "isLast" | "fixKind" | "tier" | "sources" | "check" | "files" | "language"
  > {
  readonly files?: Readonly<Record<string, string>>;
  readonly check: (system: System) => readonly SystemFinding[];
}
