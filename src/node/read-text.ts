import { readFileSync } from "node:fs";

export interface Decoding {
  /** Leave a byte order mark where it is, for who writes the text back. */
  readonly keepMark?: boolean;
}

/**
 * Reads a text file.
 *
 * In:   a path.
 * Out:  its text, without a byte order mark unless it is asked for; bytes that are not UTF-8 become halves of surrogate
 *       pairs, which the parser reports.
 * Says: throws Node's own error (`code` ENOENT, EACCES, EISDIR …) when the file cannot be read.
 */
export const readText = (path: string, decoding?: Decoding): string =>
  decodeText(readFileSync(path), decoding);

/** Bytes as text, the same way for files and for standard input. */
export const decodeText = (bytes: Uint8Array, { keepMark = false }: Decoding = {}): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: keepMark }).decode(bytes);
  } catch {
    return new TextDecoder("utf-8", { ignoreBOM: keepMark }).decode(bytes).replaceAll("\ufffd", unreadable);
  }
};

/** Stands for bytes that are not UTF-8: half of a surrogate pair, which no text holds. Source: PEP 383. */
const unreadable = "\udcff";
