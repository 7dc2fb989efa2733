import { lineAt, lineStarts } from "../source/positions.ts";
import type { Source } from "../source/source.ts";
import type { Span } from "../source/span.ts";
import type { Ast } from "./ast.ts";

/** The text that a tree was read from, as the printer asks it. */
export interface Sheet {
  readonly text: string;
  readonly starts: readonly number[];
  readonly mode: Ast["mode"];
}

export const sheetOf = ({ text }: Source, mode: Ast["mode"]): Sheet => ({
  text,
  starts: lineStarts(text),
  mode,
});

/** What stands there, as it was written. */
export const written = ({ text }: Sheet, { start, end }: Span): string => text.slice(start, end);

/** Whether two places are on one line. */
export const onOneLine = ({ starts }: Sheet, from: number, to: number): boolean =>
  lineAt(starts, from) === lineAt(starts, to);

/** Whether an empty line lies between two places, between which nothing but separators is written. */
export const isBlankBetween = ({ text }: Sheet, from: number, to: number): boolean =>
  text
    .slice(from, to)
    .split(/\r\n|\r|\n/)
    .slice(1, -1)
    .some((line) => line.trim() === "");

/** The white space that the line with this place begins with. */
export const indentAt = ({ text, starts }: Sheet, at: number): string =>
  /^[^\S\r\n]*/.exec(text.slice(starts[lineAt(starts, at)], at))?.[0] ?? "";
