import type { Source } from "../source/source.ts";
import type { Ast, Comment, MapNode, Statement } from "./ast.ts";
import { printComment, printCommentBehind } from "./print-comment.ts";
import { lastLine, printHead } from "./print-head.ts";
import { isOpen, width } from "./print-list.ts";
import { onOneLine, type Sheet, sheetOf, written } from "./print-sheet.ts";
import { step } from "./print-text.ts";
import { takes } from "./slips/continuations.ts";
import { wordOf } from "./slips/head.ts";

/**
 * Writes a tree as text, every statement in its canonical form.
 *
 * In:     a tree that was read without errors, and the source that it was read from, which holds its words.
 * Out:    a text that reads as the same tree. A statement to a line, two spaces for a level, one space around operators, the
 *         shortest spelling of each operator, `key: {` with its colon. Words, quotes and comments are the author's. A map or
 *         a list that was written on one line stays there while the line is no longer than 120 UTF-16 code units; any other
 *         has an entry to a line. `else` and `and` stand on the line of the brace before them, a lone name behind a `;`
 *         on the line of the statement before it, of several as many as fit. At most one empty line in a row, none at the
 *         edges of a map or file. Line ends are those of the source's first line; a byte order mark stays.
 * Cost:   linear in the source.
 */
export const print = (ast: Ast, source: Source): string => {
  const lines: string[] = [];
  printBody(sheetOf(source, ast.mode), ast, "", lines);
  const lineEnd = /\r\n|\r|\n/.exec(source.text)?.[0] ?? "\n";
  const text = lines.map((line) => `${line}\n`).join("");
  const mark = source.text.startsWith("\ufeff") ? "\ufeff" : "";
  return mark + (lineEnd === "\n" ? text : text.replaceAll("\n", lineEnd));
};

type Body = Pick<MapNode, "body" | "trailing">;

/** Adds the lines of what a file or a map holds. */
const printBody = (sheet: Sheet, { body, trailing }: Body, indent: string, lines: string[]): void => {
  const top = lines.length;
  const part = (isApart: boolean): void => {
    if (isApart && lines.length > top) lines.push("");
  };
  const add = (comment: Comment): void => {
    part(comment.blankBefore);
    lines.push(printComment(sheet, comment, indent));
  };
  for (const [at, statement] of body.entries()) {
    const { leading, blankBefore, apart = false } = statement;
    leading.forEach(add);
    const before = leading.length > 0 ? undefined : body[at - 1];
    const last = lines.at(-1) ?? "";
    const joint = jointOf(sheet, before, statement);
    if (joint === " " && last === `${indent}}`) {
      lines.pop();
      printStatement(sheet, statement, indent, `${last} `, lines);
    } else if (joint === "; " && !(isLoneName(before) && isTooLong(sheet, last, statement))) {
      lines.pop();
      printStatement(sheet, statement, indent, `${last}; `, lines);
    } else {
      part(leading.length > 0 ? apart : blankBefore);
      printStatement(sheet, statement, indent, indent, lines);
    }
  }
  trailing.forEach(add);
};

/** Adds the lines of a statement, the first of which begins with `before`. */
const printStatement = (
  sheet: Sheet,
  statement: Statement,
  indent: string,
  before: string,
  lines: string[],
): void => {
  let last = before + printHead(sheet, statement, indent, lastLine(before));
  const map = mapOf(statement);
  if (map !== undefined) {
    const flat = flatMap(sheet, map, lastLine(last) + 1);
    if (flat === undefined) {
      last += " {";
      printMap(sheet, map, indent, last, lines);
      last = `${indent}}`;
    } else {
      last += ` ${flat}`;
    }
  }
  lines.push(last + (statement.comment === undefined ? "" : printCommentBehind(statement.comment)));
};

/** Adds the lines of a map up to its closing brace; a comment behind the opening one stays there. */
const printMap = (sheet: Sheet, map: MapNode, indent: string, before: string, lines: string[]): void => {
  const [first, ...others] = map.body;
  const [comment, ...comments] = first === undefined ? map.trailing : first.leading;
  const isBehind = comment?.kind === "line" && onOneLine(sheet, map.open.end, comment.span.start);
  if (!isBehind) {
    lines.push(before);
    printBody(sheet, map, indent + step, lines);
  } else {
    lines.push(before + printCommentBehind(comment));
    const rest =
      first === undefined
        ? { body: [], trailing: comments }
        : { body: [{ ...first, leading: comments }, ...others], trailing: map.trailing };
    printBody(sheet, rest, indent + step, lines);
  }
};

/**
 * A map on one line, `{ a: b; c: d }`, if it was written on one and fits.
 *
 * Out:  undefined when it was not, or does not, or when its last value would take the `}` for its own.
 * Cost: bounded by the width and its longest statement.
 */
const flatMap = (sheet: Sheet, map: MapNode, column: number): string | undefined => {
  const { open, body, trailing, span } = map;
  if (trailing.length > 0 || (body.length > 0 && !onOneLine(sheet, open.start, span.end))) return undefined;
  if (body.length === 0) return "{}";
  let text = "{ ";
  for (const [at, statement] of body.entries()) {
    if (at > 0) text += jointOf(sheet, body[at - 1], statement) ?? "; ";
    const flat = flatStatement(sheet, statement, column + text.length);
    if (flat === undefined) return undefined;
    text += flat;
  }
  const isUnsafe = endsOpen(sheet, body.at(-1));
  return isUnsafe || column + text.length + 2 > width ? undefined : `${text} }`;
};

const flatStatement = (sheet: Sheet, statement: Statement, column: number): string | undefined => {
  if (statement.leading.length > 0 || statement.comment !== undefined) return undefined;
  const head = printHead(sheet, statement, "", column);
  const map = mapOf(statement);
  if (head.includes("\n") || column + head.length > width) return undefined;
  if (map === undefined) return head;
  const flat = flatMap(sheet, map, column + head.length + 1);
  return flat && `${head} ${flat}`;
};

const mapOf = (statement: Statement): MapNode | undefined =>
  statement.kind === "spread" ? undefined : statement.map;

const endsOpen = (sheet: Sheet, last: Statement | undefined): boolean => {
  if (last === undefined || last.kind === "spread" || last.map !== undefined) return false;
  const { value } = last;
  return value?.kind === "text" && value.quoting === "none" && isOpen(written(sheet, value.span), "{", "}");
};

/** What stands between two statements on one line; undefined when the second has a line of its own. */
const jointOf = (sheet: Sheet, before: Statement | undefined, statement: Statement): string | undefined =>
  before === undefined
    ? undefined
    : isLoneName(statement) && statement.inline
      ? "; "
      : sheet.mode === "slant" && isContinued(before, statement)
        ? " "
        : undefined;

const isLoneName = (statement: Statement | undefined): boolean =>
  statement?.kind === "entry" && statement.value === undefined && statement.map === undefined;

const isTooLong = (sheet: Sheet, line: string, name: Statement): boolean =>
  lastLine(line) + "; ".length + printHead(sheet, name, "", 0).length > width;

/** Whether a statement is the next operand of the fragment before it. */
const isContinued = (before: Statement, statement: Statement): boolean => {
  const word = wordOf(statement);
  return (word === "else" || word === "and") && mapOf(before) !== undefined && takes(before, word);
};
