import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Where what was found in a folder may be kept: with the other tools' caches of the project, else with those of the user.
 *
 * Source: the convention of find-cache-dir; the XDG Base Directory Specification.
 */
export const cacheFolderOf = (folder: string): string => {
  if (existsSync(join(folder, "node_modules"))) return join(folder, "node_modules", ".cache", "slant");
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  const caches =
    XDG_CACHE_HOME || (process.platform === "win32" && LOCALAPPDATA) || join(homedir(), ".cache");
  return join(caches, "slant", createHash("sha256").update(folder).digest("hex").slice(0, 16));
};
