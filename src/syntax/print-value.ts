import type { Comment, Key, KeyPath, ListEnd, ListValue, TextValue, Value } from "./ast.ts";
import { brokenList, flatList, type Piece, type Pieces } from "./print-list.ts";
import { type Sheet, written } from "./print-sheet.ts";
import { printBlock, printRaw, printString } from "./print-text.ts";

/** A value from `column` on of a line that begins with `indent`. */
export const printValue = (sheet: Sheet, value: Value, indent: string, column: number): string =>
  value.kind === "list"
    ? printList(sheet, listPieces(sheet, value), indent, column)
    : printScalar(sheet, value, indent);

/** A list of participants, as `printValue`. */
export const printEnds = (sheet: Sheet, ends: ListEnd, indent: string, column: number): string =>
  printList(sheet, endsPieces(sheet, ends), indent, column);

/** A path: its keys as they were written, a dot between them. */
export const printPath = (sheet: Sheet, { keys }: KeyPath, indent: string): string =>
  keys.map((key) => printQuoting(wordsOf(sheet, key), key.quoting, indent)).join(".");

/** A key as it was written. A backslash and a space at its end are a space in D2, in Slant a backslash. */
const wordsOf = (sheet: Sheet, { span }: Key): string => {
  const text = written(sheet, span);
  return sheet.mode === "d2" ? text : text.trimEnd();
};

const printList = (sheet: Sheet, list: Pieces, indent: string, column: number): string =>
  flatList(sheet, list, column) ?? brokenList(sheet, list, indent);

const printScalar = (sheet: Sheet, value: Exclude<Value, ListValue>, indent: string): string => {
  const text = written(sheet, value.span);
  return value.kind === "text" ? printQuoting(text, value.quoting, indent) : text;
};

const printQuoting = (text: string, quoting: TextValue["quoting"], indent: string): string => {
  switch (quoting) {
    case "none":
      return printRaw(text, indent);
    case "double":
    case "single":
      return printString(text, indent);
    case "block":
      return printBlock(text, indent);
  }
};

const listPieces = (sheet: Sheet, { span, items, spreads, comments = [] }: ListValue): Pieces =>
  inOrder(span, comments, [
    ...items.map(
      (item): Piece => ({
        ...placeOf(item),
        print: (indent) => printValue(sheet, item, indent, indent.length),
        flat: (column) =>
          item.kind === "list"
            ? flatList(sheet, listPieces(sheet, item), column)
            : printScalar(sheet, item, ""),
      }),
    ),
    ...spreads.map(({ of }): Piece => {
      const text = `...${written(sheet, of.span)}`;
      return { ...placeOf(of), print: () => text, flat: () => text };
    }),
  ]);

const endsPieces = (sheet: Sheet, { span, paths, comments = [] }: ListEnd): Pieces =>
  inOrder(
    span,
    comments,
    paths.map(
      (path): Piece => ({
        ...placeOf(path),
        print: (indent) => printPath(sheet, path, indent),
        flat: () => printPath(sheet, path, ""),
      }),
    ),
  );

const inOrder = (span: Value["span"], comments: readonly Comment[], items: readonly Piece[]): Pieces => ({
  start: span.start,
  end: span.end,
  pieces: [...items, ...comments.map((comment): Piece => ({ ...placeOf(comment), comment }))].sort(
    (one, other) => one.start - other.start,
  ),
});

const placeOf = ({
  span: { start, end },
}: {
  readonly span: Value["span"];
}): { start: number; end: number } => ({
  start,
  end,
});
