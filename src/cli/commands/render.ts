import { compile } from "../../compile.ts";
import { type DrawOptions, draw } from "../../draw.ts";
import type { Flow } from "../../flow/flow.ts";
import type { Picture } from "../../picture-formats.ts";
import { locate, type Sources } from "../../report/locate.ts";
import { plural } from "../../report/plural.ts";
import { pretty } from "../../report/pretty.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { hasErrors } from "../../source/outcome.ts";
import { paletteFor } from "../colours.ts";
import type { CommandModule } from "../commands.ts";
import { configFinder, type FoundConfig, rootOf } from "../config/find-config.ts";
import { ExitCode } from "../exit-code.ts";
import { attempt } from "../failure.ts";
import { addRootOption, importsFor, type RootFlag } from "../imports.ts";
import { inputsOf, sourceOf } from "../inputs.ts";
import type { CommonFlags } from "../main.ts";
import { addPictureOptions, drawOptionsOf, type PictureFlags } from "../picture-options.ts";
import { targetsOf } from "../picture-targets.ts";
import { progressOf } from "../progress.ts";
import type { World } from "../world.ts";

type RenderFlags = PictureFlags & RootFlag & CommonFlags;

/** `slant render IN…`. */
export const renderCommand: CommandModule = {
  declare: (command, world, finish) => {
    command
      .argument("<in...>", "files, folders, quoted globs, or - for standard input")
      .option("-o, --output <out>", "the picture of a single flow, or - for standard output")
      .option("--out-dir <dir>", "a folder for the pictures, which keeps the folders below IN");
    addRootOption(addPictureOptions(command))
      .addHelpText("after", examples)
      .action(async (inputs: string[]) => {
        finish(await render(inputs, command.optsWithGlobals<RenderFlags>(), world));
      });
  },
};

const examples = `
Examples:
  slant render checkout.slant               writes checkout.svg beside it
  slant render checkout.slant -o -          prints the picture
  slant render docs --out-dir site/flows    draws every flow under docs
  slant render 'docs/**/*.slant' --theme dark
  cat checkout.slant | slant render - -o checkout.svg

Exit codes: 0 fine, 1 a flow with errors was not drawn, 2 wrong usage or a file that cannot be read or written.`;

/** Draws each input; one with errors is reported and costs no other its picture. */
export const render = async (
  args: readonly string[],
  flags: RenderFlags,
  world: World,
): Promise<ExitCode> => {
  const targets = targetsOf(await inputsOf(args, world), flags, world);
  const progress = progressOf("drew", targets.length, world);
  const configOf = configFinder(world);
  const written: string[] = [];
  let code: ExitCode = ExitCode.ok;
  for (const { input, out, format } of targets) {
    const found = await configOf(input.name);
    const { flow, diagnostics, sources } = compile(
      await sourceOf(input, world),
      importsFor(input, flags.root === undefined ? rootOf(found) : flags, world),
    );
    const isRefused = fails(diagnostics, flags);
    const wanted = { ...(await configured(found, flow, world)), ...drawOptionsOf(flags), format };
    const drawn = isRefused && !flags.force ? undefined : await draw(flow, sources, wanted);
    if (isRefused) code = ExitCode.findings;
    progress.hide();
    report([...diagnostics, ...(drawn?.diagnostics ?? [])], sources, flags, world);
    if (drawn !== undefined) {
      save(drawn.value, out, world);
      if (out !== "-") written.push(out);
    }
    progress.step();
  }
  progress.hide();
  if (!flags.quiet && written.length > 0) world.tell(`slant: wrote ${namedOrCounted(written)}\n`);
  return code;
};

/** How a configuration, where there is one, wants a flow drawn. */
const configured = async (found: FoundConfig, flow: Flow, world: World): Promise<DrawOptions> => {
  if (found.file === undefined) return {};
  const { pictureSettings } = await import("../config/picture-settings.ts");
  return pictureSettings(found, flow, world);
};

const namedOrCounted = (written: readonly string[]): string =>
  written.length === 1 ? String(written[0]) : plural(written.length, "picture");

const fails = (diagnostics: readonly Diagnostic[], { strict = false }: RenderFlags): boolean =>
  hasErrors(diagnostics) || (strict && diagnostics.some(({ severity }) => severity === "warning"));

const report = (found: readonly Diagnostic[], sources: Sources, flags: RenderFlags, world: World): void => {
  const shown = flags.quiet ? found.filter(({ severity }) => severity === "error") : found;
  if (shown.length === 0) return;
  const diagnostics = locate(shown, sources);
  world.tell(`${pretty({ files: [], diagnostics, sources }, paletteFor("err", flags, world))}\n`);
};

const save = (picture: Picture, out: string, world: World): void => {
  if (out === "-") world.print(picture);
  else attempt("write", out, () => world.write(out, picture));
};
