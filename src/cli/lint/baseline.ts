import { dirname, relative, resolve, sep } from "node:path";
import type { LocatedDiagnostic } from "../../report/locate.ts";
import { plural } from "../../report/plural.ts";
import type { Report } from "../../report/report.ts";
import { didYouMean } from "../did-you-mean.ts";
import { attempt, Failure } from "../failure.ts";
import type { World } from "../world.ts";

const modes = ["write", "check", "prune"] as const;
type Mode = (typeof modes)[number];

/** A file of findings that are known, and what to do with it. */
export interface Baseline {
  readonly mode: Mode;
  readonly file: string;
}

interface Entry {
  readonly code: string;
  readonly fingerprint: string;
  /** For people who read the file. */
  readonly message: string;
}
type Entries = Readonly<Record<string, readonly Entry[]>>;

/** What `--baseline MODE FILE` took; the command's paths may stand right behind it. */
export const readBaseline = (
  typed: readonly string[] | undefined,
): { readonly baseline?: Baseline; readonly paths: readonly string[] } => {
  if (typed === undefined) return { paths: [] };
  const [mode = "", file, ...paths] = typed;
  const known = modes.find((name) => name === mode);
  if (known === undefined)
    throw new Failure(
      `--baseline does not know \`${mode}\``,
      didYouMean(mode, modes) ?? "Write `--baseline write FILE`, `check` or `prune`.",
    );
  if (file === undefined)
    throw new Failure(`--baseline ${mode} needs a file`, `Write \`--baseline ${mode} FILE\`.`);
  return { baseline: { mode: known, file }, paths };
};

/**
 * Takes what is known out of a report.
 *
 * In:   the baseline, a report, and the codes of rules: what makes a text impossible to read is never known.
 * Out:  the report with the known findings among the suppressed ones.
 * Says: with `write` the file holds all that is found now, and with `prune` no more what is gone, of files that were looked at
 *       or are gone; with `check`, on standard error, how much is gone. Fails when the file cannot be read or written.
 */
export const withBaseline = (
  { mode, file }: Baseline,
  report: Report,
  codes: ReadonlySet<string>,
  world: World,
  isQuiet: boolean,
): Report => {
  const keyOf = (name: string): string =>
    relative(dirname(resolve(world.cwd, file)), resolve(world.cwd, name))
      .split(sep)
      .join("/");
  const old = mode === "write" ? {} : read(file, world);
  const now = entriesOf(
    report.diagnostics.filter(({ code }) => codes.has(code)),
    keyOf,
  );
  const seen = new Set(report.files.map(keyOf));
  const isGone = (name: string): boolean =>
    world.kindOf(relative(world.cwd, resolve(dirname(resolve(world.cwd, file)), name))) === "missing";
  const kept: Record<string, readonly Entry[]> = {};
  let stale = 0;
  for (const [name, entries] of Object.entries(old)) {
    const found = new Set(now[name]?.map(({ fingerprint }) => fingerprint));
    const live = seen.has(name)
      ? entries.filter(({ fingerprint }) => found.has(fingerprint))
      : isGone(name)
        ? []
        : entries;
    stale += entries.length - live.length;
    if (live.length > 0) kept[name] = live;
  }
  const say = (words: string): void => {
    if (!isQuiet) world.tell(`slant: ${words}\n`);
  };
  if (mode === "write") {
    write(file, now, world);
    say(`wrote ${plural(Object.values(now).flat().length, "finding")} to ${file}`);
  } else if (mode === "prune" && stale > 0) {
    write(file, kept, world);
    say(`took ${plural(stale, "entry", "entries")} out of ${file}`);
  } else if (stale > 0) {
    say(
      `${plural(stale, "entry", "entries")} of ${file} matched nothing; \`slant lint --baseline prune ${file}\` takes out what is gone`,
    );
  }
  return excuse(report, mode === "write" ? now : old, keyOf, file, codes);
};

const excuse = (
  report: Report,
  known: Entries,
  keyOf: (name: string) => string,
  file: string,
  codes: ReadonlySet<string>,
): Report => {
  const prints = new Map(
    Object.entries(known).map(([name, entries]) => [
      name,
      new Set(entries.map(({ fingerprint }) => fingerprint)),
    ]),
  );
  const isKnown = (found: LocatedDiagnostic): boolean =>
    codes.has(found.code) && (prints.get(keyOf(found.file))?.has(found.fingerprint ?? "") ?? false);
  const excused = report.diagnostics
    .filter(isKnown)
    .map((diagnostic) => ({ diagnostic, where: "baseline" as const, reason: `known in ${file}` }));
  return {
    ...report,
    diagnostics: report.diagnostics.filter((found) => !isKnown(found)),
    suppressed: [...(report.suppressed ?? []), ...excused],
  };
};

const entriesOf = (diagnostics: readonly LocatedDiagnostic[], keyOf: (name: string) => string): Entries => {
  const entries: Record<string, Entry[]> = {};
  for (const { file, code, fingerprint = "", message } of diagnostics) {
    const key = keyOf(file);
    entries[key] ??= [];
    entries[key].push({ code, fingerprint, message });
  }
  return entries;
};

const write = (file: string, entries: Entries, world: World): void => {
  const files = Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
  attempt("write", file, () => world.write(file, `${JSON.stringify({ version: 1, files }, null, 2)}\n`));
};

const read = (file: string, world: World): Entries => {
  if (world.kindOf(file) === "missing")
    throw new Failure(
      `cannot read \`${file}\`: no such file or folder`,
      `\`slant lint --baseline write ${file}\` makes it.`,
    );
  const text = attempt("read", file, () => world.read(file));
  try {
    const { version, files } = JSON.parse(text) as { readonly version?: unknown; readonly files?: Entries };
    if (version === 1 && files !== undefined) return files;
  } catch {
    // said below
  }
  throw new Failure(`\`${file}\` is no baseline`, `\`slant lint --baseline write ${file}\` makes one.`);
};
