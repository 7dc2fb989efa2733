import { Command, CommanderError } from "commander";
import { commands } from "./commands.ts";
import { ExitCode } from "./exit-code.ts";
import { tellFailure } from "./tell-failure.ts";
import type { World } from "./world.ts";

/** The options that every command takes, before or after its name. */
export interface CommonFlags {
  readonly color?: boolean;
  readonly quiet?: boolean;
  readonly debug?: boolean;
}

/**
 * Runs the `slant` command.
 *
 * In:   its arguments, without node and the script.
 * Out:  the exit code; everything that was printed went to the world.
 * Cost: of the commands, only the one that was asked for is loaded.
 */
export const main = async (args: readonly string[], world: World, version: string): Promise<ExitCode> => {
  let code: ExitCode = ExitCode.ok;
  const program = programOf(world, version, (exit) => {
    code = exit;
  });
  try {
    if (args.length === 0) program.help({ error: true });
    await program.parseAsync(withoutHelpCommand(args), { from: "user" });
    return code;
  } catch (error) {
    return tell(error, program.opts<CommonFlags>(), world);
  }
};

/** `slant help lint` is `slant lint --help`. */
const withoutHelpCommand = ([first, ...rest]: readonly string[]): readonly string[] =>
  first === "help" ? [...rest, "--help"] : first === undefined ? rest : [first, ...rest];

const programOf = (world: World, version: string, finish: (code: ExitCode) => void): Command => {
  const program = new Command("slant")
    .description("Draws asynchronous flows, and reports callbacks that nobody awaits.")
    .usage("IN [OUT]\n       slant COMMAND …")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help, or that of a command")
    .helpCommand(false)
    .option("--quiet", "print errors only")
    .option("--color", "colour the output, also where no terminal shows it")
    .option("--no-color", "do not colour the output (NO_COLOR and FORCE_COLOR are honoured)")
    .option("--debug", "with a bug of ours, print where it happened")
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: world.print,
      writeErr: world.tell,
      outputError: (text, write) => write(text.replace(/^error: /, "slant: ")),
    })
    .exitOverride()
    .addHelpText("after", generalHelp);
  for (const { name, about, usage, isHidden = false } of commands) {
    program
      .command(name, { hidden: isHidden, isDefault: isHidden })
      .description(about)
      .usage(usage)
      .helpOption("-h, --help", "print this help");
  }
  return program.hook("preSubcommand", async (_, command) => {
    const module = await commands.find(({ name }) => name === command.name())?.load();
    module?.declare(command, world, finish);
  });
};

const generalHelp = `
Examples:
  slant signup.slant signup.svg     draw one flow
  slant render docs --out-dir site  draw all flows of a folder
  slant lint                        check all flows under this folder
  slant explain unawaited-callback  what a finding means

Exit codes: 0 fine, 1 findings, 2 wrong usage or an input or output that fails.`;

const tell = (error: unknown, flags: CommonFlags, world: World): ExitCode => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.ok : ExitCode.failure;
  tellFailure(error, flags, world);
  return ExitCode.failure;
};
