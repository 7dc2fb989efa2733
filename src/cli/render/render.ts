import { ExitCode } from "../exit-code.ts";
import type { RootFlag } from "../imports.ts";
import { inputsOf } from "../inputs.ts";
import type { CommonFlags } from "../main.ts";
import type { PictureFlags } from "../picture-options.ts";
import { targetsOf } from "../picture-targets.ts";
import type { World } from "../world.ts";
import { drawAll } from "./draw-all.ts";
import { keptPictures } from "./kept-pictures.ts";
import type { RunFlags } from "./run-options.ts";
import { summaryOf } from "./summary.ts";

export interface RenderFlags extends PictureFlags, RootFlag, CommonFlags, RunFlags {}

/** Runs `slant render`: draws each flow, and says at the end what was written. */
export const render = async (
  args: readonly string[],
  flags: RenderFlags,
  world: World,
  version: string,
): Promise<ExitCode> => {
  if (flags.watch) return await (await import("./watch.ts")).watch(args, flags, world, version);
  const targets = targetsOf(await inputsOf(args, world), flags, world);
  const kept = keptPictures(targets.length, flags, version, world);
  const outcomes = await drawAll(targets, kept, flags, world);
  kept.save();
  const words = summaryOf(outcomes);
  if (!flags.quiet && words !== "") world.tell(`slant: ${words}\n`);
  return Math.max(...outcomes.map(({ code }) => code), ExitCode.ok) as ExitCode;
};
