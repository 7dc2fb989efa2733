import { check } from "../check/check.ts";
import { fingerprinted } from "../check/fingerprints.ts";
import { type PresetName, presets } from "../check/presets.ts";
import { rules } from "../check/rules.ts";
import { compile } from "../compile.ts";
import { asSource, checkOptions, compileChecks, type Level, level, oneOf, record } from "../options.ts";
import { type LocatedDiagnostic, locate } from "../report/locate.ts";
import { type CompileOptions, given, type Input } from "./input.ts";

/** Which rules `lint` applies. */
export interface LintOptions extends CompileOptions {
  /** Which rules run: `recommended` if absent. */
  readonly extends?: PresetName;
  /** What a rule's findings count as, by its code: `{ "missing-reply": "off" }`. */
  readonly rules?: Readonly<Record<string, Level>>;
}

/** What is wrong with a source. */
export interface Linted {
  /** In the order of the source: its errors, or, of a source without errors, what the rules found. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** Reports what is wrong with a flow. */
export const lint = (source: Input, options: LintOptions = {}): Linted => {
  const input = asSource("lint", source);
  checkOptions("lint", options, {
    ...compileChecks,
    extends: oneOf(Object.keys(presets)),
    rules: record(
      "rule",
      rules.map(({ code }) => code),
      level,
    ),
  });
  const compiled = compile(input, given(options));
  const found = check(compiled, {
    ...(options.extends && { extends: options.extends }),
    rules: options.rules ?? {},
  });
  return { diagnostics: locate(fingerprinted(found, compiled), compiled.sources) };
};
