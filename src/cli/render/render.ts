import { plural } from "../../report/plural.ts";
import { ExitCode } from "../exit-code.ts";
import type { RootFlag } from "../imports.ts";
import { inputsOf } from "../inputs.ts";
import type { CommonFlags } from "../main.ts";
import type { PictureFlags } from "../picture-options.ts";
import { targetsOf } from "../picture-targets.ts";
import type { World } from "../world.ts";
import { drawAll, type Outcome } from "./draw-all.ts";
import { keptPictures } from "./kept-pictures.ts";

export interface RenderFlags extends PictureFlags, RootFlag, CommonFlags {
  readonly jobs?: number;
  readonly cache?: boolean;
}

/** Runs `slant render`: draws each flow, and says at the end what was written. */
export const render = async (
  args: readonly string[],
  flags: RenderFlags,
  world: World,
  version: string,
): Promise<ExitCode> => {
  const targets = targetsOf(await inputsOf(args, world), flags, world);
  const kept = keptPictures(targets.length, flags, version, world);
  const outcomes = await drawAll(targets, kept, flags, world);
  kept.save();
  const words = summaryOf(outcomes);
  if (!flags.quiet && words !== "") world.tell(`slant: ${words}\n`);
  return Math.max(...outcomes.map(({ code }) => code), ExitCode.ok) as ExitCode;
};

/** What was written: one picture by its name, many by their number; nothing of one that was refused, which has been reported. */
export const summaryOf = (outcomes: readonly Outcome[]): string => {
  const count = (...wanted: readonly Outcome["what"][]): number =>
    outcomes.filter(({ what }) => wanted.includes(what)).length;
  const [written, unchanged, failed] = [count("written"), count("unchanged"), count("refused", "failed")];
  const [only] = outcomes;
  if (outcomes.length === 1) return written === 1 ? `wrote ${only?.target.out}` : "";
  if (count("printed") > 0) return "";
  return [
    `wrote ${plural(written, "picture")}`,
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ].join(", ");
};
