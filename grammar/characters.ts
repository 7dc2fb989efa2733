/** Code units that the scanners ask for. */
export const code = {
  newline: 10,
  return: 13,
  space: 32,
  quote: 34,
  hash: 35,
  dollar: 36,
  apostrophe: 39,
  open: 40,
  close: 41,
  comma: 44,
  dash: 45,
  dot: 46,
  colon: 58,
  semicolon: 59,
  less: 60,
  equals: 61,
  greater: 62,
  at: 64,
  leftBracket: 91,
  backslash: 92,
  rightBracket: 93,
  leftBrace: 123,
  bar: 124,
  rightBrace: 125,
  tilde: 126,
} as const;

/** A line's end, or the text's: `charCodeAt` gives NaN there. */
export const endsLine = (unit: number): boolean =>
  unit === code.newline || unit === code.return || Number.isNaN(unit);

/**
 * Which of the first 128 units mean nothing but themselves, by unit: all but white space, line ends and the `marks`. Scanners
 * step over them without asking further.
 */
export const ordinaryBut = (marks: readonly number[]): Uint8Array => {
  const ordinary = new Uint8Array(128).fill(1, 33);
  for (const unit of marks) ordinary[unit] = 0;
  return ordinary;
};

/** White space within a line, as `trim` understands it; U+2028 and U+2029 end no line here. */
export const isBlank = (unit: number): boolean =>
  unit === 32 ||
  unit === 9 ||
  (unit > 10 &&
    (unit === 11 ||
      unit === 12 ||
      unit === 0xa0 ||
      (unit >= 0x1680 &&
        (unit === 0x1680 ||
          (unit >= 0x2000 && unit <= 0x200a) ||
          unit === 0x2028 ||
          unit === 0x2029 ||
          unit === 0x202f ||
          unit === 0x205f ||
          unit === 0x3000 ||
          unit === 0xfeff))));

export const isSpaceOrEnd = (unit: number): boolean => isBlank(unit) || endsLine(unit);

/** The first offset from `at` on that is not white space within the line. */
export const skipBlanks = (text: string, at: number): number => {
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
};

/** Behind the line's end that stands at `at`: CRLF is one. */
export const skipLineEnd = (text: string, at: number): number =>
  text.charCodeAt(at) === code.return && text.charCodeAt(at + 1) === code.newline ? at + 2 : at + 1;

/** A backslash that is a line's last character joins the next line. */
export const joinsLines = (text: string, at: number): boolean => {
  const next = text.charCodeAt(at + 1);
  return text.charCodeAt(at) === code.backslash && (next === code.newline || next === code.return);
};

/** As `skipBlanks`, over joined lines as well. */
export const skipBlanksAndJoins = (text: string, start: number): number => {
  let at = skipBlanks(text, start);
  while (joinsLines(text, at)) at = skipBlanks(text, skipLineEnd(text, at + 1));
  return at;
};

/** The end of the line that holds `at`. */
export const lineEnd = (text: string, at: number): number => {
  while (!endsLine(text.charCodeAt(at))) at++;
  return at;
};

/** A `#` between white space and white space (or a line's end) starts a comment. */
export const startsComment = (text: string, at: number): boolean =>
  text.charCodeAt(at) === code.hash &&
  isSpaceOrEnd(text.charCodeAt(at + 1)) &&
  (at === 0 || isSpaceOrEnd(text.charCodeAt(at - 1)));
