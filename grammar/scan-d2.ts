import {
  code,
  endsLine,
  isBlank,
  joinsLines,
  skipBlanksAndJoins,
  skipLineEnd,
  startsComment,
} from "./characters.ts";
import { holeEnd, type ValueEnds } from "./scan-value.ts";

/** The lexical rules of D2 files, where they differ from Slant's. Source: D2's reference parser, d2parser. */

const operator = /<?-{2,}>?|<->?|->/y;

/** Behind the connection operator at `at`; undefined for what is text. */
export const d2OperatorEnd = (text: string, at: number): number | undefined => {
  operator.lastIndex = at;
  return operator.test(text) ? operator.lastIndex : undefined;
};

const d2Marks = (unit: number): boolean =>
  unit === code.semicolon ||
  unit === code.hash ||
  unit === code.leftBrace ||
  unit === code.rightBrace ||
  unit === code.leftBracket ||
  unit === code.rightBracket;

/** Behind an unquoted key: any text up to a mark, `:`, `.` or an operator. Cost: linear in the key. */
export const d2KeyEnd = (text: string, start: number): number =>
  textEnd(
    text,
    start,
    (unit, at) =>
      unit === code.colon ||
      unit === code.dot ||
      ((unit === code.dash || unit === code.less) && d2OperatorEnd(text, at) !== undefined) ||
      (d2Marks(unit) && (unit !== code.hash || at > start)),
  );

/** Values in D2 files: every brace, bracket, `;` and `#` ends an unquoted text, wherever it stands. */
export const d2Values: ValueEnds = {
  rawEnd: (text, start) =>
    textEnd(
      text,
      start,
      (unit, at) => d2Marks(unit) && (unit !== code.hash || at > start || startsComment(text, at)),
    ),
  endsValue: (text, at) => endsLine(text.charCodeAt(at)) || d2Marks(text.charCodeAt(at)),
};

/** Behind the last character before what `ends` the text, or before the line's end; holes are stepped over. */
const textEnd = (text: string, start: number, ends: (unit: number, at: number) => boolean): number => {
  let end = start;
  let at = start;
  while (true) {
    const unit = text.charCodeAt(at);
    if (isBlank(unit)) {
      at++;
      continue;
    }
    if (endsLine(unit)) return end;
    if (joinsLines(text, at)) {
      at = skipBlanksAndJoins(text, skipLineEnd(text, at + 1));
      continue;
    }
    const hole = unit === code.dollar ? holeEnd(text, at) : undefined;
    if (hole === undefined && ends(unit, at)) return end;
    const isEscape = unit === code.backslash && !endsLine(text.charCodeAt(at + 1));
    at = hole ?? at + (isEscape ? 2 : 1);
    end = at;
  }
};
