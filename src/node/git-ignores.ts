import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import ignore from "ignore";

/** Whether git ignores a file or folder. */
export type Ignores = (path: string, isFolder: boolean) => boolean;

const nothing: Ignores = () => false;

/**
 * What is ignored in a folder by the `.gitignore` files above it, up to the root of its repository.
 *
 * Out:    where that ignores the folder itself, nothing: it was named on purpose. Outside a repository, nothing.
 * Cost:   a look at each folder above.
 * Source: gitignore(5); `.git/info/exclude` and a user's own excludes are not read.
 */
export const ignoresAt = (folder: string): Ignores => {
  const above: string[] = [];
  let at = resolve(folder);
  while (!existsSync(join(at, ".git"))) {
    const parent = dirname(at);
    if (parent === at) return nothing;
    above.unshift(parent);
    at = parent;
  }
  let ignores = nothing;
  for (const each of above) {
    ignores = ignoresBelow(each, ignores);
    const next = above[above.indexOf(each) + 1] ?? resolve(folder);
    if (ignores(next, true)) return nothing;
  }
  return ignores;
};

/** The same, with the folder's own `.gitignore`, which has the last word below it. */
export const ignoresBelow = (folder: string, above: Ignores): Ignores => {
  const file = join(folder, ".gitignore");
  if (!existsSync(file)) return above;
  const own = ignore().add(readFileSync(file, "utf8"));
  return (path, isFolder) => {
    const inside = relative(resolve(folder), resolve(path)).split(sep).join("/");
    const { ignored, unignored } = own.test(isFolder ? `${inside}/` : inside);
    return ignored || (!unignored && above(path, isFolder));
  };
};
