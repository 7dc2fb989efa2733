import { dirname } from "node:path";
import type { Command } from "commander";
import { type CompileOptions, mostBytes } from "../compile.ts";
import { Failure } from "./failure.ts";
import type { Input } from "./inputs.ts";
import type { World } from "./world.ts";

/** The option of every command that compiles. */
export interface RootFlag {
  readonly root?: string;
}

export const addRootOption = (command: Command): Command =>
  command.option("--root <dir>", "the folder that imports may not leave (default: each flow's own folder)");

/** How the imports of an input are read: below the root, symbolic links included. */
export const importsFor = ({ name, isStdin }: Input, { root }: RootFlag, world: World): CompileOptions => {
  if (root !== undefined && world.kindOf(root) !== "folder")
    throw new Failure(`there is no folder \`${root}\``);
  // Standard input may be called like a file: its imports are beside that file.
  const own = isStdin && !/[\\/]/.test(name) ? "." : dirname(name);
  return { readFile: world.readerBelow(root ?? own, mostBytes), ...(root !== undefined && { root }) };
};
