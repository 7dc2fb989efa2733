import { relative, resolve, sep } from "node:path";
import type { Settings } from "../../config/config.ts";
import { type ImportPlace, importPlaceOf, type RootFlag } from "../imports.ts";
import type { Input } from "../inputs.ts";
import type { World } from "../world.ts";
import { type FoundConfig, rootOf } from "./find-config.ts";

/** What a configuration says for a file; the path is as the user wrote it. */
export const settingsOf = async (
  { config, file, folder }: FoundConfig,
  path: string,
  { cwd }: Pick<World, "cwd">,
): Promise<Settings> => {
  // most runs find no configuration, and need not know how its globs are read
  if (file === undefined) return {};
  const { settingsFor } = await import("../../config/settings-for.ts");
  return settingsFor(config, relative(folder, resolve(cwd, path)).split(sep).join("/"));
};

/** Where the imports of an input are, and how much is read: as the command says, else as the configuration does. */
export const placeOf = async (
  input: Input,
  flags: RootFlag,
  found: FoundConfig,
  world: World,
): Promise<ImportPlace> => {
  const { limits } = await settingsOf(found, input.name, world);
  const root = flags.root === undefined ? rootOf(found) : { root: flags.root };
  return importPlaceOf(input, { ...root, ...(limits && { limits }) }, world);
};
