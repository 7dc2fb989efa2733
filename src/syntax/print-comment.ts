import type { Comment } from "./ast.ts";
import { indentAt, type Sheet, written } from "./print-sheet.ts";
import { printBlockComment } from "./print-text.ts";

/** A comment on lines of its own. */
export const printComment = (sheet: Sheet, comment: Comment, indent: string): string => {
  if (comment.kind === "block") {
    return printBlockComment(written(sheet, comment.span), indentAt(sheet, comment.span.start), indent);
  }
  const text = comment.text.trimEnd();
  const isTouching = text !== "" && !/^[\s#!]/.test(text);
  return `${indent}#${isTouching ? " " : ""}${text}`;
};

/** A comment behind something else on its line, where `#` is none without white space around it. */
export const printCommentBehind = ({ text }: Comment): string =>
  text.trim() === "" ? " #" : /^\s/.test(text) ? ` #${text.trimEnd()}` : ` # ${text.trimEnd()}`;
