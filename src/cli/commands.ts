import type { Command } from "commander";
import type { CommandName } from "./command-names.ts";
import type { ExitCode } from "./exit-code.ts";
import type { World } from "./world.ts";

/** What a file under commands/ exports: its arguments and options, and what to do with them. */
export interface CommandModule {
  readonly declare: (command: Command, world: World, finish: (code: ExitCode) => void) => void;
}

interface CommandEntry {
  readonly name: CommandName;
  readonly about: string;
  /** What follows the command's name. */
  readonly usage: string;
  /** The command that is meant when none is named. */
  readonly isHidden?: boolean;
  /** Each command is a chunk of its own, so that `lint` never waits for what draws. */
  readonly load: () => Promise<CommandModule>;
}

/** Every command: one row, and the file that it loads. */
export const commands: readonly CommandEntry[] = [
  {
    name: "draw",
    about: "draws one flow",
    usage: "IN [OUT]",
    isHidden: true,
    load: async () => (await import("./commands/draw.ts")).drawCommand,
  },
  {
    name: "render",
    about: "draws flows as pictures",
    usage: "IN… [-o OUT] [--out-dir DIR]",
    load: async () => (await import("./commands/render.ts")).renderCommand,
  },
  {
    name: "lint",
    about: "reports what is wrong with flows, and writes nothing",
    usage: "[PATH…]",
    load: async () => (await import("./commands/lint.ts")).lintCommand,
  },
  {
    name: "map",
    about: "draws the flows of a folder as one map",
    usage: "DIR… -o OUT",
    load: async () => (await import("./commands/map.ts")).mapCommand,
  },
  {
    name: "fmt",
    about: "brings flows into their canonical form",
    usage: "[PATH…] [--check]",
    load: async () => (await import("./commands/fmt.ts")).fmtCommand,
  },
  {
    name: "explain",
    about: "says what a finding means and how to mend it",
    usage: "[CODE]",
    load: async () => (await import("./commands/explain.ts")).explainCommand,
  },
  {
    name: "inspect",
    about: "prints what a stage made of a flow, as JSON for other tools",
    usage: "IN --stage STAGE",
    load: async () => (await import("./commands/inspect.ts")).inspectCommand,
  },
  {
    name: "md",
    about: "renders the flows of a Markdown file to pictures beside it",
    usage: "IN.md -o OUT.md",
    load: async () => (await import("./commands/md.ts")).mdCommand,
  },
  {
    name: "init",
    about: "writes a configuration, an example and a CI snippet",
    usage: "",
    load: async () => (await import("./commands/init.ts")).initCommand,
  },
];
