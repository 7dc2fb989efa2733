/** What a command cannot do for its user: wrong usage, or an input or output that fails. Ends the run with exit code 2. */
export class Failure extends Error {
  /** A second line: the way out. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** What an error of the file system means, in words. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EEXIST: "a file of that name is in the way",
  EISDIR: "it is a folder",
  ELOOP: "its symbolic links go in a circle",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "its name is too long",
  ENOENT: "no such file or folder",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of its path is not a folder",
  EPERM: "the system does not permit it",
  EROFS: "its disk can only be read",
  ERR_FS_FILE_TOO_LARGE: "it is too large",
  ERR_STRING_TOO_LONG: "it is too large",
};

/** What an error's code means, if it is one of the file system's. */
export const reasonOf = (code: string | undefined): string | undefined =>
  code === undefined || !Object.hasOwn(reasons, code) ? undefined : reasons[code];

/** Runs a step that touches the outside; what goes wrong there names the path. */
export const attempt = <T>(what: "read" | "write", path: string, step: () => T): T => {
  try {
    return step();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Failure(`cannot ${what} \`${path}\`: ${reasonOf(code) ?? message}`);
  }
};
