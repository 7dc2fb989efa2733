import { characterWidth } from "../text/character-width.ts";
import { harmless } from "./harmless.ts";

/** A line of source as a terminal shows it. */
export interface CellLine {
  /** Without tabs, control characters or anything that changes the direction of the text. */
  readonly text: string;
  /** How many cells the terminal gives it. */
  readonly width: number;
  /** The cell at which each UTF-16 offset of the line begins; one entry more than the line is long. */
  readonly cellAt: readonly number[];
}

const tabStop = 4;

/**
 * Lays a line out on a terminal's grid, so that a caret below it points at what it means.
 *
 * In:     one line of any text, without its line end.
 * Out:    wide characters take two cells, combining marks none, a tab reaches the next multiple of four; control and
 *         direction characters are shown by a harmless stand-in.
 * Cost:   linear.
 * Source: widths are Unicode's (UAX #11, UTS #51); what joins with the character before it takes no cell of its own, as in
 *         M. Kuhn's wcwidth.
 */
export const cellsOf = (line: string): CellLine => {
  const cellAt: number[] = [];
  let [text, width] = ["", 0];
  const next = widths();
  for (const character of line.split("\t").map(harmless).join("\t")) {
    for (let half = 0; half < character.length; half++) cellAt.push(width);
    const shown = character === "\t" ? " ".repeat(tabStop - (width % tabStop)) : character;
    text += shown;
    width += character === "\t" ? shown.length : next(character);
  }
  cellAt.push(width);
  return { text, width, cellAt };
};

/** A stretch of a laid-out line, from one cell to another; a wide character that the cut splits is left out. */
export const sliceCells = (line: CellLine, from: number, to: number): string => {
  if (from <= 0 && to >= line.width) return line.text;
  const next = widths();
  let [kept, at] = ["", 0];
  for (const character of line.text) {
    const end = at + next(character);
    if (at >= from && end <= to) kept += character;
    at = end;
  }
  return kept;
};

const isEmoji = /^\p{Emoji}$/u;

const cellsOfWidth = { zero: 0, narrow: 1, wide: 2, emoji: 2 } as const;

/** Tells the cells of each character of a line, one after the other; what it says depends on the one before. */
const widths = (): ((character: string) => number) => {
  let [before, isFlagOpen] = ["", false];
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    const last = before;
    before = character;
    const isFlag = code >= 0x1f1e6 && code <= 0x1f1ff;
    isFlagOpen = isFlag && !isFlagOpen;
    if (code < 0x300) return 1;
    if (last === zeroWidthJoiner) return 0;
    // a sign or digit that becomes a picture grows to two cells
    if (character === pictureSelector) return isEmoji.test(last) && ownWidth(last) === 1 ? 1 : 0;
    if (code >= 0x1f3fb && code <= 0x1f3ff && ownWidth(last) === 2) return 0; // a skin tone
    if (code >= 0x1160 && code <= 0x11ff) return 0; // the middle or end of a Hangul syllable
    if (isFlag && !isFlagOpen) return 0; // the second letter of a flag
    return ownWidth(character);
  };
};

const zeroWidthJoiner = "\u200d";
const pictureSelector = "\ufe0f";

const ownWidth = (character: string): number => cellsOfWidth[characterWidth(character.codePointAt(0) ?? 0)];
