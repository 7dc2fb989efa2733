import { commandNames } from "../command-names.ts";
import type { CommandModule } from "../commands.ts";
import { didYouMean } from "../did-you-mean.ts";
import type { ExitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { addRootOption, type RootFlag } from "../imports.ts";
import type { CommonFlags } from "../main.ts";
import { addPictureOptions, type PictureFlags } from "../picture-options.ts";
import type { World } from "../world.ts";
import { render } from "./render.ts";

/** `slant IN [OUT]`: the same as `slant render IN -o OUT`. */
export const drawCommand: CommandModule = {
  declare: (command, world, finish) => {
    command.argument("<in>", "the flow: a file, or - for standard input");
    command.argument("[out]", "the picture, or - for standard output; without it, IN with the ending .svg");
    addRootOption(addPictureOptions(command)).action(async (input: string, out: string | undefined) => {
      finish(await draw(input, out, command.optsWithGlobals<PictureFlags & RootFlag & CommonFlags>(), world));
    });
  },
};

const draw = async (
  input: string,
  out: string | undefined,
  flags: PictureFlags & RootFlag & CommonFlags,
  world: World,
): Promise<ExitCode> => {
  if (/^[a-z-]+$/.test(input) && input !== "-" && world.kindOf(input) === "missing")
    throw unknownCommand(input);
  if (out?.endsWith(".slant")) {
    throw new Failure(
      `\`${out}\` is a flow, and would be overwritten by a picture`,
      "To draw several flows, use `slant render IN…`.",
    );
  }
  return await render([input], out === undefined ? flags : { ...flags, output: out }, world);
};

const unknownCommand = (typed: string): Failure => {
  const names = commandNames.map((name) => `\`${name}\``).join(", ");
  const hint = didYouMean(typed, commandNames) ?? `The commands are ${names}; \`slant --help\` shows more.`;
  return new Failure(`\`${typed}\` is neither a command nor a file`, hint);
};
