import type { CheckOptions, ScheduleDetail } from "../../check/check.ts";
import type { DocumentVerdict } from "../../lint-document.ts";
import { sha256 } from "../../node/sha256.ts";
import { formats } from "../../report/formats.ts";
import { plural } from "../../report/plural.ts";
import type { Source } from "../../source/source.ts";
import type { configFinder } from "../config/find-config.ts";
import { placeOf, settingsOf } from "../config/settings-of.ts";
import { readerIn } from "../imports.ts";
import type { Input } from "../inputs.ts";
import type { KeptResults } from "../kept-results.ts";
import { progressOf } from "../progress.ts";
import type { startStats } from "../stats.ts";
import { jobsFor, runTasks } from "../tasks/run-tasks.ts";
import type { World } from "../world.ts";
import { keepFixes } from "./keep-fixes.ts";
import type { LintFlags } from "./lint-flags.ts";
import type { LintInput } from "./lint-task.ts";

/** A file that is linted. */
export interface Work {
  readonly input: Input;
  readonly source: Source;
}

/** What it came to; the text is that after its fixes. */
export interface Done {
  readonly source: Source;
  readonly verdict: DocumentVerdict;
}

/** A verdict without what can be read again. */
export interface KeptVerdict extends Omit<DocumentVerdict, "imported"> {
  /** How much it shows of schedules; it serves whoever wants as much or less. */
  readonly schedules: ScheduleDetail;
}

/** What a run lints with. */
export interface Tools {
  readonly world: World;
  readonly flags: LintFlags;
  readonly configOf: ReturnType<typeof configFinder>;
  readonly stats: ReturnType<typeof startStats>;
  readonly cache: KeptResults<KeptVerdict>;
}

/**
 * Lints files, and makes their fixes where they were asked for.
 *
 * In:   the files, and what to lint them with.
 * Out:  what each came to, in their order.
 * Says: how far it is, and how many fixes it made. Fails with the name of the file that a thread died of.
 * Cost: what has not changed since an earlier run is not linted again, unless it is to be fixed; where it pays, several threads
 *       work at once.
 */
export const lintAll = async (works: readonly Work[], tools: Tools): Promise<readonly Done[]> => {
  const { world, flags, stats, cache } = tools;
  const isFixed = (flags.fix || flags.fixDryRun) ?? false;
  const wanted = schedulesFor(flags);
  const progress = progressOf("checked", works.length, world);
  const done: Done[] = [];
  const left: { readonly at: number; readonly work: Work; readonly input: LintInput }[] = [];
  for (const [at, work] of works.entries()) {
    const input = await lintInputOf(work, isFixed, tools);
    const kept = cache.get(input.name, () => keyOf(input), readerIn(input.imports, world));
    const isEnough = kept !== undefined && details.indexOf(kept.value.schedules) >= details.indexOf(wanted);
    if (!isEnough || (isFixed && mayBeFixed(kept.value))) left.push({ at, work, input });
    else {
      done[at] = { source: work.source, verdict: { ...kept.value, imported: kept.imported } };
      progress.step();
    }
  }
  let [fixes, files] = [0, 0];
  await runTasks({
    name: "lint",
    inputs: left.map(({ input }) => input),
    jobs: jobsFor("lint", left.length, flags.jobs, world),
    world,
    each: async (result, index) => {
      const each = left[index];
      if (each === undefined) return;
      if ("error" in result) {
        progress.hide();
        throw result.error;
      }
      const { text, verdict, readings, spent } = result.value;
      const { at, work, input } = each;
      if (result.value.fixes > 0) {
        progress.hide();
        await keepFixes(work.source, text, work.input, flags, world);
        [fixes, files] = [fixes + result.value.fixes, files + 1];
      }
      const { imported: _, ...kept } = verdict;
      cache.set(
        input.name,
        () => keyOf({ ...input, text }),
        () => ({ ...kept, schedules: wanted }),
        readings,
      );
      stats.spend("compile", spent.compile);
      stats.spend("check", spent.check);
      done[at] = { source: { ...work.source, text }, verdict };
      progress.step();
    },
  });
  progress.hide();
  for (const { verdict } of done) stats.count(verdict.counts);
  if (fixes > 0 && !flags.quiet) {
    const how = flags.fixDryRun ? "would make" : "made";
    world.tell(`slant: ${how} ${plural(fixes, "fix", "fixes")} in ${plural(files, "file")}\n`);
  }
  return done;
};

const mayBeFixed = ({ diagnostics }: KeptVerdict): boolean =>
  diagnostics.some(({ fixes }) => fixes !== undefined);

/** Everything that the verdict on a file depends on, but what it imports. */
const lintInputOf = async (
  { input, source: { name, text } }: Work,
  isFixed: boolean,
  { world, flags, configOf }: Tools,
): Promise<LintInput> => {
  const found = await configOf(name);
  const { extends: preset, rules } = await settingsOf(found, name, world);
  const options: CheckOptions = {
    ...(preset && { extends: preset }),
    rules: { ...rules, ...flags.rule },
    schedules: schedulesFor(flags),
  };
  return { name, text, options, imports: await placeOf(input, flags, found, world), isFixed };
};

/** As much of schedules as something that is written tells. */
const schedulesFor = ({ format, fixDryRun, witness }: LintFlags): ScheduleDetail => {
  if (witness !== undefined) return "whole";
  const targets = format ?? (fixDryRun ? [] : [{ format: "pretty" } as const]);
  const wanted = new Set(targets.map(({ format: name }): ScheduleDetail => formats[name].schedules));
  return details.findLast((detail) => wanted.has(detail)) ?? "none";
};

const details: readonly ScheduleDetail[] = ["none", "steps", "whole"];

const keyOf = ({ name, text, options: { schedules: _, ...options }, imports }: LintInput): string =>
  sha256(`${JSON.stringify([name, options, imports])}\0${text}`);
