import type { CommandModule } from "../commands.ts";
import { addRootOption } from "../imports.ts";
import { addPictureOptions } from "../picture-options.ts";
import { type RenderFlags, render } from "../render/render.ts";
import { addRunOptions } from "../render/run-options.ts";

/** `slant render IN…`. */
export const renderCommand: CommandModule = {
  declare: (command, world, finish) => {
    command
      .argument("<in...>", "files, folders, quoted globs, or - for standard input")
      .option("-o, --output <out>", "the picture of a single flow, or - for standard output")
      .option("--out-dir <dir>", "a folder for the pictures, which keeps the folders below IN");
    addRunOptions(addRootOption(addPictureOptions(command)))
      .addHelpText("after", examples)
      .action(async (inputs: string[]) => {
        const version = command.parent?.version() ?? "";
        finish(await render(inputs, command.optsWithGlobals<RenderFlags>(), world, version));
      });
  },
};

const examples = `
Examples:
  slant render checkout.slant               writes checkout.svg beside it
  slant render checkout.slant -o -          prints the picture
  slant render docs --out-dir site/flows    draws every flow under docs
  slant render 'docs/**/*.slant' --theme dark
  slant render docs --out-dir site/flows --watch
  cat checkout.slant | slant render - -o checkout.svg

Exit codes: 0 fine, 1 a flow with errors was not drawn, 2 wrong usage or a file that cannot be read or written.`;
