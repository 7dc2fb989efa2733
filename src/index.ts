/**
 * Slant: draws asynchronous flows, and reports callbacks that nobody awaits.
 *
 * Everything here is a function of its arguments: no global state, no file, no network, and any number of calls may run
 * side by side. Bad sources never throw; wrong options throw a TypeError that says which.
 *
 * @module slant
 */

import { check } from "./check/check.ts";
import { fingerprinted } from "./check/fingerprints.ts";
import { type PresetName, presets } from "./check/presets.ts";
import { rules as ruleTable } from "./check/rules.ts";
import { compile as compileSource } from "./compile.ts";
import { type DrawOptions, draw, drawSync, prepareMap, type SyncFormat } from "./draw.ts";
import type { Flow } from "./flow/flow.ts";
import { format as formatSource } from "./format.ts";
import {
  asSource,
  checkOptions,
  compileChecks,
  flag,
  type Level,
  level,
  limitChecks,
  oneOf,
  pictureChecks,
  record,
} from "./options.ts";
import {
  formatNames,
  type Picture,
  type PictureFormat,
  type PictureOf,
  pictureFormats,
} from "./picture-formats.ts";
import { type LocatedDiagnostic, locate } from "./report/locate.ts";
import type { Limits } from "./source/limits.ts";
import { hasErrors } from "./source/outcome.ts";
import type { Source } from "./source/source.ts";
import type { Ast } from "./syntax/ast.ts";
import { allPieces } from "./text/all-pieces.ts";
import { readMarkdown } from "./text/read-markdown.ts";

export { type Config, defineConfig, type Override, type Settings } from "./config/config.ts";
export type {
  LocatedDiagnostic,
  LocatedEdit,
  LocatedFix,
  LocatedNote,
  LocatedSchedule,
  LocatedStep,
  Place,
} from "./report/locate.ts";
export type { Severity } from "./source/diagnostic.ts";
export type { Limits } from "./source/limits.ts";
export type { Source } from "./source/source.ts";
export { themes } from "./theme/themes.ts";
export type { Ast, Flow, Level, Picture, PictureFormat, PictureOf, PresetName, SyncFormat };

/** Where a flow's imports come from; without `readFile`, an import is an error. */
export interface ImportOptions {
  /**
   * Reads a file that the source imports. `path` is where the import leads from the file that it stands in: `@lib/mail` in
   * `docs/flow.slant` is `docs/lib/mail.slant`. Throws when it cannot; an error with Node's `code` (`ENOENT`, `EISDIR` …) is
   * told in words. Imports outside of `root` never get here, but where symbolic links lead is the reader's to check.
   */
  readonly readFile?: (path: string) => string;
  /** The folder that no import leaves; the source's own folder if absent. */
  readonly root?: string;
}

/** How much of a text is read. */
export interface LimitOptions {
  /** Where a text may be larger than usual, or shall not be as large: `{ statements: 400_000 }`. What is over a limit is an error. */
  readonly limits?: Partial<Limits>;
}

/** How a text is read. */
export interface CompileOptions extends ImportOptions, LimitOptions {}

/** How a flow is drawn. */
export interface RenderOptions<Format extends PictureFormat = PictureFormat>
  extends DrawOptions,
    CompileOptions {
  /** What the picture is: `svg` if absent. */
  readonly format?: Format;
  /** Let warnings fail like errors. */
  readonly strict?: boolean;
  /** In spite of errors, draw what was understood. */
  readonly force?: boolean;
  /** Show on the picture what `lint` finds. */
  readonly lint?: boolean;
}

/** A picture, and what was found on the way to it. */
export interface Rendered<Output extends Picture = string> {
  /** The picture: of SVG one `<svg>` element, of PNG its bytes; empty when the source has errors and `force` was not asked for. */
  readonly output: Output;
  /** What is wrong with the source, in its order; the checks of `lint` are not among them. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

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

/** A source in its canonical form. */
export interface Formatted {
  /** The text; as it was when it has syntax errors. */
  readonly output: string;
  /** Whether the output differs from the source. */
  readonly changed: boolean;
  /** What is wrong with the source's syntax, in its order. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** What a source means. */
export interface Meaning {
  /** What was written. */
  readonly ast: Ast;
  /** What it means: every name resolved, every value typed. Of a source with errors, what was understood. */
  readonly flow: Flow;
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** What is known about a rule of `lint`. */
export interface RuleFacts {
  readonly code: string;
  readonly severity: LocatedDiagnostic["severity"];
  readonly category: string;
  /** One sentence: the fault. */
  readonly summary: string;
  /** Why it matters. */
  readonly why: string;
  /** A source that has the fault. */
  readonly bad: string;
  /** The same source, mended. */
  readonly good: string;
  /** The files that the two import, by path; absent where they import none. */
  readonly files?: Readonly<Record<string, string>>;
  /** How many of its findings are faults: `very-high`, `high`, `medium` or `low`. */
  readonly precision: string;
  /** What it does not see, and where it may be wrong. */
  readonly limits: string;
}

/** A flow's text, or the text with the name that diagnostics call it by. */
export type Input = string | Source;

const renderChecks = {
  ...pictureChecks,
  ...compileChecks,
  format: oneOf(formatNames),
  strict: flag,
  force: flag,
  lint: flag,
} satisfies Record<keyof RenderOptions, unknown>;

const syncNames = formatNames.filter((name) => pictureFormats[name].isSync);

/** A format that exists but takes time has its own words. */
const syncChecks = {
  ...renderChecks,
  format: (value) => {
    const wanted = oneOf(syncNames)(value);
    return wanted === undefined || oneOf(formatNames)(value) !== undefined
      ? wanted
      : `${wanted} here (\`render\` draws \`${value}\`)`;
  },
} satisfies typeof renderChecks;

/** What to have at hand before it is asked for. */
export interface PrepareOptions {
  /** What lays out maps: 1.6 MB of code. */
  readonly map?: boolean;
}

/** Loads what `renderSync` cannot load by itself in a page. In Node there is no need to. */
export const prepare = async (options: PrepareOptions = {}): Promise<void> => {
  checkOptions("prepare", options, { map: flag });
  if (options.map) await prepareMap();
};

/** What pictures may need, for hosts that cannot wait. */
const ready = { pieces: allPieces, readMarkdown };

/** Draws a flow, at once: for hosts that cannot wait, such as markdown-it. */
export const renderSync = (source: Input, options: RenderOptions<SyncFormat> = {}): Rendered => {
  const { compiled, isRefused, picture, extras } = readied("renderSync", source, options, syncChecks);
  const { flow, sources, diagnostics } = compiled;
  return {
    output: isRefused ? "" : drawSync(flow, sources, { ...picture, ...formatOf(options) }, ready, extras),
    diagnostics: locate(diagnostics, sources),
  };
};

/** Draws a flow. */
export const render = async <Format extends PictureFormat = "svg">(
  source: Input,
  options: RenderOptions<Format> = {},
): Promise<Rendered<PictureOf<Format>>> => {
  const { compiled, isRefused, picture, extras } = readied("render", source, options, renderChecks);
  const { flow, sources, diagnostics } = compiled;
  if (isRefused) return { output: nothing(options.format), diagnostics: locate(diagnostics, sources) };
  const drawn = await draw(flow, sources, { ...picture, ...formatOf(options) }, extras);
  return { output: drawn.value, diagnostics: locate([...diagnostics, ...drawn.diagnostics], sources) };
};

const formatOf = <Format extends PictureFormat>({ format }: RenderOptions<Format>) => ({
  ...(format !== undefined && { format }),
});

const nothing = <Format extends PictureFormat>(format: Format | undefined): PictureOf<Format> =>
  (pictureFormats[format ?? "svg"].isBinary ? new Uint8Array() : "") as PictureOf<Format>;

/** Everything up to the picture itself. */
const readied = (callee: string, source: Input, options: RenderOptions, checks: typeof renderChecks) => {
  const input = asSource(callee, source);
  checkOptions(callee, options, checks);
  const {
    format: _format,
    strict = false,
    force = false,
    lint: isLinted,
    readFile,
    root,
    limits,
    ...picture
  } = options;
  const compiled = compileSource(input, given({ readFile, root, limits }));
  const { diagnostics } = compiled;
  const fails =
    hasErrors(diagnostics) || (strict && diagnostics.some(({ severity }) => severity === "warning"));
  const isRefused = fails && !force;
  const extras = isLinted && !isRefused ? { findings: check(compiled) } : {};
  return { compiled, picture, extras, isRefused };
};

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
  const compiled = compileSource(input, given(options));
  const found = check(compiled, {
    ...(options.extends && { extends: options.extends }),
    rules: options.rules ?? {},
  });
  return { diagnostics: locate(fingerprinted(found, compiled), compiled.sources) };
};

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

/** Reads a flow, as plain data that can be kept as JSON. */
export const compile = (source: Input, options: CompileOptions = {}): Meaning => {
  const input = asSource("compile", source);
  checkOptions("compile", options, compileChecks);
  const { ast, flow, diagnostics, sources } = compileSource(input, given(options));
  return { ast, flow, diagnostics: locate(diagnostics, sources) };
};

/** What is given; an option that is undefined counts as absent. */
const given = ({
  readFile,
  root,
  limits,
}: { readonly [K in keyof CompileOptions]: CompileOptions[K] | undefined }) => ({
  ...(readFile !== undefined && { readFile }),
  ...(root !== undefined && { root }),
  ...(limits !== undefined && { limits }),
});

/** The rules of `lint`. */
export const rules: readonly RuleFacts[] = ruleTable.map(
  ({ code, severity, category, summary, why, bad, good, files, precision, limits }) => ({
    code,
    severity,
    category,
    summary,
    why,
    bad,
    good,
    ...(files !== undefined && { files }),
    precision,
    limits,
  }),
);
