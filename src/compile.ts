import type { Flow } from "./flow/flow.ts";
import { type Load, loadFailures } from "./flow/load.ts";
import { resolve } from "./flow/resolve.ts";
import type { Diagnostic } from "./source/diagnostic.ts";
import { type Limits, limitsFrom, utf8Bytes } from "./source/limits.ts";
import type { Source } from "./source/source.ts";
import type { Ast } from "./syntax/ast.ts";
import { parse } from "./syntax/parse.ts";

/** Where imports come from, and how much is read. */
export interface CompileOptions {
  /**
   * Reads a file that the text imports. The path is the import's, beside the file that it stands in: `lib/mail.slant` in
   * `docs/flow.slant` is `docs/lib/mail.slant`. Throws when it cannot: an error with Node's `code` (`ENOENT`, `EISDIR` …) is
   * told in words. Without a reader an import is an error.
   */
  readonly readFile?: (path: string) => string;
  /** The folder that no import leaves; the source's own folder if absent. */
  readonly root?: string;
  /** What a text may be at most, imported ones included. */
  readonly limits?: Partial<Limits>;
}

/** What a text came to: every stage's result, whatever was wrong, and the texts that spans point into. */
export interface Compiled {
  readonly ast: Ast;
  readonly flow: Flow;
  /** In the order of the source, then those of imported files. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts by file name: the source's own, then those of its imports. */
  readonly sources: Readonly<Record<string, string>>;
  /** The trees of imported files, in the order of `sources`. */
  readonly imported: readonly Ast[];
}

/**
 * From text to meaning, a stage to a line: text ──parse──▶ Ast ──resolve──▶ Flow.
 *
 * In:   any text at all.
 * Out:  a usable flow, always; what was broken is missing from it and reported.
 * Says: every compile error; the checks are `check`'s.
 * Cost: linear in the text and in what it imports.
 */
export const compile = (source: Source, options: CompileOptions = {}): Compiled => {
  const limits = limitsFrom(options.limits);
  const parsed = parse(source, { limits });
  const imports = newLoader(source, options.readFile, limits);
  const { root } = options;
  const resolved = resolve(parsed.value, {
    ...(imports.load && { load: imports.load }),
    ...(root !== undefined && { root }),
    limits,
  });
  const sources = Object.fromEntries(imports.sources);
  const all = [...parsed.diagnostics, ...imports.diagnostics, ...resolved.diagnostics];
  return {
    ast: parsed.value,
    flow: resolved.value,
    diagnostics: inOrder(all, Object.keys(sources)),
    sources,
    imported: imports.trees,
  };
};

/** Reads and parses imported files, and keeps their texts, their trees and what the syntax says of them. */
const newLoader = (main: Source, readFile: CompileOptions["readFile"], limits: Limits) => {
  const sources = new Map([[main.name, main.text]]);
  const diagnostics: Diagnostic[] = [];
  const trees: Ast[] = [];
  const load = (path: string, read: NonNullable<typeof readFile>): ReturnType<Load> => {
    const text = attempt(() => read(path));
    if (typeof text !== "string") return text;
    if (utf8Bytes(text) > limits.sourceBytes) return { ok: false, code: loadFailures.tooLarge };
    const { value: ast, diagnostics: found } = parse({ name: path, text }, { limits });
    sources.set(path, text);
    diagnostics.push(...found);
    trees.push(ast);
    return { ok: true, ast };
  };
  return {
    ...(readFile && { load: (path: string) => load(path, readFile) }),
    sources,
    diagnostics,
    trees,
  };
};

/** The text, or why there is none; a reader without an answer has no such file. */
const attempt = (read: () => unknown): string | Exclude<ReturnType<Load>, { ok: true }> => {
  try {
    const text = read();
    return typeof text === "string" ? text : { ok: false, code: "ENOENT" };
  } catch (error) {
    const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
    return {
      ok: false,
      ...(typeof code === "string" && { code }),
      ...(typeof message === "string" && { message }),
    };
  }
};

const inOrder = (all: readonly Diagnostic[], files: readonly string[]): readonly Diagnostic[] => {
  const rank = new Map(files.map((file, at) => [file, at]));
  const rankOf = ({ span }: Diagnostic): number => rank.get(span.file) ?? files.length;
  return all.toSorted((a, b) => rankOf(a) - rankOf(b) || a.span.start - b.span.start);
};
