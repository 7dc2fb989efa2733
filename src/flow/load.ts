import type { Limits } from "../source/limits.ts";
import type { Ast } from "../syntax/ast.ts";

/**
 * Reads and parses the file at a path: `docs/common.slant`, as an import next to the main file would name it. What the
 * syntax has to say of the file is the loader's to keep.
 */
export type Load = (path: string) => Loaded;

/** A tree, or why there is none. */
export type Loaded =
  | { readonly ok: true; readonly ast: Ast }
  | {
      readonly ok: false;
      /** Node's code for what failed (`ENOENT`, `EISDIR` …), or one of `loadFailures`. */
      readonly code?: string;
      /** What the reader said itself, where the code says nothing. */
      readonly message?: string;
    };

/** What a reader may say beside Node's own codes. */
export const loadFailures = {
  outside: "OUTSIDE_ROOT",
  tooLarge: "TOO_LARGE",
  noFile: "NO_REGULAR_FILE",
} as const;

/** Where imports come from, and how much reuse may bring. Without `load` there are no imports. */
export interface ImportSource {
  readonly load?: Load;
  /** The folder that no import leaves; the main file's if absent. */
  readonly root?: string;
  /** The usual ones if absent. */
  readonly limits?: Limits;
}
