import type { Diagnostic } from "./source/diagnostic.ts";
import type { Limits } from "./source/limits.ts";
import { hasErrors } from "./source/outcome.ts";
import type { Source } from "./source/source.ts";
import { parse } from "./syntax/parse.ts";
import { print } from "./syntax/print.ts";
import { isSameTree } from "./syntax/same-tree.ts";

/** A text in its canonical form. */
export interface Formatted {
  /** The text itself when it has syntax errors. */
  readonly output: string;
  /** Whether the output differs from the text. */
  readonly changed: boolean;
  /** What the parser said, in the order of the source. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Brings a text into its canonical form: text ──parse──▶ Ast ──print──▶ text.
 *
 * In:   any text at all.
 * Out:  a text with the same statements and comments in the same order, which formatting would not change again.
 * Says: every syntax error, and then the output is the text as it was.
 * Cost: linear in the text. What was changed is read again, so that a bug of the printer throws and never changes what a
 *       text says.
 */
export const format = (source: Source, limits: Partial<Limits> = {}): Formatted => {
  const { value: ast, diagnostics } = parse(source, { limits });
  const output = hasErrors(diagnostics) ? source.text : print(ast, source);
  const changed = output !== source.text;
  if (changed) {
    const again = parse(
      { ...source, text: output },
      { limits: { ...limits, sourceBytes: Number.POSITIVE_INFINITY } },
    );
    if (!isSameTree(ast, again.value))
      throw new Error(`\`${source.name}\` would not say the same once formatted.`);
  }
  return { output, changed, diagnostics };
};
