import type { Font } from "../../text/faces.ts";
import type { FacedRun } from "../../text/wrap-rich.ts";
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
  const isBlock = anchor !== "start" && isBlockOfLines(words);
  if (isBlock) {
    const back = anchor === "middle" ? words.width / 2 : words.width;
    const start = { x: x - back * Math.cos(radians), y: y - back * Math.sin(radians) };
    return textMarks({ words, ...start, anchor: "start", rotate }, paint, halo);
  }
  return words.lines.map(({ text, width, runs, indent = 0 }, at) => ({
    kind: "text",
    paint,
    text,
    ...(runs && !isOneLook(runs, words.font) && { runs }),
    x: x + (anchor === "start" ? indent * Math.cos(radians) : 0) - at * words.leading * Math.sin(radians),
    y: y + (anchor === "start" ? indent * Math.sin(radians) : 0) + at * words.leading * Math.cos(radians),
    anchor,
    face: words.font.face,
    size: words.font.size,
    width,
    ...(rotate !== 0 && { rotate }),
    ...(halo && { halo }),
  }));
};

const isOneLook = (runs: readonly FacedRun[], font: Font): boolean =>
  runs.every(({ face, link }) => face === font.face && link === undefined);

/** Whether its lines say something by where they begin: code, lists. */
const isBlockOfLines = ({ text }: Words): boolean =>
  typeof text !== "string" && text.length > 1 && text.some(({ isCode, depth }) => isCode || depth > 0);

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
