import type { CommandModule } from "../commands.ts";
import { ExitCode } from "../exit-code.ts";
import { attempt } from "../failure.ts";
import { gitlabJob, type StarterFile, starterFiles } from "../init/starter-files.ts";
import type { CommonFlags } from "../main.ts";
import type { World } from "../world.ts";

/** `slant init`. */
export const initCommand: CommandModule = {
  declare: (command, world, finish) => {
    command
      .addHelpText("after", examples)
      .action(() => finish(init(command.optsWithGlobals<CommonFlags>(), world)));
  },
};

const examples = `
It writes ${starterFiles.map(({ path }) => path).join(", ")}, and leaves alone what is there.

Examples:
  slant init && slant flows/order.slant && slant lint`;

/** Writes what is missing; nothing that is there is touched. In a GitLab project the CI snippet is shown instead. */
const init = ({ quiet = false }: CommonFlags, world: World): ExitCode => {
  const isGitlab = world.kindOf(".gitlab-ci.yml") === "file";
  const wanted = starterFiles.filter(({ path }) => !isGitlab || !path.startsWith(".github/"));
  const told = wanted.map((file) => `${begin(file, world)}\n`).join("");
  if (!quiet) world.tell(told);
  if (isGitlab) {
    if (!quiet) world.tell("slant: for .gitlab-ci.yml:\n\n");
    world.print(gitlabJob);
  }
  return ExitCode.ok;
};

const begin = ({ path, text }: StarterFile, world: World): string => {
  if (world.kindOf(path) !== "missing") return `slant: kept ${path}`;
  const folder = path.split("/").slice(0, -1).join("/");
  attempt("write", path, () => {
    if (folder !== "") world.makeFolder(folder);
    world.write(path, text);
  });
  return `slant: wrote ${path}`;
};
