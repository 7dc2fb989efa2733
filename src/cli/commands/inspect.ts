import { Option } from "commander";
import { compile } from "../../compile.ts";
import type { Flow } from "../../flow/flow.ts";
import { locate } from "../../report/locate.ts";
import { hasErrors } from "../../source/outcome.ts";
import type { CommandModule } from "../commands.ts";
import { configFinder } from "../config/find-config.ts";
import { placeOf } from "../config/settings-of.ts";
import { ExitCode } from "../exit-code.ts";
import { flowRecord } from "../flow-record.ts";
import { addRootOption, compileOptionsOf, type RootFlag, readerIn } from "../imports.ts";
import { inputsOf, sourceOf } from "../inputs.ts";
import type { World } from "../world.ts";

const stages = ["ast", "flow", "scene"] as const;
type Stage = (typeof stages)[number];

interface InspectFlags extends RootFlag {
  readonly stage: Stage;
}

/** `slant inspect IN --stage STAGE`. */
export const inspectCommand: CommandModule = {
  declare: (command, world, finish) => {
    addRootOption(command)
      .argument("<in>", "a file, or - for standard input")
      .addOption(new Option("--stage <stage>", "what to print").choices(stages).default("flow"))
      .addHelpText("after", examples)
      .action(async (input: string) => finish(await inspect(input, command.opts<InspectFlags>(), world)));
  },
};

const examples = `
Examples:
  slant inspect checkout.slant --stage flow    participants, messages, fragments, callbacks
  slant inspect checkout.slant --stage ast     what was written, with the place of every part
  slant inspect checkout.slant --stage scene   what is drawn where, px

It prints what it understood also of a flow with errors, and exits with 1 then.`;

const inspect = async (arg: string, flags: InspectFlags, world: World): Promise<ExitCode> => {
  const configOf = configFinder(world);
  for (const input of await inputsOf([arg], world)) {
    const place = await placeOf(input, flags, await configOf(input.name), world);
    const { ast, flow, diagnostics, sources } = compile(
      await sourceOf(input, world),
      compileOptionsOf(place, readerIn(place, world)),
    );
    const found = locate(diagnostics, sources);
    const parts = {
      ast: () => ({ version: 1, ast, diagnostics: found }),
      flow: async () => {
        const record = flowRecord(flow, sources, found);
        return flow.autoOrder
          ? { ...record, participants: await inDrawnOrder(flow, record.participants) }
          : record;
      },
      scene: async () => {
        const { sceneRecordOf } = await import("../../draw.ts");
        return { version: 1, ...(await sceneRecordOf(flow, sources)), diagnostics: found };
      },
    } satisfies Record<Stage, () => unknown>;
    world.print(`${JSON.stringify(await parts[flags.stage](), null, 2)}\n`);
    if (hasErrors(diagnostics)) return ExitCode.findings;
  }
  return ExitCode.ok;
};

/** Where the order of lifelines is left to Slant, it is the layout that knows it. */
const inDrawnOrder = async <T>(flow: Flow, participants: readonly T[]): Promise<readonly T[]> => {
  const { autoOrder } = await import("../../draw.ts");
  return autoOrder(flow).map((index) => participants[index] as T);
};
