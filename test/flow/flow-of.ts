import type { Flow } from "../../src/flow/flow.ts";
import { inspectFlow } from "../../src/flow/inspect.ts";
import { resolve } from "../../src/flow/resolve.ts";
import type { Diagnostic } from "../../src/source/diagnostic.ts";
import { parse } from "../../src/syntax/parse.ts";

interface Compiled {
  readonly flow: Flow;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses and resolves a text. */
export const compiled = (text: string, name = "flow.slant"): Compiled => {
  const parsed = parse({ name, text });
  const resolved = resolve(parsed.value);
  return { flow: resolved.value, diagnostics: [...parsed.diagnostics, ...resolved.diagnostics] };
};

/** `code [words under the report]` of every report. */
export const reportsOn = (text: string, name = "flow.slant"): readonly string[] =>
  compiled(text, name).diagnostics.map(({ code, span }) => `${code} [${text.slice(span.start, span.end)}]`);

/** A flow as `inspect` shows it; a text that draws a report is a mistake of the test. */
export const factsOf = (text: string): Facts => {
  const { flow, diagnostics } = compiled(text);
  const errors = diagnostics.map(({ code, message }) => `${code}: ${message}`);
  if (errors.length > 0) throw new Error(errors.join("\n"));
  return inspectFlow(flow, [], { "flow.slant": text }) as unknown as Facts;
};

type Fact = Readonly<Record<string, unknown>>;

export interface Facts {
  readonly title: string | null;
  readonly description: string | null;
  readonly lang: string;
  readonly config: Fact;
  readonly lifelines: string;
  readonly participants: readonly Fact[];
  readonly boundaries: readonly Fact[];
  readonly messages: readonly Fact[];
  readonly fragments: readonly (Fact & { readonly operands: readonly Fact[] })[];
  readonly notes: readonly Fact[];
  readonly marks: readonly Fact[];
  readonly callbacks: readonly Fact[];
}
