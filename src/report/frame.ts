import { lineStarts } from "../source/positions.ts";
import { type CellLine, cellsOf, sliceCells } from "./cells.ts";
import { harmless } from "./harmless.ts";
import { type LocatedDiagnostic, type LocatedNote, type Place, type Sources, textOf } from "./locate.ts";
import type { Palette } from "./palette.ts";

/** Widest stretch of a source line that is shown, in cells; of a longer line, the part around the mark. */
const widest = 110;
/** How much stays in view to the left of a mark that stands far out, in cells. */
const lead = 40;
/** How far from a mark, in UTF-16 units, a line is looked at all; a file may be one line of megabytes. */
const reach = 1000;

interface Mark {
  readonly place: Place;
  readonly glyph: "^" | "-";
  readonly message: string;
  readonly paint: (text: string) => string;
}

/**
 * Draws the lines of source that a diagnostic points at, each with its marks below it.
 *
 * In:   a diagnostic, and a way to get the lines of a file.
 * Out:  the marked lines of each file in source order; the diagnostic's own file stands first.
 * Cost: linear in the marked lines.
 */
export const frame = (found: LocatedDiagnostic, linesOf: LinesOf, palette: Palette): readonly string[] => {
  const marks: readonly Mark[] = [
    { place: found, glyph: "^", message: "", paint: palette[found.severity] },
    ...found.notes
      .filter(hasPlace)
      .map((note): Mark => ({ place: note, glyph: "-", message: note.message, paint: palette.info })),
  ];
  const gutter = Math.max(...marks.map(({ place }) => String(place.line).length));
  const bar = (label: string): string => `  ${palette.faint(`${label.padStart(gutter)} │`)} `;
  const files = [...new Set(marks.map(({ place }) => place.file))];
  return files.flatMap((file) => {
    const inFile = marks.filter(({ place }) => place.file === file);
    const lines = [...new Set(inFile.map(({ place }) => place.line))].sort((a, b) => a - b);
    const heading = file === found.file ? [] : [`  ${harmless(file)}:${lines[0]}`];
    const drawn = lines.flatMap((line) => {
      const onLine = inFile.filter(({ place }) => place.line === line);
      const [source, ...rows] = markedLine(linesOf(file), onLine);
      return [bar(String(line)) + source, ...rows.map((row) => bar("") + row)].map(trimEnd);
    });
    return [...heading, ...drawn];
  });
};

export const hasPlace = (note: LocatedNote): note is LocatedNote & Place => note.file !== undefined;

const trimEnd = (line: string): string => line.trimEnd();

/** One line of source, then one row for each mark on it. */
const markedLine = ({ text, starts }: Lines, marks: readonly Mark[]): readonly string[] => {
  const line = (marks[0]?.place.line ?? 1) - 1;
  const start = starts[line] ?? text.length;
  const stop = endOfLine(text, starts[line + 1] ?? text.length, start);
  // of an endless line only the part around the first mark is laid out
  const low = Math.max(start, Math.min(...marks.map(({ place }) => place.start)) - reach);
  const high = Math.min(stop, low + 3 * reach);
  const cells = cellsOf(text.slice(low, high));
  const ranges = marks.map(({ place }) =>
    cellRange(cells, place.start - low, Math.min(place.end, stop) - low),
  );
  const [from, to] = windowOf(cells.width, ranges, low > start);
  const shown = `${from > 0 || low > start ? "…" : ""}${sliceCells(cells, from, to)}${to < cells.width || high < stop ? "…" : ""}`;
  const shift = (from > 0 || low > start ? 1 : 0) - from;
  const rows = marks.map(({ glyph, message, paint }, index) => {
    const [first, last] = ranges[index] ?? [0, 1];
    const begin = Math.max(0, Math.min(first + shift, widest));
    const length = Math.max(1, Math.min(last, to) - first);
    const words = message === "" ? "" : ` ${harmless(message)}`;
    return " ".repeat(begin) + paint(glyph.repeat(length) + words);
  });
  return [shown, ...rows];
};

/** Cells of a stretch of the line; at least one, also at the end of a line or file. */
const cellRange = ({ cellAt, width }: CellLine, start: number, end: number): readonly [number, number] => {
  const first = cellAt[Math.max(0, start)] ?? width;
  const last = cellAt[Math.max(0, end)] ?? width;
  return [first, Math.max(last, first + 1)];
};

/** The cells that are shown: all of a short line, else a part that begins a little before the first mark. */
const windowOf = (
  width: number,
  ranges: readonly (readonly [number, number])[],
  isCut: boolean,
): readonly [number, number] => {
  const end = Math.max(...ranges.map(([, last]) => last));
  if (!isCut && (width <= widest || end <= widest)) return [0, Math.min(width, widest)];
  const from = Math.max(0, Math.min(...ranges.map(([first]) => first)) - lead);
  return [from, Math.min(width, from + widest)];
};

const endOfLine = (text: string, next: number, start: number): number => {
  let end = next;
  while (end > start && (text[end - 1] === "\n" || text[end - 1] === "\r")) end--;
  return end;
};

/** A file's text and the offsets at which its lines begin. */
interface Lines {
  readonly text: string;
  readonly starts: readonly number[];
}

export type LinesOf = (file: string) => Lines;

/** Finds the lines of each file once, when a report first points into it. */
export const linesIn = (sources: Sources): LinesOf => {
  const known = new Map<string, Lines>();
  return (file) => {
    const lines = known.get(file) ?? splitLines(textOf(sources, file));
    known.set(file, lines);
    return lines;
  };
};

const splitLines = (text: string): Lines => ({ text, starts: lineStarts(text) });
