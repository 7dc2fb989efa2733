import type { ImportValue } from "./ast.ts";
import { innerPath } from "./inner-path.ts";
import { type Reader, spanIn } from "./say.ts";

/** A path goes on over the dots of `./`, `../`, `.slant` and `.d2`; any other dot ends it. */
const unquotedPath = /^(?:\.{1,2}\/|\.(?:slant|d2)(?=\.|$)|[^.])+/;

/** `@path.key`, quoted (`@"x.v2".key`) or not. `image` starts at `start` of the source. */
export const toImport = (reader: Reader, image: string, start: number): ImportValue => {
  const quote = /^@(["'])(.*?)\1/.exec(image);
  const written = quote?.[2] ?? unquotedPath.exec(image.slice(1))?.[0] ?? image.slice(1);
  const pathStart = start + (quote === null ? 1 : 2);
  const behind = (quote === null ? 1 + written.length : quote[0].length) + 1;
  const keys = innerPath(reader, image.slice(behind), start + behind);
  return {
    kind: "import",
    path: written,
    pathSpan: spanIn(reader, pathStart, pathStart + written.length),
    ...(keys && { keys }),
    span: spanIn(reader, start, start + image.length),
  };
};
