import { type Compiled, compile } from "../../src/compile.ts";
import { inspectFlow } from "../../src/flow/inspect.ts";

export interface Surroundings {
  readonly name?: string;
  /** Texts that may be imported, by path; without them, nothing reads files. */
  readonly files?: Readonly<Record<string, string>> | undefined;
  readonly root?: string;
}

/** Compiles a text. */
export const compiled = (text: string, { name = "flow.slant", files, root }: Surroundings = {}): Compiled =>
  compile(
    { name, text },
    {
      ...(files && { readFile: (path) => textAt(files, path) }),
      ...(root !== undefined && { root }),
    },
  );

const textAt = (files: Readonly<Record<string, string>>, path: string): string => {
  const text = files[path];
  if (text === undefined) throw Object.assign(new Error("no such file"), { code: "ENOENT" });
  return text;
};

/** `code [words under the report]` of every report; of another file, `file: code [words]`. */
export const reportsOn = (text: string, around: Surroundings = {}): readonly string[] => {
  const { diagnostics, sources } = compiled(text, around);
  const main = Object.keys(sources)[0];
  return diagnostics.map(({ code, span }) => {
    const words = sources[span.file]?.slice(span.start, span.end);
    return `${span.file === main ? "" : `${span.file}: `}${code} [${words}]`;
  });
};

/** A flow as `inspect` shows it; a text that draws a report is a mistake of the test. */
export const factsOf = (text: string, around: Surroundings = {}): Facts => {
  const { flow, diagnostics, sources } = compiled(text, around);
  const errors = diagnostics.map(({ code, message }) => `${code}: ${message}`);
  if (errors.length > 0) throw new Error(errors.join("\n"));
  return inspectFlow(flow, [], sources) as unknown as Facts;
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
