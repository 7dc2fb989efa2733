import type { Span } from "../../source/span.ts";
import type { Ast, Entry, MapNode, Statement, TextValue } from "../ast.ts";
import { excerpt } from "../quoted.ts";
import { type Reader, say, spanIn, wayOut } from "../say.ts";
import { sayMisplaced } from "./continuations.ts";
import { foreignComment, foreignStatements, looksForeign } from "./foreign-statements.ts";
import { holdsSteps, isBodied, soleKey, wordOf } from "./head.ts";
import { type Misread, misreadOf } from "./misread.ts";
import { namesInUse } from "./names-in-use.ts";
import { sayOperatorInValue } from "./operator-in-value.ts";
import { takeBack } from "./take-back.ts";

/**
 * Finds what was meant as a statement and would be read as a name, and misplaced `else` and `and`.
 *
 * In:     a whole tree in Slant's own mode.
 * Out:    the tree without foreign statements, and with misread ones as they were meant.
 * Says:   foreign-statement, misread-statement, misplaced-else, misplaced-and, operator-in-value. What only somebody who
 *         knows the participants can tell is left to the flow.
 * Cost:   linear in the tree, times the depth of nested maps that hold no messages.
 */
export const mendSlips = (reader: Reader, body: Ast["body"]): Ast["body"] => {
  let known: ReadonlySet<string> | undefined;
  const isInUse = (name: string): boolean => {
    known ??= namesInUse(body);
    return known.has(name);
  };
  /** Foreign statements with an inside of their own, in which nothing else is to be reported. */
  const wholes: Span[] = [];

  const mendBody = (statements: Ast["body"]): Ast["body"] => {
    const mended: Statement[] = [];
    for (const statement of statements) {
      if (isForeignComment(reader, statement)) continue;
      if (statement.kind !== "entry") {
        mended.push(statement);
        continue;
      }
      if (isForeign(reader, statement, isInUse)) {
        if (statement.map) wholes.push(statement.span);
        continue;
      }
      const misread = misreadOf(statement);
      if (misread !== undefined && !isInUse(soleKey(statement) ?? "")) {
        sayMisread(reader, statement, misread);
        // Without a map there is nothing in the fragment that it was meant to be, and one report is enough.
        if (statement.map || !isBodied(misread.word))
          mended.push(mendMap(asMeant(reader, statement, misread)));
        continue;
      }
      sayMisplaced(reader, statement, mended.at(-1));
      sayOperatorInValue(reader, statement);
      mended.push(mendMap(statement));
    }
    return mended.length === statements.length && mended.every((it, at) => it === statements[at])
      ? statements
      : mended;
  };

  const mendMap = (entry: Entry): Entry => {
    const { map } = entry;
    if (map === undefined || !holdsStatements(entry, map)) return entry;
    const inner = mendBody(map.body);
    return inner === map.body ? entry : { ...entry, map: { ...map, body: inner } };
  };

  const mended = mendBody(body);
  takeBack(reader, wholes, "foreign-statement");
  return mended;
};

/** Maps of fragments and groups hold statements; those of participants, notes and settings do not. */
const holdsStatements = (entry: Entry, map: MapNode): boolean => {
  const word = wordOf(entry);
  return word === undefined ? holdsSteps(map) : isBodied(word);
};

/** Whatever a comment of another language reads as. */
const isForeignComment = (reader: Reader, { span }: Statement): boolean => {
  const first = reader.text.charCodeAt(span.start);
  if (first !== 0x25 && first !== 0x2f) return false;
  const mark = foreignComment.exec(reader.text.slice(span.start, span.start + 2))?.[0];
  if (mark === undefined) return false;
  const end = span.start + mark.length;
  const help = "start a comment with `#`";
  say(
    reader,
    "foreign-statement",
    `\`${mark}\` starts no comment in Slant.`,
    span.start,
    end,
    wayOut(reader, help, span.start, end, "#"),
  );
  return true;
};

const isForeign = (reader: Reader, entry: Entry, isInUse: (name: string) => boolean): boolean => {
  const { path, value, map, span } = entry;
  if ((map && value) || path.keys.some(({ quoting }) => quoting !== "none")) return false;
  // The whole path: a file's name may follow the word.
  const key = reader.text.slice(path.span.start, path.span.end);
  if (!looksForeign(key) || isInUse(key)) return false;
  const written = value ?? map;
  for (const { pattern, behind, ambiguous = false, slant, help, note } of foreignStatements) {
    if (behind !== (value ? "value" : map && "map")) continue;
    const found = pattern.exec(key);
    if (found === null || (ambiguous && !isInUse(found.at(-1) ?? ""))) continue;
    const instead = slant(
      found,
      written === undefined ? "" : reader.text.slice(written.span.start, written.span.end),
    );
    const way = help ?? `write \`${instead}\`${note === undefined ? "" : `: ${note}`}`;
    say(
      reader,
      "foreign-statement",
      `\`${excerpt(key)}\` is a statement of Mermaid or PlantUML.`,
      path.span.start,
      path.span.end,
      {
        ...(instead.includes("…") ? { help: way } : wayOut(reader, way, span.start, span.end, instead)),
      },
    );
    return true;
  }
  return false;
};

const sayMisread = (reader: Reader, entry: Entry, { word, rest, isGroup }: Misread): void => {
  const { start, end } = entry.path.span;
  const key = soleKey(entry) ?? "";
  const role = isGroup ? "a group's label" : "a participant's name";
  const meant = rest === "" ? word : `${word}: ${rest}`;
  const help = `write \`${excerpt(meant)}${rest === "" ? ":" : ""}\`, or \`${JSON.stringify(key)}\` if it is a name`;
  const isClear = rest === "" ? entry.value !== undefined : entry.value === undefined;
  say(reader, "misread-statement", `\`${excerpt(key)}\` reads as ${role}, not as \`${word}\`.`, start, end, {
    ...(isClear ? wayOut(reader, help, start, end, meant) : { help }),
  });
};

/** The entry as the statement that it was meant to be, so that what follows it is read as it was meant too. */
const asMeant = (reader: Reader, entry: Entry, { word, written, rest }: Misread): Entry => {
  const { span } = entry.path;
  const isPlain = reader.text.slice(span.start, span.end) === soleKey(entry);
  const head = isPlain ? spanIn(reader, span.start, span.start + written.length) : span;
  const restSpan = isPlain ? spanIn(reader, span.end - rest.length, span.end) : span;
  const label: TextValue = { kind: "text", quoting: "none", text: rest, parts: [rest], span: restSpan };
  const path = { keys: [{ text: word, quoting: "none" as const, span: head }], span: head };
  return { ...entry, path, ...(entry.value === undefined && rest !== "" && { value: label }) };
};
