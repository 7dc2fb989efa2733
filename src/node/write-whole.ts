import { lstatSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Writes a file whole or not at all: to a temporary file beside it, which then takes its name.
 *
 * In:   a path, whose folder exists, and the new content.
 * Out:  the file holds the content and keeps its permissions; a symbolic link stays one, and what it points at is
 *       written; something that is no regular file (a pipe, a terminal) is written directly.
 * Says: throws Node's own error, leaves the old file as it was and no temporary file behind.
 */
export const writeWhole = (path: string, content: string | Uint8Array): void => {
  const target = exists(path) ? realpathSync(path) : path;
  const old = statSync(target, { throwIfNoEntry: false });
  if (old !== undefined && !old.isFile()) {
    writeFileSync(target, content);
    return;
  }
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, content, { flag: "wx", ...(old && { mode: old.mode }) });
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
};

const exists = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;
