import type { Command } from "commander";
import { countFrom1 } from "../whole-number.ts";

/** How a run goes about its pictures. */
export interface RunFlags {
  readonly jobs?: number;
  readonly cache?: boolean;
  readonly watch?: boolean;
}

/** The options of `slant IN [OUT]` and `slant render` that say nothing of the pictures themselves. */
export const addRunOptions = (command: Command): Command =>
  command
    .option("-w, --watch", "draw again what changes, until Ctrl+C")
    .option("--jobs <n>", "threads at most (default: as many as pay)", countFrom1)
    .option("--no-cache", "draw every flow again, also unchanged ones");
