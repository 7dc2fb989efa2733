import { arrows } from "../../src/language/arrows.ts";
import type { Span } from "../../src/source/span.ts";
import type { Ast, Comment, KeyPath, Quoting, Statement, Value } from "../../src/syntax/ast.ts";
import { holdsSteps, isBodied, wordOf } from "../../src/syntax/slips/head.ts";

/** A stretch of a source that has one colour. */
export interface Mark {
  readonly what: "operator" | "word" | "comment" | "quoted" | "block" | "name" | "text";
  /** Of an operator, the kind of its message. */
  readonly kind?: string;
  readonly start: number;
  readonly end: number;
}

/** What the parser says of each word of a source. */
export const marksOf = (ast: Ast): readonly Mark[] => {
  const marks: Mark[] = [];
  const add = (what: Mark["what"], { start, end }: Span, kind?: string): void => {
    marks.push({ what, start, end, ...(kind !== undefined && { kind }) });
  };
  const byQuoting = (plain: "name" | "text", quoting: Quoting, span: Span): void =>
    add(quoting === "none" ? plain : quoting === "block" ? "block" : "quoted", span);
  const addPath = ({ keys }: KeyPath): void => {
    for (const { quoting, span } of keys) byQuoting("name", quoting, span);
  };
  const addComments = (comments: readonly Comment[] = []): void => {
    for (const { span } of comments) add("comment", span);
  };
  const addValue = (value: Value): void => {
    if (value.kind === "text") byQuoting("text", value.quoting, value.span);
    if (value.kind !== "list") return;
    value.items.forEach(addValue);
    addComments(value.comments);
  };
  const addHead = (statement: Statement): void => {
    switch (statement.kind) {
      case "entry":
        addPath(statement.path);
        return;
      case "connection":
        for (const end of statement.ends) {
          if (end.kind === "path") addPath(end.path);
          if (end.kind === "list") end.paths.forEach(addPath);
          if (end.kind === "list") addComments(end.comments);
        }
        for (const { arrow, span } of statement.operators) add("operator", span, arrows[arrow].kind);
        return;
      case "reference":
        for (const path of [statement.scope, statement.from, statement.to, statement.path])
          if (path) addPath(path);
        add("operator", statement.operator.span, arrows[statement.operator.arrow].kind);
        return;
      case "spread":
        return;
    }
  };
  const addBody = ({ body, trailing }: Pick<Ast, "body" | "trailing">, hasWords: boolean): void => {
    for (const statement of body) {
      const word = hasWords ? wordOf(statement) : undefined;
      addComments(statement.leading);
      if (statement.comment) addComments([statement.comment]);
      if (word !== undefined && statement.kind === "entry") add("word", statement.path.span);
      else addHead(statement);
      if (statement.kind === "spread") continue;
      if (statement.value) addValue(statement.value);
      const { map } = statement;
      if (map)
        addBody(
          map,
          hasWords && (word === undefined ? statement.kind === "entry" && holdsSteps(map) : isBodied(word)),
        );
    }
    addComments(trailing);
  };
  addBody(ast, true);
  return marks;
};
