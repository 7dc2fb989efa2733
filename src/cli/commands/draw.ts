import { commandNames } from "../command-names.ts";
import type { CommandModule } from "../commands.ts";
import { didYouMean } from "../did-you-mean.ts";
import type { ExitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { addRootOption } from "../imports.ts";
import { addPictureOptions } from "../picture-options.ts";
import { type RenderFlags, render } from "../render/render.ts";
import { addRunOptions } from "../render/run-options.ts";
import type { World } from "../world.ts";

/** `slant IN [OUT]`: the same as `slant render IN -o OUT`. */
export const drawCommand: CommandModule = {
  declare: (command, world, finish) => {
    command.argument("<in>", "the flow: a file, or - for standard input");
    command.argument("[out]", "the picture, or - for standard output; without it, IN with the ending .svg");
    addRunOptions(addRootOption(addPictureOptions(command))).action(
      async (input: string, out: string | undefined) => {
        const version = command.parent?.version() ?? "";
        finish(await draw(input, out, command.optsWithGlobals<RenderFlags>(), world, version));
      },
    );
  },
};

const draw = async (
  input: string,
  out: string | undefined,
  flags: RenderFlags,
  world: World,
  version: string,
): Promise<ExitCode> => {
  if (/^[a-z-]+$/.test(input) && input !== "-" && world.kindOf(input) === "missing")
    throw unknownCommand(input);
  if (out?.endsWith(".slant")) {
    throw new Failure(
      `\`${out}\` is a flow, and would be overwritten by a picture`,
      "To draw several flows, use `slant render IN…`.",
    );
  }
  return await render([input], out === undefined ? flags : { ...flags, output: out }, world, version);
};

const unknownCommand = (typed: string): Failure => {
  const names = commandNames.map((name) => `\`${name}\``).join(", ");
  const hint = didYouMean(typed, commandNames) ?? `The commands are ${names}; \`slant --help\` shows more.`;
  return new Failure(`\`${typed}\` is neither a command nor a file`, hint);
};
