import { code } from "./characters.ts";

/**
 * The characters that a token may start with, as `start_chars_hint` takes them: with hints for all tokens of a mode,
 * Chevrotain's lexer asks at each place only those that may stand there. It keeps one list of tokens for each of the first 256
 * units, and one for each 255 units beyond, so that one unit of every 255 speaks for all.
 */
export type FirstCharacters = number[];

const step = 255;

const between = (first: number, last: number): FirstCharacters => {
  const units: FirstCharacters = [];
  for (let unit = first; unit < last; unit += unit < 256 ? 1 : step) units.push(unit);
  units.push(last);
  return units;
};

/** Names and texts start with anything. */
export const anyCharacter: FirstCharacters = between(0, 0xffff);

/** White space within a line, but for the space itself, and the backslash that joins lines. */
export const blankCharacters: FirstCharacters = [
  ...[9, 11, 12, code.space, code.backslash, 0xa0, 0x1680],
  ...[0x2000, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff],
];

/** Arrows, of Slant and of other languages. */
export const operatorCharacters: FirstCharacters = [
  ...[code.dash, code.less, code.equals, code.greater, code.tilde],
  ...between(0x2013, 0x2b0d),
];
