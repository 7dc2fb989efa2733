import { rules } from "../../check/rules.ts";
import { flowFences } from "../../lint-document.ts";
import { locate } from "../../report/locate.ts";
import { plural } from "../../report/plural.ts";
import { countBySeverity, type Report } from "../../report/report.ts";
import { systemRules } from "../../system/system-rules.ts";
import { configFinder } from "../config/find-config.ts";
import { printedSettings } from "../config/printed-settings.ts";
import { settingsOf } from "../config/settings-of.ts";
import { ExitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { inputsOf, sourceOf } from "../inputs.ts";
import { keepNothing, openResults } from "../kept-results.ts";
import { startStats } from "../stats.ts";
import type { World } from "../world.ts";
import { readBaseline, withBaseline } from "./baseline.ts";
import { type Done, type KeptVerdict, lintAll, type Tools, type Work } from "./lint-all.ts";
import type { LintFlags } from "./lint-flags.ts";
import { writeReport } from "./write-report.ts";

/** Below so many files a run is as quick without a cache. */
const worthCaching = 20;

const endings = [".slant", ".md", ".mdx", ".markdown"] as const;

/**
 * Runs `slant lint`.
 *
 * In:   the paths and options as they were typed, and the version of Slant.
 * Out:  the exit code; reports went to standard output and to files, fixes to the sources.
 * Cost: each file is read once and linted once, once more for each round of fixes.
 */
export const lint = async (
  typed: readonly string[],
  flags: LintFlags,
  world: World,
  version: string,
): Promise<ExitCode> => {
  const { baseline, paths: behind } = readBaseline(flags.baseline);
  const paths = typed.length + behind.length === 0 ? ["."] : [...behind, ...typed];
  const configOf = configFinder(world, flags.config);
  if (flags.printConfig) return await printConfig(paths, configOf, world);
  const stats = startStats(world);
  const works = await worksOf(paths, flags, world, stats);
  if (flags.listFiles) {
    world.print(works.map(({ input }) => `${input.name}\n`).join(""));
    return ExitCode.ok;
  }
  const isCached = flags.cache !== false && works.length >= worthCaching;
  const cache =
    isCached && world.cache
      ? openResults<KeptVerdict>("lint", world.cache, version, world)
      : keepNothing<KeptVerdict>();
  const done = await lintAll(works, { world, flags, configOf, stats, cache });
  cache.save();
  const system = flags.system ? await wholeOf(works, done, { world, flags, configOf }) : undefined;
  const sources = Object.assign(
    {},
    system?.sources,
    ...done.map(({ verdict }) => verdict.imported),
    ...done.map(textByName),
  );
  const all: Report = {
    files: works.map(({ source }) => source.name),
    diagnostics: locate(
      [...done.flatMap(({ verdict }) => verdict.diagnostics), ...(system?.diagnostics ?? [])],
      sources,
    ),
    sources,
    suppressed: excused(done, sources),
  };
  const codes = new Set([...rules, ...systemRules].map(({ code }) => code));
  const report = baseline ? withBaseline(baseline, all, codes, world, flags.quiet ?? false) : all;
  const asked = flags.format ?? (flags.fixDryRun ? [] : [{ format: "pretty" } as const]);
  await writeReport(report, asked, flags, version, world);
  if (flags.witness !== undefined) {
    const { writeWitnesses } = await import("./write-witnesses.ts");
    await writeWitnesses(flags.witness, report.diagnostics, world, flags.quiet ?? false);
  }
  if (flags.stats) world.tell(stats.text(report.files.length));
  return exitCodeOf(report, flags, world);
};

/** The files as one system, with their texts after fixes. */
const wholeOf = async (
  works: readonly Work[],
  done: readonly Done[],
  tools: Pick<Tools, "world" | "flags" | "configOf">,
) => {
  const { lintSystem } = await import("./lint-system.ts");
  return await lintSystem(
    works.map(({ input, source }, at) => ({ input, source: done[at]?.source ?? source })),
    tools,
  );
};

/** The files with their texts. Markdown that holds no flow counts only where it was named itself. */
const worksOf = async (
  paths: readonly string[],
  flags: LintFlags,
  world: World,
  stats: Tools["stats"],
): Promise<readonly Work[]> => {
  const { stdinFilename, allowEmpty = false } = flags;
  const inputs = await inputsOf(paths, world, {
    allowEmpty,
    endings,
    ...(stdinFilename !== undefined && { stdinName: stdinFilename }),
  });
  const works: Work[] = [];
  for (const input of inputs) {
    const source = await stats.time("read", () => sourceOf(input, world));
    if (input.isNamed || flowFences(source)?.length !== 0) works.push({ input, source });
  }
  if (works.length > 0 || allowEmpty) return works;
  const where = paths.map((path) => `\`${path}\``).join(", ");
  throw new Failure(
    `there are no flows in ${where}: no \`.slant\` file, and no \`\`\`slant fence in Markdown`,
    "With --allow-empty that is fine.",
  );
};

const textByName = ({ source }: Done): Readonly<Record<string, string>> => ({ [source.name]: source.text });

const excused = (done: readonly Done[], sources: Report["sources"]): NonNullable<Report["suppressed"]> => {
  const all = done.flatMap(({ verdict }) => verdict.suppressed);
  const diagnostics = all.map(({ diagnostic }) => diagnostic);
  // one at a time would look for lines in the whole text for each
  const located = locate(diagnostics, sources);
  const reasons = new Map(all.map(({ diagnostic, reason }) => [keyOf(diagnostic.span, diagnostic), reason]));
  return located.map((diagnostic) => ({
    diagnostic,
    where: "source",
    reason: reasons.get(keyOf(diagnostic, diagnostic)) ?? "",
  }));
};

const keyOf = (
  { file, start }: { readonly file: string; readonly start: number },
  { code, fingerprint = "" }: { readonly code: string; readonly fingerprint?: string },
): string => JSON.stringify([file, start, code, fingerprint]);

const printConfig = async (
  [path = "."]: readonly string[],
  configOf: Tools["configOf"],
  world: World,
): Promise<ExitCode> => {
  const kind = world.kindOf(path);
  // a folder's configuration is that of the files in it
  const file = kind === "folder" ? `${path}/*` : path;
  const found = await configOf(file);
  world.print(printedSettings(found, await settingsOf(found, file, world)));
  return ExitCode.ok;
};

const exitCodeOf = ({ diagnostics }: Report, { maxWarnings }: LintFlags, world: World): ExitCode => {
  const { error, warning } = countBySeverity(diagnostics);
  if (error > 0) return ExitCode.findings;
  if (maxWarnings === undefined || warning <= maxWarnings) return ExitCode.ok;
  world.tell(`slant: ${plural(warning, "warning")}, and --max-warnings allows ${maxWarnings}\n`);
  return ExitCode.findings;
};
