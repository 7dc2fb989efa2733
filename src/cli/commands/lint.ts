import { InvalidArgumentError } from "commander";
import { judge, type Verdict } from "../../check/check.ts";
import { fingerprinted } from "../../check/fingerprints.ts";
import { type Compiled, compile } from "../../compile.ts";
import { type Format, type FormatName, formatNames, formats, isFormatName } from "../../report/formats.ts";
import { locate } from "../../report/locate.ts";
import { plain } from "../../report/palette.ts";
import { plural } from "../../report/plural.ts";
import { countBySeverity, type Report, type Suppressed, type Tool } from "../../report/report.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { paletteFor } from "../colours.ts";
import type { CommandModule } from "../commands.ts";
import { didYouMean } from "../did-you-mean.ts";
import { ExitCode } from "../exit-code.ts";
import { attempt } from "../failure.ts";
import { addRootOption, importsFor, type RootFlag } from "../imports.ts";
import { inputsOf, sourceOf } from "../inputs.ts";
import type { CommonFlags } from "../main.ts";
import { progressOf } from "../progress.ts";
import { addRuleLevel, type RuleLevels } from "../rule-levels.ts";
import { startStats } from "../stats.ts";
import { wholeNumber } from "../whole-number.ts";
import type { World } from "../world.ts";

/** Where a report goes: a file, or standard output. */
interface Target {
  readonly format: FormatName;
  readonly file?: string;
}

interface LintFlags extends CommonFlags, RootFlag {
  readonly format?: readonly Target[];
  readonly rule?: RuleLevels;
  readonly maxWarnings?: number;
  readonly stdinFilename?: string;
  readonly allowEmpty?: boolean;
  readonly listFiles?: boolean;
  readonly stats?: boolean;
  readonly showSuppressed?: boolean;
}

/** `slant lint [PATH…]`. */
export const lintCommand: CommandModule = {
  declare: (command, world, finish) => {
    addRootOption(command)
      .argument("[path...]", "files, folders, quoted globs, or - for standard input (default: this folder)")
      .option(
        "--format <name[=file]>",
        `${formatNames.join(" or ")}; may be repeated to write files beside`,
        addTarget,
      )
      .option(
        "--rule <code=level>",
        "report a rule as off, info, warning or error; may be repeated",
        addRuleLevel,
      )
      .option("--max-warnings <n>", "exit with 1 when there are more warnings", wholeNumber)
      .option("--stdin-filename <name>", "what messages call standard input")
      .option("--allow-empty", "finding no files is fine")
      .option("--list-files", "print which files would be checked, and stop")
      .option("--show-suppressed", "put what the sources excuse into sarif reports, marked so")
      .option("--stats", "print counts and times to standard error")
      .addHelpText("after", examples)
      .action(async (paths: string[]) => {
        const version = command.parent?.version() ?? "";
        const flags = command.optsWithGlobals<LintFlags>();
        finish(await lint(paths.length === 0 ? ["."] : paths, flags, world, version));
      });
  },
};

const examples = `
Examples:
  slant lint                                 every .slant file under this folder
  slant lint checkout.slant 'flows/**/*.slant'
  slant lint --format pretty --format json=findings.json docs
  slant lint --rule missing-reply=off --max-warnings 0
  cat checkout.slant | slant lint --stdin-filename checkout.slant -

Exit codes: 0 fine, 1 an error or too many warnings, 2 wrong usage or a file that cannot be read.`;

const lint = async (
  paths: readonly string[],
  flags: LintFlags,
  world: World,
  version: string,
): Promise<ExitCode> => {
  const { stdinFilename, allowEmpty = false, format: targets = [{ format: "pretty" }] } = flags;
  const inputs = await inputsOf(paths, world, {
    allowEmpty,
    ...(stdinFilename !== undefined && { stdinName: stdinFilename }),
  });
  if (flags.listFiles) {
    world.print(inputs.map(({ name }) => `${name}\n`).join(""));
    return ExitCode.ok;
  }
  const stats = startStats(world);
  const progress = progressOf("checked", inputs.length, world);
  const sources: Record<string, string> = {};
  const found: Diagnostic[] = [];
  const suppressed: Suppressed[] = [];
  for (const input of inputs) {
    const source = await stats.time("read", () => sourceOf(input, world));
    const compiled = stats.time("compile", () => compile(source, importsFor(input, flags, world)));
    const verdict = stats.time("check", () => judge(compiled, { rules: flags.rule ?? {} }));
    Object.assign(sources, compiled.sources);
    found.push(...fingerprinted(verdict.diagnostics, compiled));
    if (flags.showSuppressed) suppressed.push(...excused(verdict.suppressed, compiled));
    stats.count(compiled.flow);
    progress.step();
  }
  progress.hide();
  const report: Report = {
    files: inputs.map(({ name }) => name),
    diagnostics: locate(found, sources),
    sources,
    suppressed,
    ...(targets.some(({ format }) => format === "sarif") && { tool: await toolOf(version) }),
  };
  for (const target of targets) write(report, target, flags, world);
  if (flags.stats) world.tell(stats.text(report.files.length));
  return exitCodeOf(report, flags, world);
};

const excused = (suppressed: Verdict["suppressed"], { flow, sources }: Compiled): readonly Suppressed[] => {
  const printed = fingerprinted(
    suppressed.map(({ diagnostic }) => diagnostic),
    { flow, sources },
  );
  return locate(printed, sources).map((diagnostic, index) => ({
    diagnostic,
    where: "source",
    reason: suppressed[index]?.reason ?? "",
  }));
};

/** What stands behind the codes is loaded for the formats that tell it. */
const toolOf = async (version: string): Promise<Tool> => {
  const { explanations } = await import("../../explanations.ts");
  return { version, explanations };
};

const write = (report: Report, { format: name, file }: Target, flags: LintFlags, world: World): void => {
  const format: Format = formats[name];
  const shown = flags.quiet
    ? { ...report, diagnostics: report.diagnostics.filter(({ severity }) => severity === "error") }
    : report;
  const palette = file === undefined ? paletteFor("out", flags, world) : plain;
  const body = format.write(shown, palette);
  const closing = flags.quiet || format.closing === undefined ? "" : `${format.closing(shown, palette)}\n`;
  const text = body === "" || closing === "" ? body + closing : `${body}\n${closing}`;
  if (file === undefined) world.print(text);
  else attempt("write", file, () => world.write(file, text));
};

const exitCodeOf = ({ diagnostics }: Report, { maxWarnings }: LintFlags, world: World): ExitCode => {
  const { error, warning } = countBySeverity(diagnostics);
  if (error > 0) return ExitCode.findings;
  if (maxWarnings === undefined || warning <= maxWarnings) return ExitCode.ok;
  world.tell(`slant: ${plural(warning, "warning")}, and --max-warnings allows ${maxWarnings}\n`);
  return ExitCode.findings;
};

/** Reads `json` or `json=findings.json`, and adds it to the ones before. */
const addTarget = (typed: string, before: readonly Target[] = []): readonly Target[] => {
  const [name = "", ...rest] = typed.split("=");
  if (!isFormatName(name)) {
    const hint = didYouMean(name, formatNames) ?? `The formats are ${formatNames.join(", ")}.`;
    throw new InvalidArgumentError(`There is no format \`${name}\`. ${hint}`);
  }
  const target: Target = rest.length === 0 ? { format: name } : { format: name, file: rest.join("=") };
  const isTwice = target.file === undefined && before.some(({ file }) => file === undefined);
  if (isTwice)
    throw new InvalidArgumentError("Only one report can go to standard output; give the others a file.");
  return [...before, target];
};
