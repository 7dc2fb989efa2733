import { type BlockStart, blockStart, codeIndent, type Dialect } from "./block-start.ts";
import type { Fence, FenceLine } from "./fence.ts";
import { frontMatterEnd } from "./front-matter.ts";
import type { Html } from "./html-blocks.ts";
import { type Cursor, indentAt, isBlankFrom, lineBegin, skipColumns } from "./line-reader.ts";

/** Something that holds blocks: a quote, or an item of a list with the columns by which its lines are indented. */
type Container =
  | { readonly kind: "quote" }
  | { readonly kind: "item"; readonly indent: number; readonly isEmpty: boolean };

/** A fence that is being read, or a comment. */
interface OpenFence {
  readonly kind: "fence" | "comment";
  readonly start: Omit<Extract<BlockStart, { kind: "fence" }>, "kind">;
  readonly from: number;
  readonly prefix: string;
  readonly lines: FenceLine[];
  text: string;
}

/** What stands open between two lines. */
interface Reading {
  readonly containers: readonly Container[];
  readonly inside?: "paragraph" | OpenFence | { readonly until: Exclude<Html, "here"> };
}

/**
 * Finds the fenced blocks of code in a document.
 *
 * In:     any text at all, with any line ends.
 * Out:    the blocks in order: of backticks or tildes, also inside lists and quotes; one that is never closed reaches to the
 *         end of what holds it. Not what only looks like one inside another fence, indented code, HTML, a comment or the front
 *         matter.
 * Says:   nothing.
 * Cost:   linear, times the depth of nesting.
 * Source: CommonMark 0.31.2: block structure (sections 4 and 5, and the appendix on parsing).
 */
export const fencesIn = (document: string, dialect: Dialect = "markdown"): readonly Fence[] =>
  blocksIn(document, dialect, "fence");

/**
 * Finds the comments of a document that are blocks of their own and longer than a line, as `fencesIn` finds its fences: the
 * words behind `<!--` are the language and what follows it, and the text is the lines between the marks.
 */
export const commentsIn = (document: string): readonly Fence[] => blocksIn(document, "markdown", "comment");

const blocksIn = (document: string, dialect: Dialect, wanted: OpenFence["kind"]): readonly Fence[] => {
  const found: Fence[] = [];
  let reading: Reading = { containers: [] };
  let offset = frontMatterEnd(document);
  let last = offset;
  const close = (end: number, stop: number): void => {
    const { inside } = reading;
    if (isFence(inside) && inside.kind === wanted) found.push(closed(inside, end, stop));
  };
  while (offset < document.length) {
    const { line, next } = lineFrom(document, offset);
    const { cursor, matched } = matchContainers(line, reading.containers);
    const isWhole = matched === reading.containers.length;
    if (!isWhole && reading.inside !== "paragraph") {
      close(last, offset);
      reading = { containers: reading.containers.slice(0, matched) };
    }
    const { inside } = reading;
    if (isFence(inside)) {
      if (closes(line, cursor, inside, dialect)) {
        close(offset + line.trimEnd().length, offset + cursor.at);
        reading = { containers: reading.containers };
      } else addLine(inside, line, cursor, offset, document.slice(offset + line.length, next));
    } else if (inside !== undefined && inside !== "paragraph") {
      const { until } = inside;
      const isOver = until === "blank" ? isBlankFrom(line, cursor) : until.test(line.slice(cursor.at));
      if (isOver) reading = { containers: reading.containers };
    } else reading = readStart(line, cursor, offset, matched, reading, dialect);
    last = offset + line.length;
    offset = next;
  }
  close(last, document.length);
  return found;
};

/** What stands open after a line that begins a block, or goes on with a paragraph. */
const readStart = (
  line: string,
  from: Cursor,
  offset: number,
  matched: number,
  { containers, inside }: Reading,
  dialect: Dialect,
): Reading => {
  const isWhole = matched === containers.length;
  const held: Container[] = containers.slice(0, matched);
  let [cursor, isParagraph] = [from, inside === "paragraph"];
  for (;;) {
    const start = blockStart(line, cursor, { dialect, isParagraph, isDirect: isParagraph && isWhole });
    // a line of text may leave out the marks of what holds its paragraph
    if (start.kind === "text" && isParagraph) return { containers, inside: "paragraph" };
    if (start.kind === "quote" || start.kind === "item") {
      fill(held);
      held.push(
        start.kind === "quote" ? { kind: "quote" } : { kind: "item", indent: start.indent, isEmpty: true },
      );
      [cursor, isParagraph] = [start.inside, false];
      continue;
    }
    if (start.kind !== "blank") fill(held);
    switch (start.kind) {
      case "blank":
      case "code":
      case "heading":
        return { containers: held };
      case "text":
        return { containers: held, inside: "paragraph" };
      case "html":
        return { containers: held, ...htmlFrom(line, cursor, start.until, offset, held) };
      case "fence": {
        const inside = {
          kind: start.kind,
          start,
          from: offset + start.at,
          prefix: prefixOf(held, start.indent),
          lines: [],
          text: "",
        };
        return { containers: held, inside };
      }
    }
  }
};

/** What HTML leaves open that begins in a line: a comment is read as fences are. */
const htmlFrom = (
  line: string,
  cursor: Cursor,
  until: Html,
  offset: number,
  held: readonly Container[],
): Pick<Reading, "inside"> => {
  if (until === "here") return {};
  const indent = indentAt(line, cursor);
  const { at } = skipColumns(line, cursor, indent);
  if (!line.startsWith("<!--", at)) return { inside: { until } };
  const start = { mark: "-->", info: line.slice(at + 4).trim(), indent, at };
  const from = offset + at;
  return { inside: { kind: "comment", start, from, prefix: prefixOf(held, indent), lines: [], text: "" } };
};

/** Goes past the marks of the containers that a line belongs to. */
const matchContainers = (line: string, containers: readonly Container[]) => {
  let [cursor, matched]: [Cursor, number] = [lineBegin, 0];
  for (const container of containers) {
    const inside = continues(line, cursor, container);
    if (inside === undefined) break;
    cursor = inside;
    matched++;
  }
  return { cursor, matched };
};

const continues = (line: string, cursor: Cursor, container: Container): Cursor | undefined => {
  const indent = indentAt(line, cursor);
  const start = skipColumns(line, cursor, indent);
  if (container.kind === "quote") {
    if (indent > 3 || line[start.at] !== ">") return undefined;
    return skipColumns(line, { at: start.at + 1, column: start.column + 1, rest: 0 }, 1);
  }
  const belongs = start.at === line.length ? !container.isEmpty : indent >= container.indent;
  return belongs ? skipColumns(line, cursor, container.indent) : undefined;
};

/** Whatever holds something is no empty item any more. */
const fill = (held: Container[]): void => {
  for (const [index, container] of held.entries())
    if (container.kind === "item" && container.isEmpty) held[index] = { ...container, isEmpty: false };
};

const isFence = (inside: Reading["inside"]): inside is OpenFence =>
  typeof inside === "object" && "start" in inside;

const closes = (line: string, cursor: Cursor, { kind, start }: OpenFence, dialect: Dialect): boolean => {
  if (kind === "comment") return line.includes(start.mark, cursor.at);
  const indent = indentAt(line, cursor);
  const rest = line.slice(skipColumns(line, cursor, indent).at).trimEnd();
  const isMark = rest.length >= start.mark.length && rest === (start.mark[0] ?? "").repeat(rest.length);
  return indent < codeIndent(dialect) && isMark;
};

const addLine = (fence: OpenFence, line: string, cursor: Cursor, offset: number, ending: string): void => {
  const { at, rest } = skipColumns(line, cursor, fence.start.indent);
  fence.lines.push({ at: fence.text.length, from: offset + at, padding: rest });
  fence.text += " ".repeat(rest) + line.slice(at) + ending;
};

const closed = ({ start, from, prefix, lines, text }: OpenFence, end: number, stop: number): Fence => {
  const [, braced, word = "", meta = ""] = /^(?:\{\s*\.?([\w-]+)(?=.*\}$)|(\S*))(.*)$/.exec(start.info) ?? [];
  return {
    language: braced ?? word,
    meta: (braced === undefined ? meta : meta.slice(0, -1)).trim(),
    text,
    lines: [...lines, { at: text.length, from: stop, padding: 0 }],
    start: from,
    end,
    prefix,
  };
};

const prefixOf = (containers: readonly Container[], indent: number): string =>
  containers.map((container) => (container.kind === "quote" ? "> " : " ".repeat(container.indent))).join("") +
  " ".repeat(indent);

const lineFrom = (document: string, offset: number): { readonly line: string; readonly next: number } => {
  let end = offset;
  while (end < document.length && document[end] !== "\n" && document[end] !== "\r") end++;
  const next = document.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, document.length);
  return { line: document.slice(offset, end), next };
};
