import type { Comment } from "./ast.ts";
import { printComment, printCommentBehind } from "./print-comment.ts";
import { isBlankBetween, onOneLine, type Sheet } from "./print-sheet.ts";
import { step } from "./print-text.ts";

/** Lines are no longer than this where they can be broken, in UTF-16 code units. */
export const width = 120;

/** What stands between the brackets of a list: items, and comments in their places. */
export type Piece =
  | { readonly start: number; readonly end: number; readonly comment: Comment }
  | {
      readonly start: number;
      readonly end: number;
      /** On a line that begins with `indent`. */
      readonly print: (indent: string) => string;
      /** On the line of its list, from `column` on; undefined when it has no such form. */
      readonly flat: (column: number) => string | undefined;
    };

export interface Pieces {
  readonly start: number;
  readonly end: number;
  /** In the order of the source. */
  readonly pieces: readonly Piece[];
}

/**
 * A list on one line, `[a; b]`, if it was written on one and fits.
 *
 * Out:  undefined when it was not, or does not, or when its last item would take the `]` for its own.
 * Cost: bounded by the width and its longest item.
 */
export const flatList = (
  sheet: Sheet,
  { start, end, pieces }: Pieces,
  column: number,
): string | undefined => {
  if (!onOneLine(sheet, start, end)) return undefined;
  let text = "[";
  for (const [at, piece] of pieces.entries()) {
    const item = "comment" in piece ? undefined : piece.flat(column + text.length);
    if (item === undefined) return undefined;
    text += at === 0 ? item : `; ${item}`;
    if (column + text.length >= width) return undefined;
    if (at === pieces.length - 1 && isOpen(item, "[", "]")) return undefined;
  }
  return `${text}]`;
};

/** A list with an item to a line. */
export const brokenList = (sheet: Sheet, { start, pieces }: Pieces, indent: string): string => {
  const inner = indent + step;
  const lines = ["["];
  let end = start;
  /** What has to stand before an item on the same line. */
  let joint = "";
  for (const [at, piece] of pieces.entries()) {
    const isBehind = onOneLine(sheet, end, piece.start);
    const isApart = at > 0 && isBlankBetween(sheet, end, piece.start);
    end = piece.end;
    const last = lines.length - 1;
    if (isApart) lines.push("");
    if ("comment" in piece) {
      if (isBehind && piece.comment.kind === "line") lines[last] += printCommentBehind(piece.comment);
      else lines.push(printComment(sheet, piece.comment, inner));
      joint = " ";
    } else {
      const item = piece.print(inner);
      const closed = mayOpenStatement.test(item) ? `${item};` : item;
      if (isBehind && mayBeStatement.test(item)) lines[last] += joint + closed;
      else lines.push(inner + closed);
      joint = closed === item ? "; " : " ";
    }
  }
  return `${lines.join("\n")}\n${indent}]`;
};

/** An item that a line of a list must not begin with: it would read as the next statement, and the list as unclosed. */
const mayBeStatement = /^[^"'|[]*[:{<>~]/;

/** An item that would read so only for what is behind it, a line's end or white space; a `;` is neither. */
const mayOpenStatement = /^[^"'|[]*(?::|\s(?:<?-+>|<-+|~>|<~))$/;

/** Whether unquoted text opens more than it closes, so that the mark that closes behind it would be read as a part of it. */
export const isOpen = (text: string, opening: string, closing: string): boolean => {
  if (/^["'|]/.test(text)) return false;
  let level = 0;
  for (const mark of text.replace(/\\\S/g, "")) {
    if (mark === opening) level++;
    else if (mark === closing) level--;
  }
  return level > 0;
};
