import { type Dirent, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import picomatch from "picomatch";
import { type Ignores, ignoresAt, ignoresBelow } from "./git-ignores.ts";

/**
 * Finds the files that a glob names.
 *
 * In:   a glob pattern (`*`, `**`, `?`, `[…]`, `{…}`, `!(…)`) with `/` between its parts, and the folder that it starts from.
 * Out:  paths below that folder, with `/`, in the order of their code units. Left out: node_modules and hidden files and
 *       folders unless the pattern names them, and what git ignores, unless it ignores the folder itself. Links to files are
 *       followed, links to folders are not.
 * Says: throws Node's own error when a folder cannot be read.
 * Cost: linear in the files of the folders that are not left out.
 */
export const walkFiles = (pattern: string, from: string): readonly string[] => {
  const matches = picomatch(pattern);
  const isWanted = ({ name }: Dirent): boolean =>
    (!name.startsWith(".") || /(?:^|\/)\./.test(pattern)) &&
    (name !== "node_modules" || pattern.includes("node_modules")) &&
    name !== ".git";
  const found: string[] = [];
  const walk = (below: string, above: Ignores): void => {
    const folder = join(from, below);
    const entries = readdirSync(folder, { withFileTypes: true }).filter(isWanted);
    const ignores = ignoresBelow(folder, above);
    for (const entry of entries) {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      const isFolder = entry.isDirectory();
      if (ignores(join(folder, entry.name), isFolder)) continue;
      if (isFolder) walk(path, ignores);
      else if (matches(path) && isFile(entry, join(folder, entry.name))) found.push(path);
    }
  };
  walk("", ignoresAt(from));
  return found.sort();
};

const isFile = (entry: Dirent, path: string): boolean =>
  entry.isFile() || (entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isFile() === true);
