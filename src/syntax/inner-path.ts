import type { Key, KeyPath } from "./ast.ts";
import { type Reader, spanIn } from "./say.ts";

const segment = /\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<raw>[^."'][^.]*?))\s*(?:\.|$)/y;

/** The path inside a hole or behind an import: keys between dots, which may be quoted. Undefined when it is none. */
export const innerPath = (reader: Reader, text: string, offset: number): KeyPath | undefined => {
  const keys: Key[] = [];
  segment.lastIndex = 0;
  while (segment.lastIndex < text.length) {
    const at = segment.lastIndex;
    const found = segment.exec(text);
    if (found === null) return undefined;
    const quoting =
      found.groups?.double !== undefined ? "double" : found.groups?.single !== undefined ? "single" : "none";
    const written = found.groups?.double ?? found.groups?.single ?? found.groups?.raw ?? "";
    const start = at + found[0].length - found[0].trimStart().length;
    const end = start + found[0].trim().replace(/\.$/, "").trimEnd().length;
    if (written.trim() === "") return undefined;
    keys.push({
      text: written.normalize("NFC"),
      quoting,
      span: spanIn(reader, offset + start, offset + end),
    });
  }
  const first = keys[0];
  const last = keys.at(-1);
  return first && last && { keys, span: spanIn(reader, first.span.start, last.span.end) };
};
