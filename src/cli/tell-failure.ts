import { harmless } from "../report/harmless.ts";
import { Refusal } from "../source/refusal.ts";
import { paletteFor } from "./colours.ts";
import { Failure } from "./failure.ts";
import type { CommonFlags } from "./main.ts";
import type { World } from "./world.ts";

/** Says what went wrong: in words of its own if it is a failure, else as the bug that it is. */
export const tellFailure = (error: unknown, flags: CommonFlags, world: World): void => {
  const palette = paletteFor("err", flags, world);
  if (error instanceof Failure || error instanceof Refusal) {
    const hint = error.hint === undefined ? "" : `  ${harmless(error.hint)}\n`;
    world.tell(`${palette.error("slant:")} ${harmless(error.message)}\n${hint}`);
    return;
  }
  const bug = error instanceof Error ? error : new Error(String(error));
  const { workingOn } = bug as { readonly workingOn?: string };
  world.tell(
    `${palette.error("slant:")} this is a bug in Slant, not in your file: ${harmless(bug.message)}\n` +
      (workingOn === undefined ? "" : `  It came with \`${harmless(workingOn)}\`.\n`) +
      "  Please report it, with the file and the command if you can share them.\n" +
      (flags.debug ? `${bug.stack}\n` : "  With --debug, the report can say where it happened.\n"),
  );
};
