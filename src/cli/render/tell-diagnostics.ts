import { locate, type Sources } from "../../report/locate.ts";
import { pretty } from "../../report/pretty.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { paletteFor } from "../colours.ts";
import type { CommonFlags } from "../main.ts";
import type { World } from "../world.ts";

/** Says on standard error what is wrong with a flow. */
export const tellDiagnostics = (
  found: readonly Diagnostic[],
  sources: Sources,
  flags: CommonFlags,
  world: World,
): void => {
  const shown = flags.quiet ? found.filter(({ severity }) => severity === "error") : found;
  if (shown.length === 0) return;
  const diagnostics = locate(shown, sources);
  world.tell(`${pretty({ files: [], diagnostics, sources }, paletteFor("err", flags, world))}\n`);
};
