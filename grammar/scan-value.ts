import {
  code,
  endsLine,
  isBlank,
  joinsLines,
  ordinaryBut,
  skipBlanks,
  skipBlanksAndJoins,
  skipLineEnd,
  startsComment,
} from "./characters.ts";
import { type FailedSearches, scanBlock, scanString } from "./scan-quoted.ts";

export type ScalarKind = "raw" | "double" | "single" | "block" | "substitution" | "import";

/** A value that is no list, as it was read. */
export interface Scalar {
  readonly kind: ScalarKind;
  readonly end: number;
  /** What keeps it from being whole. */
  readonly fault?: "unterminated-string" | "unterminated-block" | "text-after-quote";
}

/** Where values end: in a statement, in a list, in D2. */
export interface ValueEnds {
  /** The offset behind unquoted text, without the blanks behind it. */
  rawEnd(text: string, start: number): number;
  /** Whether a value that is closed of itself may end here. */
  endsValue(text: string, at: number): boolean;
}

/**
 * Reads the value at `start`, up to where its statement (or, in a list, its item) ends.
 *
 * In:     any text; `start` on something that is no blank.
 * Out:    undefined when no value stands there: the statement ends, or a map opens.
 * Cost:   linear in the value.
 */
export const scanScalar = (
  text: string,
  start: number,
  ends: ValueEnds,
  failed: FailedSearches,
): Scalar | undefined => {
  const first = text.charCodeAt(start);
  if (first === code.bar) {
    const { end, closed } = scanBlock(text, start, failed);
    return closed ? { kind: "block", end } : { kind: "block", end, fault: "unterminated-block" };
  }
  if (first === code.quote || first === code.apostrophe) return scanStringValue(text, start, ends);
  if (first === code.dollar || first === code.at) {
    const end = first === code.dollar ? holeEnd(text, start) : importEnd(text, start);
    const kind = first === code.dollar ? "substitution" : "import";
    if (end !== undefined && ends.endsValue(text, skipBlanksAndJoins(text, end))) return { kind, end };
  }
  const end = ends.rawEnd(text, start);
  return end === start ? undefined : { kind: "raw", end };
};

const scanStringValue = (text: string, start: number, ends: ValueEnds): Scalar => {
  const kind = text.charCodeAt(start) === code.quote ? "double" : "single";
  const { end, closed } = scanString(text, start);
  if (!closed) return { kind, end, fault: "unterminated-string" };
  if (ends.endsValue(text, skipBlanksAndJoins(text, end))) return { kind, end };
  return { kind: "raw", end: Math.max(end, ends.rawEnd(text, start)), fault: "text-after-quote" };
};

const endsOfSlant = (inList: boolean): ValueEnds => ({
  rawEnd: (text, start) => rawEnd(text, start, inList),
  endsValue: (text, at) => {
    const unit = text.charCodeAt(at);
    return (
      endsLine(unit) ||
      unit === code.leftBrace ||
      unit === code.rightBrace ||
      unit === code.semicolon ||
      (unit === code.hash && startsComment(text, at)) ||
      (inList && (unit === code.rightBracket || unit === code.comma))
    );
  },
});

/** Behind the `${…}` that opens at `start`; undefined when it is not closed before the next brace or the line's end. */
export const holeEnd = (text: string, start: number): number | undefined => {
  if (text.charCodeAt(start + 1) !== code.leftBrace) return undefined;
  for (let at = start + 2; ; at++) {
    const unit = text.charCodeAt(at);
    if (unit === code.rightBrace) return at + 1;
    if (unit === code.leftBrace || endsLine(unit)) return undefined;
  }
};

const importPath =
  /@(?:"[^"\r\n]*"|'[^'\r\n]*'|[^\s"'{}[\];,#|]+)(?:\.(?:"[^"\r\n]*"|'[^'\r\n]*'|[^\s"'{}[\];,#|]+))*/y;

const importEnd = (text: string, start: number): number | undefined => {
  importPath.lastIndex = start;
  const found = importPath.exec(text);
  return found === null ? undefined : start + found[0].length;
};

const ordinary = ordinaryBut([
  ...[code.backslash, code.hash, code.leftBrace, code.rightBrace, code.leftBracket, code.rightBracket],
  ...[code.comma, code.semicolon],
]);

const rawEnd = (text: string, start: number, inList: boolean): number => {
  let end = start;
  let braces = 0;
  let brackets = 0;
  let at = start;
  while (true) {
    const unit = text.charCodeAt(at);
    if (unit < 128 && ordinary[unit] === 1) {
      at++;
      end = at;
      continue;
    }
    if (isBlank(unit)) {
      at++;
      continue;
    }
    if (endsLine(unit)) return end;
    switch (unit) {
      case code.backslash:
        if (joinsLines(text, at)) {
          at = skipBlanks(text, skipLineEnd(text, at + 1));
          continue;
        }
        if (!endsLine(text.charCodeAt(at + 1)) && !isBlank(text.charCodeAt(at + 1))) at++;
        break;
      case code.hash:
        if (at > start && startsComment(text, at)) return end;
        break;
      case code.leftBrace:
        if (opensMap(text, at)) return end;
        braces++;
        break;
      case code.rightBrace:
        if (braces === 0) return end;
        braces--;
        break;
      case code.leftBracket:
        brackets++;
        break;
      case code.rightBracket:
        if (inList && brackets === 0) return end;
        brackets--;
        break;
      case code.comma:
        if (inList && braces === 0) return end;
        break;
      case code.semicolon:
        if (inList || endsAtSemicolon(text, at + 1)) return end;
        break;
      default:
        break;
    }
    at++;
    end = at;
  }
};

/** `{` after white space, `:` or `]`, or as a line's last character. */
const opensMap = (text: string, at: number): boolean => {
  const before = text.charCodeAt(at - 1);
  if (before === code.dollar) return false;
  if (isBlank(before) || endsLine(before) || before === code.colon || before === code.rightBracket)
    return true;
  const next = skipBlanks(text, at + 1);
  return endsLine(text.charCodeAt(next)) || (next > at + 1 && startsComment(text, next));
};

const endsAtSemicolon = (text: string, next: number): boolean => {
  const unit = text.charCodeAt(next);
  return (
    endsLine(unit) ||
    isBlank(unit) ||
    unit === code.rightBrace ||
    unit === code.rightBracket ||
    unit === code.hash
  );
};

/** The value of a statement. */
export const statementValues = endsOfSlant(false);
/** The items of a list. */
export const listItems = endsOfSlant(true);
