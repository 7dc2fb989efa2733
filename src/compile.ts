import type { Flow } from "./flow/flow.ts";
import { resolve } from "./flow/resolve.ts";
import type { Diagnostic } from "./source/diagnostic.ts";
import type { Source } from "./source/source.ts";
import type { Ast } from "./syntax/ast.ts";
import { parse } from "./syntax/parse.ts";

/** What a text came to: every stage's result, whatever was wrong, and the texts that spans point into. */
export interface Compiled {
  readonly ast: Ast;
  readonly flow: Flow;
  /** In the order of the source. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts by file name: the source's own and those of its imports. */
  readonly sources: Readonly<Record<string, string>>;
}

/**
 * From text to meaning, a stage to a line: text ──parse──▶ Ast ──resolve──▶ Flow.
 *
 * In:   any text at all.
 * Out:  a usable flow, always; what was broken is missing from it and reported.
 * Says: every compile error; the checks are `check`'s.
 * Cost: linear in the text.
 */
export const compile = (source: Source): Compiled => {
  const parsed = parse(source);
  const resolved = resolve(parsed.value);
  return {
    ast: parsed.value,
    flow: resolved.value,
    diagnostics: [...parsed.diagnostics, ...resolved.diagnostics].toSorted(
      (a, b) => a.span.start - b.span.start,
    ),
    sources: { [source.name]: source.text },
  };
};
