import { Option } from "commander";
import { directions } from "../../language/directions.ts";
import type { CommandModule } from "../commands.ts";
import { addRootOption } from "../imports.ts";
import { type MapFlags, map } from "../map/map.ts";
import { mapFormat, mapFormatNames } from "../map/map-format.ts";
import { addPaintOptions } from "../picture-options.ts";
import { wholeNumber } from "../whole-number.ts";

/** `slant map DIR`. */
export const mapCommand: CommandModule = {
  declare: (command, world, finish) => {
    command
      .argument("<in...>", "folders of flows, files, or quoted globs")
      .option("-o, --output <out>", "the map, or - for standard output")
      .option(
        "--format <name>",
        `of the map: ${mapFormatNames.join(", ")}; else the ending of OUT says it`,
        mapFormat,
      )
      .option("--focus <key>", "only what is near this participant")
      .option("--depth <n>", "how many steps from it, queues not counted (default: 1)", wholeNumber)
      .addOption(new Option("--direction <way>", "where the map flows to").choices(directions))
      .option("--pictures <dir>", "where the flows' own pictures are (default: beside the flows)")
      .option("--no-links", "do not lead to the flows' pictures")
      .option("--title <text>", "of the map");
    addRootOption(addPaintOptions(command))
      .addHelpText("after", examples)
      .action(async (inputs: string[]) => {
        finish(await map(inputs, command.optsWithGlobals<MapFlags>(), world));
      });
  },
};

const examples = `
Examples:
  slant map docs/flows -o system.svg                  all flows of a folder as one map
  slant map docs/flows -o api.svg --focus api         what talks with \`api\`
  slant map docs/flows -o api.svg --focus api --depth 2
  slant map docs/flows -o system.svg --lint           with what is wrong with the whole
  slant map docs/flows --format json                  the graph, for other tools

Exit codes: 0 fine, 1 a flow with errors, 2 wrong usage or a file that cannot be read or written.`;
