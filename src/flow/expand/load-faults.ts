import type { FlowCode } from "../explanations.ts";
import { type Loaded, loadFailures } from "../load.ts";

/** Why a file cannot be imported. */
export interface Fault {
  readonly code: FlowCode;
  /** After "cannot be imported:"; PATH stands for the path. */
  readonly reason: string;
  readonly help?: string;
}

const missing: Fault = { code: "missing-import", reason: "there is no file PATH" };
const unreadable = (reason: string): Fault => ({ code: "unreadable-import", reason });

/** What the codes of readers mean. */
const faults: Readonly<Record<string, Fault>> = {
  ENOENT: missing,
  ENOTDIR: missing,
  EISDIR: { ...unreadable("PATH is a folder"), help: "name a file in it" },
  EACCES: unreadable("reading PATH is not permitted"),
  EPERM: unreadable("reading PATH is not permitted"),
  ELOOP: unreadable("the symbolic links of PATH go in a circle"),
  ENAMETOOLONG: unreadable("its name is too long"),
  ERR_FS_FILE_TOO_LARGE: unreadable("PATH is too large"),
  ERR_STRING_TOO_LONG: unreadable("PATH is too large"),
  [loadFailures.tooLarge]: {
    ...unreadable("PATH is too large"),
    help: "split it, or raise `limits.sourceBytes` (in slant.config.json, or among the options)",
  },
  [loadFailures.noFile]: unreadable("PATH is no regular file"),
  [loadFailures.outside]: {
    code: "forbidden-import",
    reason: "PATH leaves the root folder",
    help: "move the file into that folder, or name a folder that holds both as the root",
  },
};

/** Why a file was not loaded; undefined where nothing loads files. */
export const faultOf = (loaded: Exclude<Loaded, { ok: true }> | undefined): Fault => {
  if (!loaded)
    return {
      ...unreadable("nothing here reads files"),
      help: "give `readFile`, or write its statements here",
    };
  const known =
    loaded.code !== undefined && Object.hasOwn(faults, loaded.code) ? faults[loaded.code] : undefined;
  return known ?? unreadable(`reading PATH fails${loaded.message ? ` (${oneLine(loaded.message)})` : ""}`);
};

const oneLine = (text: string): string => text.replace(/\s+/g, " ").slice(0, 200);
