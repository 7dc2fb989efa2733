import type { Ast, Ends, KeyPath, MapNode, Statement, Value } from "../../src/syntax/ast.ts";

/** What a scribbler may do beside writing odd white space. */
export interface Liberties {
  /** Puts comments and empty lines between statements, breaks and joins lines. */
  readonly lines: boolean;
}

/**
 * Writes a tree as a careless author would: odd spaces, joined lines, long dashes, superfluous separators; and, with
 * liberties, comments, empty lines, several statements on a line and maps in either form.
 *
 * In:   a tree and its text; `chance(n)` gives a number from 0 to n - 1.
 * Out:  a text that means the same, and the words of the comments in it, in order.
 */
export const scribble = (
  ast: Ast,
  text: string,
  chance: (count: number) => number,
  { lines }: Liberties,
): { readonly text: string; readonly comments: readonly string[] } => {
  const comments: string[] = [];
  const pick = (...choices: readonly string[]): string => choices[chance(choices.length)] ?? "";
  const gap = (): string => pick(" ", " ", "   ", "\t", lines ? " \\\n    " : "  ");
  const slit = (): string => pick("", "", " ", "  ");
  const written = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);

  const path = ({ keys }: KeyPath): string =>
    keys.map(({ span }) => written(span)).join(`${slit()}.${slit()}`);
  const list = (items: readonly string[]): string =>
    `[${slit()}${items.join(`${slit()};${gap()}`)}${pick("", ";")}${slit()}]`;
  const end = (it: Ends): string =>
    it.kind === "path" ? path(it.path) : it.kind === "list" ? list(it.paths.map(path)) : `(${slit()})`;
  const value = (it: Value): string =>
    it.kind === "list" && it.spreads.length === 0 ? list(it.items.map(value)) : written(it.span);
  const arrow = (shortest: string): string =>
    shortest === "--" || shortest === "-->" || shortest === "<--"
      ? shortest.replace("--", `--${pick("", "-", "----")}`)
      : shortest.replace("<->", `<-${pick("", "-")}>`);

  const head = (it: Statement): string => {
    switch (it.kind) {
      case "entry":
        return path(it.path);
      case "connection":
        return it.ends
          .map(
            (each, at) =>
              (at === 0 ? "" : `${slit()}${arrow(it.operators[at - 1]?.arrow ?? "")}${gap()}`) + end(each),
          )
          .join("");
      case "spread":
      case "reference":
        return written(it.span);
    }
  };

  const comment = (lead: string): string => {
    const words = `remark ${comments.length}`;
    comments.push(words);
    return `${lead}#${pick(" ", "   ")}${words}${pick("", "  ")}\n`;
  };
  /** Nothing but what may stand between two lines. */
  const between = (): string => {
    if (!lines) return "";
    let added = "";
    for (let left = 3; left > 0 && chance(4) === 0; left--)
      added += chance(2) === 0 ? comment(pick("", "   ")) : pick("\n", "  \n", "\n\n\n", `${slit()};\n`);
    return added;
  };

  const map = (it: MapNode): string => {
    const wasFlat = !/[\r\n]/.test(written(it.span));
    const isFlat = lines ? chance(2) === 0 : wasFlat;
    if (isFlat && it.trailing.length === 0) {
      const before = comments.length;
      const flat = it.body.map((each) => statement(each)).join(`${slit()};${gap()}`);
      if (!flat.includes("#") && !/[^\\]\n/.test(flat)) return `{${slit()}${flat}${pick("", "; ")}${slit()}}`;
      comments.length = before;
    }
    return `{${lines && chance(4) === 0 ? comment(" ") : "\n"}${body(it.body)}${pick("", "  ")}}`;
  };

  const statement = (it: Statement): string => {
    if (it.kind === "spread" || it.kind === "reference") return head(it);
    const tail = it.value === undefined ? "" : `${slit()}:${gap()}${value(it.value)}`;
    if (it.map === undefined) return head(it) + tail;
    return `${head(it)}${tail || pick("", `${slit()}:`)}${gap()}${map(it.map)}`;
  };

  const body = (statements: readonly Statement[]): string =>
    statements
      .map((it) => {
        const before = between();
        const line = pick("", "  ", "\t ") + statement(it);
        if (!lines) return `${line}${slit()}\n`;
        switch (chance(5)) {
          case 0:
            return `${before}${line}${slit()};${gap()}`;
          case 1:
            return before + line + comment(pick(" ", "\t"));
          default:
            return `${before}${line}${pick("", ";", "   ")}\n`;
        }
      })
      .join("") + between();

  return { text: body(ast.body), comments };
};
