import { dirname, isAbsolute, join } from "node:path";
import { rootedReader } from "../node/rooted-reader.ts";
import { limitsFrom } from "../source/limits.ts";
import type { PictureOptions } from "./options.ts";

/** An image whose picture is drawn from a flow in a file: `![Sign-up](flows/sign-up.slant)`. */
export interface FlowImage {
  /** As it was written. */
  readonly url: string;
  /** What is heard instead of the picture; if empty, what is heard of a fence. */
  readonly alt: string;
  /** Stands above the picture. */
  readonly title?: string | null | undefined;
  /** The line of the image in its page. */
  readonly line: number;
}

/** Whether an image is a flow beside its page, and not something out in the web. */
export const isFlowFile = (url: string): boolean => /^(?![a-z][a-z\d+.-]*:|\/\/)[^?#]+\.slant$/i.test(url);

/** A flow's file: its path and its text; or why there is none, in words. */
export type FlowFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly problem: string };

/**
 * Reads the flow that an image stands for.
 *
 * In:   the path of the page, if it has one. The image's own path leads from there; with a `root`, a leading `/` is that, and
 *       nothing outside of it is read.
 * Says: what is wrong, in words.
 */
export const readFlowFile = (
  { url }: FlowImage,
  page: string | undefined,
  { readFile, root, limits }: Pick<PictureOptions, "readFile" | "root" | "limits">,
): FlowFile => {
  const name = decoded(url);
  const isOfRoot = name.startsWith("/");
  const path = isOfRoot ? join(root ?? "/", name) : join(page === undefined ? "." : dirname(page), name);
  if (isOfRoot && root === undefined) {
    const problem = `The flow \`${name}\` begins with \`/\`: say with the option \`root\` where that is.`;
    return { path, problem };
  }
  const read = readFile ?? rootedReader(root ?? dirname(path), limitsFrom(limits).sourceBytes);
  try {
    return { path, text: read(path) };
  } catch (error) {
    const { code = "", message } = error as { readonly code?: string; readonly message?: string };
    return { path, problem: `The flow \`${name}\` ${whys[code] ?? `cannot be read: ${message ?? error}`}` };
  }
};

const whys: Readonly<Record<string, string>> = {
  ENOENT: "is not there: its path leads from the page that it stands in.",
  ENOTDIR: "is not there: its path leads from the page that it stands in.",
  EISDIR: "is a folder.",
  OUTSIDE_ROOT: "is outside of the `root` of the plug-in.",
  TOO_LARGE: "is too large.",
};

const decoded = (url: string): string => {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
};

/** Whether a path is that of a file of its own, from wherever the host was started. */
export const absolute = (path: string): string => (isAbsolute(path) ? path : join(process.cwd(), path));
