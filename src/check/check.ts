import type { Flow } from "../flow/flow.ts";
import type { Diagnostic, Severity } from "../source/diagnostic.ts";
import { diagnose } from "../source/diagnostic.ts";
import { hasErrors } from "../source/outcome.ts";
import { type Context, contextOf } from "./context.ts";
import { counterexample } from "./counterexample.ts";
import { type Found, keepHighest } from "./precedence.ts";
import { type PresetName, presetsOf } from "./presets.ts";
import { isAboutCallback, type Rule } from "./rule.ts";
import { rules } from "./rules.ts";
import { tellSteps } from "./schedule-words.ts";
import { type Remarks, type Suppression, suppresses, suppressionsIn } from "./suppressions.ts";
import { systemCodes } from "./system-codes.ts";

/** What is checked: a compiled text. */
export interface Checked {
  /** Its statements, for the suppressions in their comments. */
  readonly ast: Remarks;
  /** The same of imported files. */
  readonly imported?: readonly Remarks[];
  readonly flow: Flow;
  /** What compiling it said. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that spans point into, by file. */
  readonly sources: Readonly<Record<string, string>>;
}

export interface CheckOptions {
  /** Which rules run: `recommended` unless said otherwise. */
  readonly extends?: PresetName;
  /** By code: another severity than the rule's own, or `off`; a rule named here runs in every preset. */
  readonly rules?: Readonly<Record<string, Severity | "off">>;
  /** How much findings about order show of how they can come about: `whole` unless said otherwise. */
  readonly schedules?: ScheduleDetail;
}

/** Nothing; the steps; the steps, and the same as a flow of its own. */
export type ScheduleDetail = "none" | "steps" | "whole";

/** What checking came to. */
export interface Verdict {
  readonly diagnostics: readonly Diagnostic[];
  /** What the text itself excuses, with its reasons. */
  readonly suppressed: readonly { readonly diagnostic: Diagnostic; readonly reason: string }[];
}

/** What is wrong with a compiled text: `judge` without what the text excuses. */
export const check = (checked: Checked, options: CheckOptions = {}): readonly Diagnostic[] =>
  judge(checked, options).diagnostics;

/**
 * Checks a flow: what is wrong with what it means, though it can be read and drawn.
 *
 * In:     a compiled text and the choice of rules.
 * Out:    what compiling said, then (where that was no error) the findings of the rules, in the order of the source; about one
 *         mistake one finding; apart, those that the text suppresses.
 * Says:   every code in `rules`.
 * Cost:   linear in the flow for each rule, and in each callback's own statements.
 */
export const judge = (
  { ast, imported = [], flow, diagnostics, sources }: Checked,
  { extends: preset = "recommended", rules: levels = {}, schedules = "whole" }: CheckOptions = {},
): Verdict => {
  if (hasErrors(diagnostics)) return { diagnostics, suppressed: [] };
  const suppressions = [ast, ...imported].flatMap(suppressionsIn);
  const given = {
    ...{ flow, sources, suppressions, codes: [...rules.map(({ code }) => code), ...systemCodes] },
    hasWitnesses: schedules !== "none",
  };
  const running = rules.filter(
    (rule) =>
      levels[rule.code] !== "off" &&
      (levels[rule.code] !== undefined || presetsOf(rule).includes(preset)) &&
      (flow.mode === "slant" || rule.category === "style"),
  );
  const [last, others] = [running.filter(({ isLast }) => isLast), running.filter(({ isLast }) => !isLast)];
  const context = contextOf({ ...given, unused: [] });
  const found = keepHighest(run(others, context));
  const matches = (suppression: Suppression, { rule, finding }: Found) =>
    suppresses(suppression, rule.code, finding.span);
  const kept: Found[] = [];
  const excused: { readonly found: Found; readonly reason: string }[] = [];
  for (const each of found) {
    const suppression = suppressions.find((one) => matches(one, each));
    if (suppression === undefined) kept.push(each);
    else excused.push({ found: each, reason: suppression.reason });
  }
  const codes = new Set(running.map(({ code }) => code));
  const unused = suppressions.filter(
    (suppression) => isWhole(suppression, codes) && !found.some((each) => matches(suppression, each)),
  );
  const findings = [...kept, ...run(last, contextOf({ ...given, unused }))].map((each) =>
    toDiagnostic(each, context, levels, schedules),
  );
  return {
    diagnostics: [...diagnostics, ...findings].toSorted(bySource(Object.keys(sources))),
    suppressed: excused
      .map(({ found, reason }) => ({ diagnostic: toDiagnostic(found, context, levels, schedules), reason }))
      .toSorted((a, b) => bySource(Object.keys(sources))(a.diagnostic, b.diagnostic)),
  };
};

const run = (some: readonly Rule[], context: Context): readonly Found[] =>
  some.flatMap((rule) => rule.check(context).map((finding) => ({ rule, finding })));

const isWhole = ({ codes, reason }: Suppression, known: ReadonlySet<string>): boolean =>
  reason !== "" && codes.length > 0 && codes.every((code) => known.has(code));

const ranks: readonly Severity[] = ["info", "warning", "error"];

/**
 * A finding may be more or less grave than its rule; a level that somebody chose is not exceeded. A callback is judged one step
 * more mildly where whatever follows its arrival counts as handling it.
 */
const severityOf = ({ rule, finding }: Found, flow: Flow, level: Severity | "off" | undefined): Severity => {
  const chosen = level === "off" ? undefined : level;
  const said = finding.severity ?? rule.severity;
  const step = flow.config.handled === "reactive" && isAboutCallback(finding) ? 1 : 0;
  const rank = Math.min(ranks.indexOf(chosen ?? "error"), ranks.indexOf(finding.severity ?? chosen ?? said));
  return ranks[Math.max(0, rank - step)] ?? said;
};

const toDiagnostic = (
  found: Found,
  { flow, facts, words }: Context,
  levels: NonNullable<CheckOptions["rules"]>,
  schedules: ScheduleDetail,
): Diagnostic => {
  const { rule, finding } = found;
  const { message, span, notes = [], help, fixes = [], witness } = finding;
  return diagnose(rule, message, span, {
    severity: severityOf(found, flow, levels[rule.code]),
    ...(notes.length > 0 && { notes }),
    ...(help !== undefined && { help }),
    ...(fixes.length > 0 && { fixes }),
    ...(witness !== undefined && {
      schedule: {
        steps: tellSteps(facts, words, witness),
        ...(schedules === "whole" && {
          source: counterexample(facts, words, witness, { code: rule.code, message }),
        }),
      },
    }),
  });
};

const bySource =
  (files: readonly string[]) =>
  (a: Diagnostic, b: Diagnostic): number =>
    files.indexOf(a.span.file) - files.indexOf(b.span.file) ||
    a.span.start - b.span.start ||
    a.span.end - b.span.end;
