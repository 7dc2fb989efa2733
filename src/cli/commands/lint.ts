import { formatNames } from "../../report/formats.ts";
import type { CommandModule } from "../commands.ts";
import { addRootOption } from "../imports.ts";
import { lint } from "../lint/lint.ts";
import { addTarget, type LintFlags } from "../lint/lint-flags.ts";
import { addRuleLevel } from "../rule-levels.ts";
import { countFrom1, wholeNumber } from "../whole-number.ts";

/** `slant lint [PATH…]`. */
export const lintCommand: CommandModule = {
  declare: (command, world, finish) => {
    addRootOption(command)
      .argument("[path...]", "files, folders, quoted globs, or - for standard input (default: this folder)")
      .option(
        "--format <name[=file]>",
        `${formatNames.slice(0, -1).join(", ")} or ${formatNames.at(-1)}; may be repeated to write files beside`,
        addTarget,
      )
      .option("--fix", "make the fixes that are surely right")
      .option("--fix-dry-run", "show them as a diff instead")
      .option("--config <file>", "use this configuration, not the nearest slant.config")
      .option("--print-config", "print what holds for the first path, and stop")
      .option(
        "--rule <code=level>",
        "report a rule as off, info, warning or error; may be repeated",
        addRuleLevel,
      )
      .option("--max-warnings <n>", "exit with 1 when there are more warnings", wholeNumber)
      .option("--baseline <mode file...>", "write, check or prune a file of known findings")
      .option("--stdin-filename <name>", "what messages call standard input")
      .option("--allow-empty", "finding no files is fine")
      .option("--list-files", "print which files would be checked, and stop")
      .option("--show-suppressed", "put what is suppressed into sarif reports, marked so")
      .option("--system", "check the flows as one system, too: what no flow shows by itself")
      .option("--witness <folder>", "draw there how each finding about order can come about")
      .option("--no-cache", "check every file again, also unchanged ones")
      .option("--jobs <n>", "threads at most (default: as many as pay)", countFrom1)
      .option("--stats", "print counts and times to standard error")
      .addHelpText("after", examples)
      .action(async (paths: string[]) => {
        const version = command.parent?.version() ?? "";
        finish(await lint(paths, command.optsWithGlobals<LintFlags>(), world, version));
      });
  },
};

const examples = `
Examples:
  slant lint                                 every flow under this folder, also in Markdown
  slant lint checkout.slant 'flows/**/*.slant'
  slant lint --format pretty --format sarif=slant.sarif docs
  slant lint --rule missing-reply=off --max-warnings 0
  slant lint --system docs/flows             also queues that nothing consumes, circles of calls
  slant lint --fix-dry-run | git apply
  slant lint --witness out checkout.slant
  slant lint --baseline write slant-baseline.json
  cat checkout.slant | slant lint --stdin-filename checkout.slant -

Exit codes: 0 fine, 1 an error or too many warnings, 2 wrong usage or a file that cannot be read.`;
