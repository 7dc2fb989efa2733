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

/** Where the imports of an input are: in a folder, that they may not leave, symbolic links included. */
export interface ImportPlace {
  readonly folder: string;
  /** The same as it was asked for, if it was. */
  readonly root?: string;
}

export const importPlaceOf = (
  { name, isStdin }: Input,
  { root }: RootFlag,
  { kindOf }: Pick<World, "kindOf">,
): ImportPlace => {
  if (root !== undefined && kindOf(root) !== "folder") throw new Failure(`there is no folder \`${root}\``);
  // Standard input may be called like a file: its imports are beside that file.
  const own = isStdin && !/[\\/]/.test(name) ? "." : dirname(name);
  return { folder: root ?? own, ...(root !== undefined && { root }) };
};

/** How the imports of an input are read. */
export const importsFor = (input: Input, flag: RootFlag, world: World): CompileOptions => {
  const { folder, root } = importPlaceOf(input, flag, world);
  return { readFile: world.readerBelow(folder, mostBytes), ...(root !== undefined && { root }) };
};
