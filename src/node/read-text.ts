import { readFileSync } from "node:fs";

/**
 * Reads a text file.
 *
 * In:   a path.
 * Out:  its text, without a byte order mark; bytes that are not UTF-8 become U+FFFD, which the parser reports.
 * Says: throws Node's own error (`code` ENOENT, EACCES, EISDIR …) when the file cannot be read.
 */
export const readText = (path: string): string => decodeText(readFileSync(path));

/** Bytes as text, the same way for files and for standard input. */
export const decodeText = (bytes: Uint8Array): string => new TextDecoder("utf-8").decode(bytes);
