import { dirname } from "node:path";
import type { Command } from "commander";
import type { CompileOptions } from "../compile.ts";
import { type Limits, limitsFrom } from "../source/limits.ts";
import { Failure } from "./failure.ts";
import type { Input } from "./inputs.ts";
import type { World } from "./world.ts";

/** The option of every command that compiles. */
export interface RootFlag {
  readonly root?: string;
}

export const addRootOption = (command: Command): Command =>
  command.option("--root <dir>", "the folder that imports may not leave (default: each flow's own folder)");

/** Where the imports of an input are, in a folder that they may not leave, symbolic links included; and how much is read. */
export interface ImportPlace {
  readonly folder: string;
  /** The same as it was asked for, if it was. */
  readonly root?: string;
  readonly limits?: Partial<Limits>;
}

export const importPlaceOf = (
  { name, isStdin }: Input,
  { root, limits }: RootFlag & Pick<ImportPlace, "limits">,
  { kindOf }: Pick<World, "kindOf">,
): ImportPlace => {
  if (root !== undefined && kindOf(root) !== "folder") throw new Failure(`there is no folder \`${root}\``);
  // Standard input may be called like a file: its imports are beside that file.
  const own = isStdin && !/[\\/]/.test(name) ? "." : dirname(name);
  return { folder: root ?? own, ...(root !== undefined && { root }), ...(limits && { limits }) };
};

/** What reads the imports there. */
export const readerIn = (
  { folder, limits }: ImportPlace,
  { readerBelow }: Pick<World, "readerBelow">,
): ReturnType<World["readerBelow"]> => readerBelow(folder, limitsFrom(limits).sourceBytes);

/** How a text with its imports there is compiled, by what reads them. */
export const compileOptionsOf = (
  { root, limits }: ImportPlace,
  readFile: (path: string) => string,
): CompileOptions => ({
  readFile,
  ...(root !== undefined && { root }),
  ...(limits && { limits }),
});
