/** A place in a text, 1-based, in characters (code points), as people and editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Offsets at which the lines of a text begin; LF, CRLF and CR end a line. */
export const lineStarts = (text: string): readonly number[] => {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
};

/** The 0-based line that holds an offset. Cost: logarithmic in the number of lines. */
export const lineAt = (starts: readonly number[], offset: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Where an offset (UTF-16) of `text` is; `starts` are the text's own line starts. */
export const positionAt = (text: string, starts: readonly number[], offset: number): Position => {
  const line = lineAt(starts, offset);
  let column = 1;
  for (let at = starts[line] ?? 0; at < offset; at++) {
    const code = text.charCodeAt(at);
    const isLowHalf =
      code >= 0xdc00 && code <= 0xdfff && at > 0 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
    if (!isLowHalf) column++;
  }
  return { line: line + 1, column };
};
