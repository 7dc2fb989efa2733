import { type Html, htmlEnd } from "./html-blocks.ts";
import { type Cursor, indentAt, isBlankFrom, skipColumns } from "./line-reader.ts";

/** What a document is written in. */
export type Dialect = "markdown" | "mdx";

/** What a line, or what is left of it, begins. */
export type BlockStart =
  | { readonly kind: "blank" | "code" | "heading" | "text" }
  | { readonly kind: "html"; readonly until: Html }
  | { readonly kind: "quote"; readonly inside: Cursor }
  | { readonly kind: "item"; readonly inside: Cursor; readonly indent: number }
  | {
      readonly kind: "fence";
      readonly mark: string;
      readonly info: string;
      /** Columns before its marks. */
      readonly indent: number;
      /** UTF-16 offset of its marks in the line. */
      readonly at: number;
    };

/** What stands open above a line. */
export interface Above {
  readonly dialect: Dialect;
  /** The last line was text, which this one may go on with. */
  readonly isParagraph: boolean;
  /** And it does so without leaving out a mark of what holds that paragraph. */
  readonly isDirect: boolean;
}

/** How far MDX may indent what Markdown takes for code. */
export const codeIndent = (dialect: Dialect): number => (dialect === "mdx" ? Number.POSITIVE_INFINITY : 4);

/**
 * In:     a line, a place in it, and what stands open above.
 * Out:    what begins there; a line that only goes on with a paragraph is text.
 * Says:   nothing.
 * Cost:   linear in the line.
 * Source: CommonMark 0.31.2, sections 4 and 5, in the order of their precedence.
 */
export const blockStart = (line: string, cursor: Cursor, above: Above): BlockStart => {
  const indent = indentAt(line, cursor);
  const start = skipColumns(line, cursor, indent);
  const rest = line.slice(start.at);
  if (rest === "") return { kind: "blank" };
  if (indent >= codeIndent(above.dialect)) return { kind: above.isParagraph ? "text" : "code" };
  if (above.isDirect && /^(?:=+|-+)[ \t]*$/.test(rest)) return { kind: "heading" };
  if (rest.startsWith(">")) return { kind: "quote", inside: skipColumns(line, past(start, 1), 1) };
  const [, mark, info = ""] = /^(`{3,})([^`]*)$/.exec(rest) ?? /^(~{3,})(.*)$/.exec(rest) ?? [];
  if (mark !== undefined) return { kind: "fence", mark, info: info.trim(), indent, at: start.at };
  const until = htmlEnd(rest, above.dialect, above.isParagraph);
  if (until !== undefined) return { kind: "html", until };
  if (/^#{1,6}(?:[ \t]|$)/.test(rest) || /^([-_*])[ \t]*(?:\1[ \t]*){2,}$/.test(rest))
    return { kind: "heading" };
  return item(line, start, indent, above) ?? { kind: "text" };
};

const item = (line: string, start: Cursor, indent: number, { isDirect }: Above): BlockStart | undefined => {
  const [, marker = "", number] = /^([-+*]|(\d{1,9})[.)])(?=[ \t]|$)/.exec(line.slice(start.at)) ?? [];
  if (marker === "") return undefined;
  const behind = past(start, marker.length);
  const isEmpty = isBlankFrom(line, behind);
  if (isDirect && (isEmpty || (number !== undefined && Number(number) !== 1))) return undefined;
  const space = indentAt(line, behind);
  const width = isEmpty || space > 4 ? 1 : space;
  return { kind: "item", inside: skipColumns(line, behind, width), indent: indent + marker.length + width };
};

const past = ({ at, column }: Cursor, length: number): Cursor => ({
  at: at + length,
  column: column + length,
  rest: 0,
});
