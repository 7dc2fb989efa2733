import type { PaintRole } from "../../theme/theme.ts";
import type { TextMark } from "../scene.ts";
import type { PlacedWords } from "./placement.ts";
import type { Words } from "./words.ts";

/** One mark a line: further lines follow at right angles to the text's own direction. */
export const textMarks = (
  { words, x, y, anchor, rotate }: PlacedWords,
  paint: PaintRole,
  halo = false,
): readonly TextMark[] => {
  const radians = (rotate * Math.PI) / 180;
  return words.lines.map(({ text, width }, at) => ({
    kind: "text",
    paint,
    text,
    x: x - at * words.leading * Math.sin(radians),
    y: y + at * words.leading * Math.cos(radians),
    anchor,
    face: words.font.face,
    size: words.font.size,
    width,
    ...(rotate !== 0 && { rotate }),
    ...(halo && { halo }),
  }));
};

/** Level text whose block of lines has its middle at `middle`. */
export const centredText = (
  words: Words,
  x: number,
  middle: number,
  anchor: PlacedWords["anchor"],
): PlacedWords => ({
  words,
  x,
  y: middle - words.height / 2 + words.leading / 2 + words.font.size * 0.36,
  anchor,
  rotate: 0,
});
