import type { Ends, Statement } from "./ast.ts";
import { type Sheet, written } from "./print-sheet.ts";
import { printEnds, printPath, printValue } from "./print-value.ts";

/** A statement up to its map, from `column` on of a line that begins with `indent`. */
export const printHead = (sheet: Sheet, statement: Statement, indent: string, column: number): string => {
  if (statement.kind === "spread") return `...${written(sheet, statement.of.span)}`;
  const head = printWhat(sheet, statement, indent, column);
  const { value, map } = statement;
  if (value === undefined) return map === undefined ? head : `${head}:`;
  return `${head}: ${printValue(sheet, value, indent, column + lastLine(head) + 2)}`;
};

/** What a statement is about: a path, the ends of a connection, or the messages that are referred to. */
const printWhat = (
  sheet: Sheet,
  statement: Exclude<Statement, { kind: "spread" }>,
  indent: string,
  column: number,
): string => {
  switch (statement.kind) {
    case "entry":
      return printPath(sheet, statement.path, indent);
    case "connection":
      return statement.ends.reduce((text, end, at) => {
        const before = at === 0 ? "" : `${text} ${statement.operators[at - 1]?.arrow} `;
        return before + printEnd(sheet, end, indent, column + lastLine(before));
      }, "");
    case "reference": {
      const { scope, from, operator, to, more = [], index, path } = statement;
      const before = scope === undefined ? "" : `${printPath(sheet, scope, indent)}.`;
      const links = [{ operator, to }, ...more].map(
        (link) => ` ${link.operator.arrow} ${printPath(sheet, link.to, indent)}`,
      );
      const link = `${printPath(sheet, from, indent)}${links.join("")}`;
      return `${before}(${link})[${index}]${path === undefined ? "" : `.${printPath(sheet, path, indent)}`}`;
    }
  }
};

const printEnd = (sheet: Sheet, end: Ends, indent: string, column: number): string => {
  switch (end.kind) {
    case "path":
      return printPath(sheet, end.path, indent);
    case "outside":
      return "()";
    case "list":
      return printEnds(sheet, end, indent, column);
  }
};

/** How long the last line of a text is. */
export const lastLine = (text: string): number => text.length - text.lastIndexOf("\n") - 1;
