import type { Limits } from "../source/limits.ts";
import type { Source } from "../source/source.ts";

/** A flow's text, or the text with the name that diagnostics call it by. */
export type Input = string | Source;

/** Where a flow's imports come from; without `readFile`, an import is an error. */
export interface ImportOptions {
  /**
   * Reads a file that the source imports. `path` is where the import leads from the file that it stands in: `@lib/mail` in
   * `docs/flow.slant` is `docs/lib/mail.slant`. Throws when it cannot; an error with Node's `code` (`ENOENT`, `EISDIR` …) is
   * told in words. Imports outside of `root` never get here, but where symbolic links lead is the reader's to check.
   */
  readonly readFile?: (path: string) => string;
  /** The folder that no import leaves; the source's own folder if absent. */
  readonly root?: string;
}

/** How much of a text is read. */
export interface LimitOptions {
  /** Where a text may be larger than usual, or shall not be as large: `{ statements: 400_000 }`. What is over a limit is an error. */
  readonly limits?: Partial<Limits>;
}

/** How a text is read. */
export interface CompileOptions extends ImportOptions, LimitOptions {}

/** What is given; an option that is undefined counts as absent. */
export const given = ({
  readFile,
  root,
  limits,
}: { readonly [K in keyof CompileOptions]: CompileOptions[K] | undefined }) => ({
  ...(readFile !== undefined && { readFile }),
  ...(root !== undefined && { root }),
  ...(limits !== undefined && { limits }),
});
