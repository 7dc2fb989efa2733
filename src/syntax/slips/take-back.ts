import type { Span } from "../../source/span.ts";
import type { SyntaxCode } from "../explanations.ts";
import type { Reader } from "../say.ts";

/**
 * Takes back what was said of the insides of statements that are reported as a whole.
 *
 * In:   their spans, and the code that they are reported by.
 * Cost: n log n in the spans and in what was said; nothing where there are no spans.
 */
export const takeBack = (reader: Reader, wholes: readonly Span[], code: SyntaxCode): void => {
  if (wholes.length === 0) return;
  const left = wholes.toSorted((one, other) => one.start - other.start);
  const said = reader.diagnostics.splice(0).sort((one, other) => one.span.start - other.span.start);
  let at = 0;
  for (const diagnostic of said) {
    const { start, end } = diagnostic.span;
    while ((left[at]?.end ?? Number.POSITIVE_INFINITY) < start) at++;
    const whole = left[at];
    const isInside = whole !== undefined && whole.start <= start && end <= whole.end;
    if (!isInside || diagnostic.code === code) reader.diagnostics.push(diagnostic);
  }
};
