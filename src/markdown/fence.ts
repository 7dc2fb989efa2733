/** A line of a fence's text and where it comes from. */
export interface FenceLine {
  /** Where it begins in the fence's text. */
  readonly at: number;
  /** Where it begins in the document, past what belongs to lists, quotes and the fence's own indentation. */
  readonly from: number;
  /** Columns at its beginning that are a part of a tab in the document. */
  readonly padding: number;
}

/** A fenced block of code in a Markdown document, or a comment read like one; offsets count UTF-16 units. */
export interface Fence {
  /** The first word after the marks; of `{.slant #id}`, `slant`. Empty when there is none. */
  readonly language: string;
  /** What follows that word. */
  readonly meta: string;
  /** The code, as it is without the document around it. */
  readonly text: string;
  /** One for each line of the text, and one for its end. */
  readonly lines: readonly FenceLine[];
  /** The whole block, from its opening marks to the end of its last line. */
  readonly start: number;
  readonly end: number;
  /** What a new line of the code has to begin with in the document. */
  readonly prefix: string;
  /** It stands in a comment, where not every text may. */
  readonly isKept?: true;
}
