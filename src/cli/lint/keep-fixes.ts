import type { Source } from "../../source/source.ts";
import { attempt, Failure } from "../failure.ts";
import type { Input } from "../inputs.ts";
import type { World } from "../world.ts";
import { diffText } from "./diff-text.ts";
import type { LintFlags } from "./lint-flags.ts";

/** Writes a fixed text, or shows what would change: where no report goes to standard output, there. */
export const keepFixes = async (
  { name, text }: Source,
  fixed: string,
  { isStdin }: Input,
  flags: LintFlags,
  world: World,
): Promise<void> => {
  if (flags.fixDryRun) {
    const isTaken = flags.format?.some(({ file }) => file === undefined) ?? false;
    const diff = await diffText(name, text, fixed);
    return isTaken ? world.tell(diff) : world.print(diff);
  }
  if (isStdin) throw new Failure("what comes from standard input cannot be fixed", "Use --fix-dry-run.");
  attempt("write", name, () => world.write(name, fixed));
};
