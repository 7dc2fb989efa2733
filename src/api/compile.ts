import { compile as compileSource } from "../compile.ts";
import type { Flow } from "../flow/flow.ts";
import { asSource, checkOptions, compileChecks } from "../options.ts";
import { type LocatedDiagnostic, locate } from "../report/locate.ts";
import type { Ast } from "../syntax/ast.ts";
import { type CompileOptions, given, type Input } from "./input.ts";

/** What a source means. */
export interface Meaning {
  /** What was written. */
  readonly ast: Ast;
  /** What it means: every name resolved, every value typed. Of a source with errors, what was understood. */
  readonly flow: Flow;
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** Reads a flow, as plain data that can be kept as JSON. */
export const compile = (source: Input, options: CompileOptions = {}): Meaning => {
  const input = asSource("compile", source);
  checkOptions("compile", options, compileChecks);
  const { ast, flow, diagnostics, sources } = compileSource(input, given(options));
  return { ast, flow, diagnostics: locate(diagnostics, sources) };
};
