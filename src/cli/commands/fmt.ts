import { type Formatted, format } from "../../format.ts";
import { locate } from "../../report/locate.ts";
import { plural } from "../../report/plural.ts";
import { pretty } from "../../report/pretty.ts";
import { hasErrors } from "../../source/outcome.ts";
import type { Source } from "../../source/source.ts";
import { paletteFor } from "../colours.ts";
import type { CommandModule } from "../commands.ts";
import { configFinder } from "../config/find-config.ts";
import { settingsOf } from "../config/settings-of.ts";
import { ExitCode } from "../exit-code.ts";
import { attempt, Failure } from "../failure.ts";
import { type Input, inputsOf, sourceOf } from "../inputs.ts";
import type { CommonFlags } from "../main.ts";
import { progressOf } from "../progress.ts";
import type { World } from "../world.ts";

interface FmtFlags extends CommonFlags {
  readonly check?: boolean;
  readonly stdinFilename?: string;
  readonly allowEmpty?: boolean;
}

/** `slant fmt [PATH…]`. */
export const fmtCommand: CommandModule = {
  declare: (command, world, finish) => {
    command
      .argument("[path...]", "files, folders, quoted globs, or - for standard input (default: this folder)")
      .option("--check", "write nothing, print the names of the files that would change")
      .option("--stdin-filename <name>", "what messages call standard input; `.d2` at its end reads it as D2")
      .option("--allow-empty", "finding no files is fine")
      .addHelpText("after", examples)
      .action(async (paths: string[]) => {
        finish(await fmt(paths.length === 0 ? ["."] : paths, command.optsWithGlobals<FmtFlags>(), world));
      });
  },
};

const examples = `
A file with syntax errors stays as it is. Formatting changes spaces, line breaks and the lengths of operators, never words,
quotes, comments or their order; a second run changes nothing.

Examples:
  slant fmt                       every .slant and .d2 file under this folder
  slant fmt checkout.slant legacy.d2
  slant fmt --check               for CI: names what would change, and writes nothing
  slant fmt - < checkout.slant    prints the text in its canonical form

Exit codes: 0 fine, 1 syntax errors, or with --check a file that would change, 2 wrong usage or a file that cannot be read or written.`;

/** A text, and what became of it. */
interface Result {
  readonly input: Input;
  readonly source: Source;
  readonly formatted: Formatted;
}

/** Reads all, then writes: one file that cannot be read leaves all others as they are. */
const fmt = async (paths: readonly string[], flags: FmtFlags, world: World): Promise<ExitCode> => {
  const { check = false, stdinFilename, allowEmpty = false } = flags;
  const inputs = await inputsOf(paths, world, {
    allowEmpty,
    endings: [".slant", ".d2"],
    ...(stdinFilename !== undefined && { stdinName: stdinFilename }),
  });
  const document = inputs.find(({ name }) => /\.(?:md|markdown|mdx)$/i.test(name));
  if (document !== undefined) {
    throw new Failure(
      `cannot format \`${document.name}\`: it is Markdown`,
      "Only .slant and .d2 files are formatted.",
    );
  }
  const progress = progressOf("formatted", inputs.length, world);
  const configOf = configFinder(world);
  const results: Result[] = [];
  for (const input of inputs) {
    const source = await sourceOf(input, world, { keepMark: true });
    const { limits } = await settingsOf(await configOf(input.name), input.name, world);
    results.push({ input, source, formatted: format(source, limits) });
    progress.step();
  }
  progress.hide();
  const changed = results.filter(({ formatted }) => formatted.changed);
  const broken = results.filter(({ formatted }) => hasErrors(formatted.diagnostics));
  for (const result of broken) tellErrors(result, flags, world);
  if (check) {
    world.print(changed.map(({ input }) => `${input.name}\n`).join(""));
  } else {
    for (const { input, formatted } of results.filter((result) => !broken.includes(result))) {
      if (input.isStdin) world.print(formatted.output);
      else if (formatted.changed)
        attempt("write", input.name, () => world.write(input.name, formatted.output));
    }
  }
  if (!flags.quiet) tellCounts(inputs, changed, check, world);
  return broken.length > 0 || (check && changed.length > 0) ? ExitCode.findings : ExitCode.ok;
};

const tellErrors = ({ source, formatted }: Result, flags: FmtFlags, world: World): void => {
  const sources = { [source.name]: source.text };
  const errors = formatted.diagnostics.filter(({ severity }) => severity === "error");
  const report = { files: [source.name], diagnostics: locate(errors, sources), sources };
  world.tell(`${pretty(report, paletteFor("err", flags, world))}\n`);
};

/** Nothing to say of standard input: its text is the answer. */
const tellCounts = (
  inputs: readonly Input[],
  changed: readonly Result[],
  check: boolean,
  world: World,
): void => {
  const files = inputs.filter(({ isStdin }) => !isStdin).length;
  const count = changed.filter(({ input }) => !input.isStdin).length;
  if (count > 0)
    world.tell(`${check ? "Would format" : "Formatted"} ${count} of ${plural(files, "file")}.\n`);
};
