/** The path that an import names: `lib/mail` in `docs/flow.slant` is `docs/lib/mail.slant`. */
export const importPath = (importer: string, written: string, ending: string): string => {
  const named = /\.(?:slant|d2)$/.test(written) ? written : `${written}${ending}`;
  return tidyPath(isAbsolute(named) ? named : `${folderOf(importer)}/${named}`);
};

/** The folder of a path; empty for a bare name. */
export const folderOf = (path: string): string => {
  const cut = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
  if (cut < 0) return ".";
  return cut === 0 ? "/" : path.slice(0, cut);
};

/** The same path without `.`, empty parts, and `..` behind a name. */
export const tidyPath = (path: string): string => {
  const parts: string[] = [];
  for (const part of path.replaceAll("\\", "/").split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== ".." || !isAbsolute(path)) parts.push(part);
  }
  return `${/^[\\/]/.test(path) ? "/" : ""}${parts.join("/")}` || ".";
};

/**
 * Whether a tidy path stands in a folder: undefined where that cannot be told without looking at the disk, since one of
 * them starts at the disk's root and the other one here.
 */
export const staysInside = (root: string, path: string): boolean | undefined => {
  const folder = tidyPath(root);
  if (isAbsolute(folder) !== isAbsolute(path)) return undefined;
  if (folder === "/") return true;
  if (/^(?:\.\.\/?)*$/.test(folder) || folder === ".") return climbs(path) <= climbs(folder);
  if (path.startsWith(`${folder}/`)) return climbs(path.slice(folder.length + 1)) === 0;
  return climbs(folder) > climbs(path);
};

const climbs = (path: string): number => path.split("/").filter((part) => part === "..").length;

const isAbsolute = (path: string): boolean => /^(?:[\\/]|[A-Za-z]:)/.test(path);
