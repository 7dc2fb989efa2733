import type { Fence } from "../markdown/fence.ts";
import { fencesIn } from "../markdown/fences-in.ts";
import { spanInDocument } from "../markdown/in-document.ts";
import { lineAt, lineStarts } from "../source/positions.ts";

/** A stretch of a document: lines and columns from 1, offsets from 0, as unist and VFile have them. */
export interface Stretch {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** A block of code, as its host knows it. */
export interface Block {
  readonly text: string;
  /** The line that its fence opens on, from 1; where there is no fence, the line before its first. */
  readonly line: number;
}

/** What a diagnostic says of its place. */
interface Spot {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * Finds places of flows in the document around them.
 *
 * In:     the document as it was written, and how many lines of its file stand before it.
 * Out:    a function from a block and a place in its text to the place in the document. Where the document does not hold
 *         the block as a fence (in HTML, or when another plug-in has made it), the line is right and the column a guess.
 * Cost:   the document is read once, when the first place is asked for.
 */
export const placesIn = (document: string, isMdx: boolean, linesBefore = 0) => {
  const read = once(() => ({
    fences: fencesIn(document, isMdx ? "mdx" : "markdown"),
    starts: lineStarts(document),
  }));
  return ({ text, line }: Block, spot: Spot): Stretch => {
    const { fences, starts } = read();
    const fence = fences.find((each) => lineAt(starts, each.start) + 1 === line && isSame(each, text));
    if (fence === undefined) {
      return {
        start: { line: line + spot.line + linesBefore, column: spot.column },
        end: { line: line + spot.endLine + linesBefore, column: spot.endColumn },
      };
    }
    const { start, end } = spanInDocument(fence, { file: "", start: spot.start, end: spot.end });
    const point = (offset: number) => {
      const at = lineAt(starts, offset);
      return { line: at + 1 + linesBefore, column: offset - (starts[at] ?? 0) + 1 };
    };
    return { start: point(start), end: point(end) };
  };
};

/** Hosts differ in whether they keep the last line end. */
const isSame = (fence: Fence, text: string): boolean => plain(fence.text) === plain(text);

const plain = (text: string): string => text.replace(/\r\n?/g, "\n").replace(/\n$/, "");

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
