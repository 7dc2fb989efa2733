import { fingerprinted } from "../check/fingerprints.ts";
import type { PresetName } from "../check/presets.ts";
import { presetsOf } from "../check/presets.ts";
import { type Remarks, suppresses, suppressionsIn } from "../check/suppressions.ts";
import { type Diagnostic, diagnose, type Severity } from "../source/diagnostic.ts";
import type { System } from "./system.ts";
import type { SystemFinding, SystemRule } from "./system-rule.ts";
import { systemRules } from "./system-rules.ts";

export interface SystemCheckOptions {
  /** Which rules run: `recommended` unless said otherwise. */
  readonly extends?: PresetName;
  /** By code: another severity than the rule's own, or `off`; a rule named here runs in every preset. */
  readonly rules?: Readonly<Record<string, Severity | "off">>;
}

/** A finding, as it is reported and as a map shows it. */
export interface SystemReport {
  readonly diagnostic: Diagnostic;
  readonly on: SystemFinding["on"];
  readonly brief: string;
}

/** What a system was read from. */
export interface SystemTexts {
  /** The statements of all files, for the suppressions in their comments. */
  readonly remarks: readonly Remarks[];
  /** The texts that spans point into, by file. */
  readonly sources: Readonly<Record<string, string>>;
}

/**
 * Checks many flows as one system.
 *
 * In:   the system, what it was read from, and the choice of rules.
 * Out:  what the rules found and the texts do not suppress, in the order of the rules, with fingerprints.
 * Says: every code in `systemRules`.
 * Cost: linear in the flows for each rule; of circles of calls, see call-graph.ts.
 */
export const checkSystem = (
  system: System,
  { remarks, sources }: SystemTexts,
  { extends: preset = "recommended", rules: levels = {} }: SystemCheckOptions = {},
): readonly SystemReport[] => {
  const suppressions = remarks.flatMap(suppressionsIn);
  const found = systemRules
    .filter((rule) => runs(rule, preset, levels))
    .flatMap((rule) => rule.check(system).map((finding) => ({ rule, finding })))
    .filter(({ rule, finding }) => !suppressions.some((each) => suppresses(each, rule.code, finding.span)));
  const diagnostics = found.map(({ rule, finding: { message, span, notes = [], help } }) => {
    const level = levels[rule.code];
    return diagnose(rule, message, span, {
      severity: level === undefined || level === "off" ? rule.severity : level,
      ...(notes.length > 0 && { notes }),
      ...(help !== undefined && { help }),
    });
  });
  return fingerprinted(diagnostics, { flow: system.flow, sources }).map((diagnostic, at) => {
    const { on, brief } = (found[at] as (typeof found)[number]).finding;
    return { diagnostic, on, brief };
  });
};

const runs = (
  rule: SystemRule,
  preset: PresetName,
  levels: NonNullable<SystemCheckOptions["rules"]>,
): boolean =>
  levels[rule.code] !== "off" && (levels[rule.code] !== undefined || presetsOf(rule).includes(preset));
