/** A stretch of a source: UTF-16 offsets into the text of the source called `file`; `end` is exclusive. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** The smallest span that holds both; both must lie in one file. */
export const cover = (first: Span, last: Span): Span => ({
  file: first.file,
  start: Math.min(first.start, last.start),
  end: Math.max(first.end, last.end),
});
