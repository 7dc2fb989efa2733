import { chmodSync, lstatSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
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
  const temporary = join(dirname(target), temporaryName(basename(target)));
  try {
    writeFileSync(temporary, content, { flag: "wx" });
    // a mode at its creation would have the umask taken off; and some disks have one for all files
    if (old !== undefined && statSync(temporary).mode !== old.mode) chmodSync(temporary, old.mode);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
};

/** Never one that a killed run may have left, whose process had the same number; and no longer than a name may be. */
const temporaryName = (name: string): string =>
  `.${name.slice(0, 60)}.${process.pid}-${process.hrtime.bigint().toString(36)}.tmp`;

const exists = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;
