/** Where in the sources something begins: an offset (UTF-16) into one of them. */
export interface SourcePlace {
  readonly file: string;
  readonly start: number;
}

/** The line of a place in its own file, 1-based. */
export type LineOf = (place: SourcePlace) => number;
