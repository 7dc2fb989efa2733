/** A stretch of words in one look. */
export interface RichRun {
  readonly text: string;
  readonly look: RichLook;
  /** Where it leads; not yet checked. */
  readonly link?: string;
}

export type RichLook = "plain" | "strong" | "emphasis" | "code";

/** A paragraph, a title, an item of a list, or one line of code. */
export interface RichBlock {
  readonly runs: readonly RichRun[];
  /** How many lists and quotations it stands in. */
  readonly depth: number;
  /** What stands before an item of a list: `•`, `2.` */
  readonly marker?: string;
  /** Its white space counts. */
  readonly isCode?: boolean;
}

/** A text whose white space counts, a block a line. */
export const codeBlocks = (text: string, depth = 0): readonly RichBlock[] =>
  text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => ({
    runs: [{ text: line.replaceAll("\t", "  "), look: "code" }],
    depth,
    isCode: true,
  }));

/** The words alone, a block a line. */
export const plainText = (blocks: readonly RichBlock[]): string =>
  blocks
    .map(({ runs, marker }) => [marker, runs.map(({ text }) => text).join("")].filter(Boolean).join(" "))
    .join("\n");
