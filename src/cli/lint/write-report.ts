import { type Format, formats } from "../../report/formats.ts";
import { plain } from "../../report/palette.ts";
import type { Report, Tool } from "../../report/report.ts";
import { paletteFor } from "../colours.ts";
import { attempt } from "../failure.ts";
import type { World } from "../world.ts";
import type { LintFlags, Target } from "./lint-flags.ts";

/** Writes a report to its files and to standard output, each in its format; what formats tell of the tool is loaded for them. */
export const writeReport = async (
  report: Report,
  targets: readonly Target[],
  flags: LintFlags,
  version: string,
  world: World,
): Promise<void> => {
  const isDescribed = targets.some(({ format }) => format === "sarif");
  const shown: Report = {
    ...report,
    ...(flags.quiet && {
      diagnostics: report.diagnostics.filter(({ severity }) => severity === "error"),
    }),
    suppressed: flags.showSuppressed ? (report.suppressed ?? []) : [],
    ...(isDescribed && { tool: await toolOf(version) }),
  };
  for (const target of targets) write(shown, target, flags, world);
};

const toolOf = async (version: string): Promise<Tool> => {
  const { explanations } = await import("../../explanations.ts");
  return { version, explanations };
};

const write = (report: Report, { format: name, file }: Target, flags: LintFlags, world: World): void => {
  const format: Format = formats[name];
  const palette = file === undefined ? paletteFor("out", flags, world) : plain;
  const body = format.write(report, palette);
  const closing = flags.quiet || format.closing === undefined ? "" : `${format.closing(report, palette)}\n`;
  const text = body === "" || closing === "" ? body + closing : `${body}\n${closing}`;
  if (file === undefined) world.print(text);
  else attempt("write", file, () => world.write(file, text));
};
