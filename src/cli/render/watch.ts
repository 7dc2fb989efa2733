import { basename, resolve } from "node:path";
import type { FileWatcher } from "../../node/watch-files.ts";
import { plural } from "../../report/plural.ts";
import { configFinder, configNames } from "../config/find-config.ts";
import { ExitCode } from "../exit-code.ts";
import { Failure, reasonOf } from "../failure.ts";
import { baseOf, inputsOf } from "../inputs.ts";
import { type Target, targetsOf } from "../picture-targets.ts";
import { type Readings, textsOf } from "../readings.ts";
import { tellFailure } from "../tell-failure.ts";
import type { World } from "../world.ts";
import { drawAll, type Outcome } from "./draw-all.ts";
import { keptPictures } from "./kept-pictures.ts";
import type { RenderFlags } from "./render.ts";
import { summaryOf } from "./summary.ts";

/**
 * Draws flows, and again what changes, until it is interrupted.
 *
 * In:   as for `render`; nothing may come from standard input or go to standard output.
 * Out:  the exit code: 0, for being interrupted is how it ends.
 * Says: as `render`; what is wrong with a flow each time, and once that it is fine again. What can never work, such as a missing
 *       file, fails at the beginning; later it is said, and the watch goes on.
 * Cost: only what has changed is drawn: a flow, or one that imports it; after a change of a configuration, all.
 */
export const watch = async (
  args: readonly string[],
  flags: RenderFlags,
  world: World,
  version: string,
): Promise<ExitCode> => {
  if (world.watch === undefined) throw new Failure("files cannot be watched here");
  if (args.includes("-")) throw new Failure("standard input cannot be watched", "Name a file.");
  if (flags.output === "-")
    throw new Failure("--watch needs a file to write", "Use -o OUT or --out-dir DIR.");
  const interrupted = world.watch.interrupted().then(() => "interrupted" as const);
  const pathOf = (name: string): string => resolve(world.cwd, name);
  const known = new Map<string, Outcome>();
  const say = (words: string): void => {
    if (!flags.quiet && words !== "") world.tell(`slant: ${words}\n`);
  };

  /** Draws some of the flows, and keeps in mind what became of them. */
  const drawSome = async (targets: readonly Target[], watcher: FileWatcher): Promise<void> => {
    const kept = keptPictures(Math.max(targets.length, 2), { cache: false }, version, world);
    const outcomes = await drawAll(targets, kept, flags, world);
    for (const outcome of outcomes) {
      const { name } = outcome.target.input;
      const wasBad = (known.get(name)?.code ?? ExitCode.ok) !== ExitCode.ok;
      if (wasBad && outcome.code === ExitCode.ok) say(`\`${name}\` is fine again`);
      known.set(name, outcome);
      watcher.add(Object.keys(outcome.readings).map(pathOf));
    }
    say(summaryOf(outcomes));
    const configOf = configFinder(world);
    const configs = await Promise.all(targets.map(({ input }) => configOf(input.name)));
    watcher.add(configs.flatMap(({ file }) => (file === undefined ? [] : pathOf(file))));
    // an import that changed while its flow was drawn was not watched yet
    const stale = outcomes.filter(({ readings }) => !isCurrent(readings, world));
    const again = stale.map(({ target }) => target);
    if (again.length > 0) await drawSome(again, watcher);
  };

  const first = targetsOf(await inputsOf(args, world), flags, world);
  const isWanted = (path: string): boolean =>
    /\.(?:slant|d2)$/i.test(path) || configNames.includes(basename(path));
  const watcher = await world.watch.files(
    args.map((arg) => pathOf(baseOf(arg, world))),
    isWanted,
  );
  try {
    await drawSome(first, watcher);
    say(`watching ${plural(first.length, "flow")}; Ctrl+C ends it`);
    for (;;) {
      const changed = await Promise.race([watcher.next(), interrupted]);
      if (changed === "interrupted") return ExitCode.ok;
      try {
        const targets = await targetsNow(args, flags, world);
        forget(known, targets, say);
        const configs = [...changed]
          .map((path) => basename(path))
          .filter((name) => configNames.includes(name));
        for (const name of configs.filter((each) => /\.m?js$/.test(each)))
          say(`\`${name}\` has changed; start again for it to count`);
        const isStale = ({ input: { name } }: Target): boolean => {
          const before = known.get(name);
          return (
            configs.length > 0 ||
            before === undefined ||
            changed.has(pathOf(name)) ||
            Object.keys(before.readings).some((each) => changed.has(pathOf(each)))
          );
        };
        const stale = targets.filter(isStale);
        if (stale.length > 0) await drawSome(stale, watcher);
      } catch (error) {
        tellFailure(error, flags, world);
      }
    }
  } catch (error) {
    throw unwatchable(error);
  } finally {
    await watcher.close();
  }
};

/** Whether what was read is still there; what could not be read is watched for. */
const isCurrent = (readings: Readings, { read }: World): boolean => {
  const texts = Object.entries(readings).filter(([, hash]) => hash !== null);
  return textsOf(Object.fromEntries(texts), (path) => read(path)) !== undefined;
};

/** What is there of what was asked for: a file that is gone may come back. */
const targetsNow = async (
  args: readonly string[],
  flags: RenderFlags,
  world: World,
): Promise<readonly Target[]> => {
  const there = args.filter((arg) => world.kindOf(baseOf(arg, world)) !== "missing");
  return targetsOf(await inputsOf(there, world, { allowEmpty: true }), flags, world);
};

const forget = (
  known: Map<string, Outcome>,
  targets: readonly Target[],
  say: (words: string) => void,
): void => {
  const names = new Set(targets.map(({ input }) => input.name));
  for (const [name, { target }] of known) {
    if (names.has(name)) continue;
    known.delete(name);
    say(`\`${name}\` is gone; \`${target.out}\` stays as it was`);
  }
};

/** What keeps a system from watching; it watches so many files at most. */
const unwatchable = (error: unknown): unknown => {
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  if (code === "ENOSPC" || code === "EMFILE")
    return new Failure(
      "the system does not watch so many files",
      "Name fewer, or raise its limit of watched files.",
    );
  return new Failure(
    `cannot watch ${path === undefined ? "files" : `\`${path}\``}: ${reasonOf(code) ?? message}`,
  );
};
