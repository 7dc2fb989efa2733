import { lineAt, lineStarts } from "./positions.ts";
import type { Span } from "./span.ts";

/**
 * Tells in which line of its file a span begins, 1-based.
 *
 * In:   the texts by file name.
 * Cost: linear in each file that is asked for, once; then logarithmic in its lines.
 */
export const lineFinder = (
  sources: Readonly<Record<string, string>>,
): ((place: Pick<Span, "file" | "start">) => number) => {
  const starts = new Map<string, readonly number[]>();
  return ({ file, start }) => {
    let known = starts.get(file);
    if (known === undefined) {
      known = lineStarts(Object.hasOwn(sources, file) ? (sources[file] ?? "") : "");
      starts.set(file, known);
    }
    return lineAt(known, start) + 1;
  };
};
