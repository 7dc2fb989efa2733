import type { Font } from "../../text/faces.ts";
import type { FacedRun } from "../../text/wrap-rich.ts";
import type { PaintRole } from "../../theme/theme.ts";
import type { Mark, TextMark } from "../scene.ts";
import type { PlacedWords } from "./placement.ts";
import type { Words, WordsLine } from "./words.ts";

/** One mark a line: further lines follow at right angles to the text's own direction. */
export const textMarks = (placed: PlacedWords, paint: PaintRole, halo = false): readonly TextMark[] => {
  const marks: TextMark[] = [];
  addTexts(marks, placed, paint, halo);
  return marks;
};

/** The same, added to the marks of which they are a part. */
export const addTexts = (marks: Mark[], placed: PlacedWords, paint: PaintRole, halo = false): void => {
  const { words, x, y, anchor, rotate } = placed;
  // A single line, as most texts are, stands where it is placed.
  const [only] = words.lines;
  if (only && words.lines.length === 1 && only.indent === undefined) {
    marks.push(lineMark(placed, only, x, y, paint, halo));
    return;
  }
  const radians = (rotate * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  if (anchor !== "start" && isBlockOfLines(words)) {
    const back = anchor === "middle" ? words.width / 2 : words.width;
    const start = { x: x - back * cos, y: y - back * sin };
    addTexts(marks, { words, ...start, anchor: "start", rotate }, paint, halo);
    return;
  }
  words.lines.forEach((line, at) => {
    const indent = anchor === "start" ? (line.indent ?? 0) : 0;
    const down = at * words.leading;
    const along = x + indent * cos - down * sin;
    marks.push(lineMark(placed, line, along, y + indent * sin + down * cos, paint, halo));
  });
};

/** One line with the middle or an end of its baseline at (x, y). */
const lineMark = (
  { words: { font }, anchor, rotate }: PlacedWords,
  { text, width, runs }: WordsLine,
  x: number,
  y: number,
  paint: PaintRole,
  halo: boolean,
): TextMark => {
  const mark: Writable<TextMark> = {
    kind: "text",
    paint,
    text,
    x,
    y,
    anchor,
    face: font.face,
    size: font.size,
    width,
  };
  // What only some have is set one by one: spreads of objects cost more than all the rest.
  if (runs && !isOneLook(runs, font)) mark.runs = runs;
  if (rotate !== 0) mark.rotate = rotate;
  if (halo) mark.halo = true;
  return mark;
};

type Writable<T> = { -readonly [K in keyof T]: T[K] };

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
