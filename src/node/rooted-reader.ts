import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, relative } from "node:path";
import { decodeText } from "./read-text.ts";

/**
 * Makes a reader of text files that never leaves a folder.
 *
 * In:     the folder, and how many bytes a file may have.
 * Out:    a reader: of a path, the text as `readText` gives it. Symbolic links are followed first, for the folder and for
 *         the path; what they lead to must stand in the folder. Only regular files are read: no folder, pipe or device.
 * Says:   throws an error with a `code`: Node's own (ENOENT, EISDIR, EACCES …), OUTSIDE_ROOT, NO_REGULAR_FILE, TOO_LARGE.
 * Cost:   a handful of system calls for each file; nothing is read of one that is too large.
 */
export const rootedReader = (root: string, mostBytes: number): ((path: string) => string) => {
  let folder: string | undefined;
  return (path) => {
    folder ??= realpathSync.native(root);
    const real = realPathInside(folder, path);
    // Not a link any more; and a pipe that nobody writes to must not keep us waiting.
    const file = openSync(
      real,
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
    try {
      const facts = fstatSync(file);
      if (facts.isDirectory()) throw failure("EISDIR", path);
      if (!facts.isFile()) throw failure("NO_REGULAR_FILE", path);
      if (facts.size > mostBytes) throw failure("TOO_LARGE", path);
      return decodeText(readFileSync(file));
    } finally {
      closeSync(file);
    }
  };
};

/** Where a path leads; one outside fails the same way whether there is something or not. */
const realPathInside = (folder: string, path: string): string => {
  let real: string;
  try {
    real = realpathSync.native(path);
  } catch (error) {
    throw isInside(folder, nearestFolder(path)) ? error : failure("OUTSIDE_ROOT", path);
  }
  if (!isInside(folder, real)) throw failure("OUTSIDE_ROOT", path);
  return real;
};

/** The nearest folder above a path that is there. */
const nearestFolder = (path: string): string => {
  for (let at = dirname(path); ; at = dirname(at))
    try {
      return realpathSync.native(at);
    } catch (error) {
      if (at === dirname(at)) throw error;
    }
};

const isInside = (folder: string, real: string): boolean => {
  const way = relative(folder, real);
  return way === "" || (way !== ".." && !/^\.\.[\\/]/.test(way) && !isAbsolute(way));
};

const failure = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code });
