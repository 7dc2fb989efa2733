import { check } from "../check/check.ts";
import { compile } from "../compile.ts";
import type { DrawOptions } from "../draw.ts";
import { asSource, checkOptions, compileChecks, flag, oneOf, pictureChecks } from "../options.ts";
import { formatNames, type Picture, type PictureFormat } from "../picture-formats.ts";
import type { LocatedDiagnostic } from "../report/locate.ts";
import { hasErrors } from "../source/outcome.ts";
import { type CompileOptions, given, type Input } from "./input.ts";

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

export const renderChecks = {
  ...pictureChecks,
  ...compileChecks,
  format: oneOf(formatNames),
  strict: flag,
  force: flag,
  lint: flag,
} satisfies Record<keyof RenderOptions, unknown>;

/** Everything up to the picture itself. */
export const readied = (
  callee: string,
  source: Input,
  options: RenderOptions,
  checks: typeof renderChecks,
) => {
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
  const compiled = compile(input, given({ readFile, root, limits }));
  const { diagnostics } = compiled;
  const fails =
    hasErrors(diagnostics) || (strict && diagnostics.some(({ severity }) => severity === "warning"));
  const isRefused = fails && !force;
  const extras = isLinted && !isRefused ? { findings: check(compiled) } : {};
  return { compiled, picture, extras, isRefused };
};

export const formatOf = <Format extends PictureFormat>({ format }: RenderOptions<Format>) => ({
  ...(format !== undefined && { format }),
});
