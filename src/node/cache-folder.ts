import { existsSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "./sha256.ts";

/**
 * Where what was found in a folder may be kept: with the other tools' caches of the project, else with those of the user.
 *
 * Source: the convention of find-cache-dir; the XDG Base Directory Specification.
 */
export const cacheFolderOf = (folder: string): string => {
  if (existsSync(join(folder, "node_modules"))) return join(folder, "node_modules", ".cache", "slant");
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  const caches =
    XDG_CACHE_HOME ||
    (process.platform === "win32" && LOCALAPPDATA) ||
    join(process.getBuiltinModule("node:os").homedir(), ".cache");
  return join(caches, "slant", sha256(folder).replace(/\W/g, "").slice(0, 16));
};
