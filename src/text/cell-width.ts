import { type CharacterWidth, characterWidth } from "./character-width.ts";
import { emojiJoiner } from "./emoji.ts";

/**
 * How many cells of a terminal a text takes: ideographs and emoji two, marks none, everything else one.
 *
 * In:     one line of text without control characters. Ambiguous characters count as narrow, as terminals outside
 *         East Asian locales show them.
 * Cost:   linear.
 * Source: UAX #11 (East Asian Width), UTS #51 (emoji sequences).
 */
export const cellWidth = (text: string): number => {
  if (onlyAscii.test(text)) return text.length;
  const joins = emojiJoiner();
  let cells = 0;
  let base = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    const width = characterWidth(code);
    const joined = joins(code, width);
    if (joined === "makes-emoji") {
      cells += cellsOf.emoji - base;
      base = cellsOf.emoji;
    }
    if (joined !== "alone") continue;
    base = cellsOf[width];
    cells += base;
  }
  return cells;
};

const onlyAscii = /^[ -~]*$/;

const cellsOf: Readonly<Record<CharacterWidth, number>> = { narrow: 1, wide: 2, emoji: 2, zero: 0 };
