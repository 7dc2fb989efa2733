import type { IToken } from "chevrotain";
import type { ConcreteBody, ConcreteMap, ConcreteStatement } from "../../grammar/concrete.ts";
import {
  comment,
  dot,
  isMissing,
  newline,
  rightBrace,
  rightBracket,
  semicolon,
} from "../../grammar/marks.ts";
import { readingOf } from "../../grammar/reading.ts";
import { orRaise } from "../source/limits.ts";
import { lineStarts } from "../source/positions.ts";
import type { Comment, MapNode, Statement } from "./ast.ts";
import { toComment } from "./comments-to-ast.ts";
import { endOf, isToken } from "./extent.ts";
import { sayMissingKey } from "./keys-to-ast.ts";
import { sayTooDeep } from "./nesting.ts";
import { lineBefore } from "./quoted.ts";
import { type Reader, say, spanIn } from "./say.ts";
import { type Surroundings, toStatement } from "./statement-to-ast.ts";
import { sayUnseparated } from "./unseparated.ts";

export interface Body {
  readonly body: readonly Statement[];
  /** Comments behind the last statement. */
  readonly trailing: readonly Comment[];
}

/** Where the reading of a body stands. */
interface Cursor {
  readonly body: Statement[];
  /** Comments that belong to the next statement. */
  comments: Comment[];
  /** A blank line stands before what comes next. */
  blank: boolean;
  /** The statement that nothing separates from what comes next. */
  beside?: ConcreteStatement | undefined;
  /** What came last, comments and separators aside, is the last statement of the body. */
  kept: boolean;
  /** A statement stands on this line, so that a comment behind it is its own. */
  onLine: boolean;
  /** A mark that was reported broke this line's statement off: what follows it, up to a separator, is its rest. */
  brokenOff: boolean;
}

/**
 * Reads the statements of a file or a map, with their comments and blank lines.
 *
 * In:     a concrete body.
 * Out:    the statements that were whole, in order.
 * Says:   what is wrong between statements: stray marks, missing separators, braces apart from their key.
 * Cost:   linear in the body.
 */
export const toBody = (reader: Reader, parts: ConcreteBody): Body => {
  const cursor: Cursor = {
    body: [],
    comments: [],
    blank: false,
    kept: false,
    onLine: false,
    brokenOff: false,
  };
  for (const part of parts) {
    if (isToken(part)) readMark(reader, cursor, part);
    else readStatement(reader, cursor, part);
  }
  return { body: cursor.body, trailing: cursor.comments };
};

const readMark = (reader: Reader, cursor: Cursor, token: IToken): void => {
  if (cursor.brokenOff && (token.tokenType === rightBracket || token.tokenType === dot)) return;
  switch (token.tokenType) {
    case newline:
      if (token.image.length > 1 && lineStarts(token.image).length > 2) cursor.blank = true;
      cursor.onLine = false;
      cursor.brokenOff = false;
      cursor.beside = undefined;
      return;
    case semicolon:
      cursor.brokenOff = false;
      cursor.beside = undefined;
      return;
    case comment:
      readComment(reader, cursor, token);
      return;
    case rightBrace:
      say(reader, "stray-brace", "This `}` closes nothing.", token.startOffset, endOf(token), {
        help: "remove it, or add the `{` that is missing further up",
      });
      break;
    case rightBracket:
      say(reader, "stray-bracket", "This `]` closes nothing.", token.startOffset, endOf(token), {
        help: "remove it, or quote a name that holds `]`",
      });
      cursor.brokenOff = true;
      break;
    case dot:
      sayMissingKey(reader, ".", token.startOffset, endOf(token));
      break;
  }
  cursor.kept = false;
  cursor.beside = undefined;
};

const readComment = (reader: Reader, cursor: Cursor, token: IToken): void => {
  const last = cursor.body.at(-1);
  if (last !== undefined && cursor.onLine && cursor.kept && readingOf(token).kind === "line") {
    cursor.body[cursor.body.length - 1] = { ...last, comment: toComment(reader, token) };
    return;
  }
  cursor.comments.push(toComment(reader, token, cursor.blank));
  cursor.blank = false;
};

const readStatement = (reader: Reader, cursor: Cursor, concrete: ConcreteStatement): void => {
  const map = concrete.map && toMap(reader, concrete.map);
  if (cursor.brokenOff) return;
  const { beside } = cursor;
  if (map !== undefined && concrete.head === undefined && concrete.colon === undefined) {
    if (beside === undefined) {
      const help = "put `{` on the line of its key";
      say(reader, "brace-on-own-line", "This `{` stands apart from its key.", map.open.start, map.open.end, {
        help,
      });
    } else {
      sayMissingKey(reader, "{", map.open.start, map.open.end);
    }
    adopt(cursor, map);
  } else {
    if (beside !== undefined) sayUnseparated(reader, beside, concrete);
    const statement = toStatement(reader, concrete, map, surroundings(cursor));
    cursor.kept = statement !== undefined && isWithinLimit(reader, statement);
    if (cursor.kept && statement !== undefined) {
      cursor.body.push(statement);
      cursor.comments = [];
    } else if (concrete.head === undefined && map !== undefined) {
      // The statements of a map without a head still count.
      for (const inner of map.body) cursor.body.push(inner);
    }
  }
  cursor.blank = false;
  cursor.onLine = true;
  cursor.beside = concrete;
  if (concrete.head?.kind === "reference" && !cursor.kept) cursor.brokenOff = true;
  if (endsInOpenList(concrete)) {
    // The line's end went with the list that was not closed.
    cursor.beside = undefined;
    cursor.onLine = false;
  }
};

const surroundings = ({ comments: leading, blank, onLine, beside }: Cursor): Surroundings => {
  const isInline = onLine && beside === undefined;
  const [first] = leading;
  if (first === undefined && !isInline) return { leading, blankBefore: blank };
  return {
    leading,
    blankBefore: first?.blankBefore ?? blank,
    ...(first !== undefined && blank && { apart: true as const }),
    ...(isInline && { inline: true as const }),
  };
};

const endsInOpenList = ({ head, value, colon, map }: ConcreteStatement): boolean => {
  const last = colon === undefined && head?.kind === "chain" ? head.ends.at(-1) : value;
  const isList = map === undefined && last !== undefined && !isToken(last) && last.kind !== "path";
  return isList && (last.close === undefined || isMissing(last.close));
};

/** Gives a map that stands apart to the statement before it; where there is none, its statements count by themselves. */
const adopt = (cursor: Cursor, map: MapNode): void => {
  const last = cursor.body.at(-1);
  if (cursor.kept && (last?.kind === "entry" || last?.kind === "connection") && last.map === undefined) {
    cursor.body[cursor.body.length - 1] = { ...last, map, span: { ...last.span, end: map.span.end } };
  } else {
    for (const inner of map.body) cursor.body.push(inner);
    cursor.kept = false;
  }
};

const isWithinLimit = (reader: Reader, { span }: Statement): boolean => {
  const limit = reader.limits.statements;
  reader.statements++;
  if (reader.statements === limit + 1) {
    say(
      reader,
      "too-many-statements",
      `This is statement ${(limit + 1).toLocaleString("en-US")}; the limit is one less.`,
      span.start,
      span.end,
      { help: `split the file${orRaise("statements", reader.limits)}` },
    );
  }
  return reader.statements <= limit;
};

const toMap = (reader: Reader, map: ConcreteMap): MapNode => {
  const { body, trailing } = toBody(reader, map.body);
  const open = spanIn(reader, map.open.startOffset, endOf(map.open));
  const close =
    map.close && !isMissing(map.close) ? spanIn(reader, map.close.startOffset, endOf(map.close)) : undefined;
  if (map.tooDeep) {
    sayTooDeep(reader, map.open, map.close);
  } else if (close === undefined && !reader.gaveUp) {
    say(
      reader,
      "unclosed-brace",
      `The \`{\` of \`${lineBefore(reader, open.start)}\` is never closed.`,
      open.start,
      open.end,
      {
        help: "add `}` behind its last statement",
      },
    );
  }
  const inner = trailing.at(-1)?.span.end ?? body.at(-1)?.span.end ?? open.end;
  return {
    body,
    trailing,
    open,
    ...(close && { close }),
    span: spanIn(reader, open.start, close?.end ?? inner),
  };
};
