import { format as formatSource } from "../format.ts";
import { asSource, checkOptions, limitChecks } from "../options.ts";
import { type LocatedDiagnostic, locate } from "../report/locate.ts";
import type { Input, LimitOptions } from "./input.ts";

/** A source in its canonical form. */
export interface Formatted {
  /** The text; as it was when it has syntax errors. */
  readonly output: string;
  /** Whether the output differs from the source. */
  readonly changed: boolean;
  /** What is wrong with the source's syntax, in its order. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/**
 * Writes a source in its canonical form: spaces, line breaks and the lengths of operators change; words, quotes, comments
 * and their order do not, and a second run changes nothing. A name that ends in `.d2` says that the source is D2.
 */
export const format = (source: Input, options: LimitOptions = {}): Formatted => {
  const input = asSource("format", source);
  checkOptions("format", options, limitChecks);
  const { output, changed, diagnostics } = formatSource(input, options.limits);
  return { output, changed, diagnostics: locate(diagnostics, { [input.name]: input.text }) };
};
