import type { CheckOptions } from "../../check/check.ts";
import { compile } from "../../compile.ts";
import { type DrawOptions, draw } from "../../draw.ts";
import type { Picture, PictureFormat } from "../../picture-formats.ts";
import type { Sources } from "../../report/locate.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { hasErrors } from "../../source/outcome.ts";
import type { Source } from "../../source/source.ts";
import { type PictureSettings, pictureSettings } from "../config/picture-settings.ts";
import { compileOptionsOf, type ImportPlace, readerIn } from "../imports.ts";
import { type Readings, recorded } from "../readings.ts";
import type { Outside } from "../tasks/tasks.ts";

/** A flow to draw. */
export interface DrawInput {
  readonly name: string;
  readonly text: string;
  readonly language?: Source["language"] | undefined;
  readonly imports: ImportPlace;
  /** What a configuration says, and what the command's options say. */
  readonly settings: PictureSettings;
  readonly options: DrawOptions;
  readonly format: PictureFormat;
  /** What lint finds by these rules is shown on the picture. */
  readonly lint?: CheckOptions;
  /** A warning fails like an error. */
  readonly isStrict: boolean;
  /** In spite of errors, what was understood is drawn. */
  readonly isForced: boolean;
}

/** What drawing it came to. */
export interface DrawResult {
  /** Absent where the flow was refused. */
  readonly picture?: Picture;
  readonly isRefused: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that diagnostics point into, if there are any. */
  readonly sources: Sources;
  readonly readings: Readings;
}

/** Reads a flow and draws it; one with errors is drawn only where that was asked for. */
export const drawTask = async (
  { name, text, language, imports, settings, options, format, lint, isStrict, isForced }: DrawInput,
  { readerBelow }: Pick<Outside, "readerBelow">,
): Promise<DrawResult> => {
  const { readFile, readings } = recorded(readerIn(imports, { readerBelow }));
  const compiled = compile(
    { name, text, ...(language && { language }) },
    compileOptionsOf(imports, readFile),
  );
  const { flow, diagnostics, sources } = compiled;
  const fails = (found: readonly Diagnostic[]): boolean =>
    hasErrors(found) || (isStrict && found.some(({ severity }) => severity === "warning"));
  const drawn =
    fails(diagnostics) && !isForced
      ? undefined
      : await draw(
          flow,
          sources,
          { ...pictureSettings(settings, flow), ...options, format },
          lint && { findings: (await import("../../check/check.ts")).check(compiled, lint) },
        );
  const found = [...diagnostics, ...(drawn?.diagnostics ?? [])];
  const isRefused = fails(found);
  return {
    ...(drawn && (isForced || !isRefused) && { picture: drawn.value }),
    isRefused,
    diagnostics: found,
    sources: found.length === 0 ? {} : sources,
    readings,
  };
};
