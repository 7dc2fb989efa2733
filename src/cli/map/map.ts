import { draw } from "../../draw.ts";
import type { Flow } from "../../flow/flow.ts";
import type { Direction } from "../../language/directions.ts";
import type { Picture } from "../../picture-formats.ts";
import { locate } from "../../report/locate.ts";
import { hasErrors } from "../../source/outcome.ts";
import { checkSystem } from "../../system/check-system.ts";
import { focusSystem } from "../../system/focus-system.ts";
import { mergeFlows } from "../../system/merge-flows.ts";
import { systemRecord } from "../../system/system-record.ts";
import { configFinder } from "../config/find-config.ts";
import { pictureSettings } from "../config/picture-settings.ts";
import { settingsOf } from "../config/settings-of.ts";
import { didYouMean } from "../did-you-mean.ts";
import { ExitCode } from "../exit-code.ts";
import { attempt, Failure } from "../failure.ts";
import type { RootFlag } from "../imports.ts";
import { inputsOf, sourceOf } from "../inputs.ts";
import type { CommonFlags } from "../main.ts";
import { drawOptionsOf, type PictureFlags } from "../picture-options.ts";
import { tellDiagnostics } from "../render/tell-diagnostics.ts";
import type { World } from "../world.ts";
import { remarksOf, usesOf } from "./map-extras.ts";
import { formatOf, type MapFormat } from "./map-format.ts";
import { allSources, nameOf, readFlows } from "./read-flows.ts";

export interface MapFlags extends Omit<PictureFlags, "format" | "view" | "outDir">, RootFlag, CommonFlags {
  readonly format?: MapFormat;
  readonly focus?: string;
  readonly depth?: number;
  readonly direction?: Direction;
  readonly pictures?: string;
  readonly links?: boolean;
  readonly lint?: boolean;
}

/**
 * Runs `slant map`: reads all flows, makes one system of them, cuts it down where that is asked for, and draws it.
 *
 * Says: on standard error what is wrong with each flow, and where two flows contradict each other.
 */
export const map = async (args: readonly string[], flags: MapFlags, world: World): Promise<ExitCode> => {
  const { output, focus, depth } = flags;
  const format = formatOf(output, flags.format);
  if (depth !== undefined && focus === undefined)
    throw new Failure("--depth counts steps from a participant", "Say from which one: --focus KEY.");
  if (format !== "json" && output === undefined)
    throw new Failure("the map has no name", "Say where it goes: -o OUT, or -o -.");
  const configOf = configFinder(world);
  const inputs = await inputsOf(args, world);
  const works = await Promise.all(
    inputs.map(async (input) => ({ input, source: await sourceOf(input, world) })),
  );
  const read = await readFlows(works, flags, configOf, world);
  const sources = allSources(read);
  const told = read.flatMap(({ diagnostics }) => diagnostics);
  const whole = mergeFlows(
    read.map(({ input, flow }) => ({ name: nameOf(input), flow })),
    { title: flags.title ?? titleOf(args), ...(flags.direction && { direction: flags.direction }) },
  );
  const found = await configOf(inputs[0]?.name ?? ".");
  const settings = await settingsOf(found, inputs[0]?.name ?? ".", world);
  const reports = checkSystem(
    whole,
    { remarks: read.flatMap(({ remarks }) => remarks), sources },
    {
      ...(settings.extends && { extends: settings.extends }),
      ...(settings.rules && { rules: settings.rules }),
    },
  );
  const shown = flags.lint
    ? reports
    : reports.filter(({ diagnostic }) => contradictions.has(diagnostic.code));
  const all = [...told, ...shown.map(({ diagnostic }) => diagnostic)];
  tellDiagnostics(all, sources, flags, world);
  const fails =
    hasErrors(told) || (flags.strict === true && all.some(({ severity }) => severity === "warning"));
  if (fails && !flags.force) return ExitCode.findings;
  const index = focus === undefined ? undefined : participantOf(whole.flow, focus);
  const system = index === undefined ? whole : focusSystem(whole, index, depth ?? 1);
  if (format === "json") {
    const record = { ...systemRecord(system, sources), diagnostics: locate(all, sources) };
    save(`${JSON.stringify(record, null, 2)}\n`, output ?? "-", world);
  } else {
    const { value, diagnostics } = await draw(
      system.flow,
      sources,
      {
        ...pictureSettings(settings, system.flow),
        ...drawOptionsOf({ ...lookOf(flags), view: "map" }),
        format,
      },
      { uses: usesOf(system, flags), remarks: flags.lint ? remarksOf(reports, whole, system) : [] },
    );
    tellDiagnostics(diagnostics, sources, flags, world);
    save(value, output ?? "-", world);
  }
  if (output !== undefined && output !== "-" && !flags.quiet) world.tell(`slant: wrote ${output}\n`);
  return fails ? ExitCode.findings : ExitCode.ok;
};

/** Two flows that cannot both be right are worth a word whenever a map is made of them. */
const contradictions: ReadonlySet<string> = new Set(["conflicting-kinds", "conflicting-labels"]);

/** A map has a title of its own; all else that pictures may be asked for is the same. */
const lookOf = ({ title: _, format: __, ...look }: MapFlags): PictureFlags => look;

/** After the folder, where one is named. */
const titleOf = ([first = ".", ...others]: readonly string[]): string => {
  const last =
    first
      .replace(/[\\/]+$/, "")
      .split(/[\\/]/)
      .at(-1) ?? "";
  const isPlain = others.length === 0 && /^[\w\p{L} -]+$/u.test(last);
  return isPlain ? `System map: ${last}` : "System map";
};

const participantOf = ({ participants }: Flow, key: string): number => {
  const found = participants.find((each) => each.key === key);
  if (found) return found.index;
  const keys = participants.map((each) => each.key);
  throw new Failure(
    `no flow has a participant \`${key}\``,
    didYouMean(key, keys) ??
      `There are ${keys
        .slice(0, 12)
        .map((each) => `\`${each}\``)
        .join(", ")}.`,
  );
};

const save = (content: Picture, out: string, world: World): void => {
  if (out === "-") world.print(content);
  else attempt("write", out, () => world.write(out, content));
};
