import type { PaintRole, Style } from "../../theme/theme.ts";
import type { LineOf } from "../line-of.ts";
import type { Group, Mark } from "../scene.ts";
import type { ChipTone } from "./chips.ts";
import { centredText, textMarks } from "./draw-texts.ts";
import type { PlacedChip, PlacedDivider, PlacedExecutionLabel, PlacedNote } from "./placement.ts";

export const drawChips = (chips: readonly PlacedChip[], lineOf: LineOf): readonly Group[] =>
  chips.map(({ box, words, tone, ties, icon, span, name }) => {
    const { ground, text } = tones[tone];
    const middle = box.y + box.height / 2;
    const marks: Mark[] = [
      {
        kind: "rect",
        paint: ground,
        x: box.x,
        y: box.y,
        width: box.width,
        height: box.height,
        radius: box.height / 2,
      },
    ];
    if (icon) marks.push({ kind: "icon", paint: text, name: icon, x: box.x + 6, y: middle - 6, size: 12 });
    const x = icon ? box.x + box.width - 8 - words.width : box.x + box.width / 2 - words.width / 2;
    marks.push(...textMarks(centredText(words, x, middle, "start"), text));
    return { role: "mark", name, classes: ["tag"], ties, line: lineOf(span), marks };
  });

const tones: Readonly<Record<ChipTone, { readonly ground: PaintRole; readonly text: PaintRole }>> = {
  accent: { ground: "chip", text: "chip-text" },
  failure: { ground: "chip-failure", text: "chip-failure-text" },
  plain: { ground: "chip-plain", text: "chip-plain-text" },
};

/** A group of their own: what a bar's group holds takes the look of the bar. */
export const drawExecutionLabels = (
  labels: readonly PlacedExecutionLabel[],
  lineOf: LineOf,
): readonly Group[] =>
  labels.map(({ label, span }) => ({
    role: "mark",
    classes: ["execution-label"],
    line: lineOf(span),
    marks: textMarks(label, "detail-text", true),
  }));

/** px of a note's folded corner. */
const fold = 8;

export const drawNotes = (notes: readonly PlacedNote[], style: Style, lineOf: LineOf): readonly Group[] =>
  notes.map(({ box: { x, y, width, height }, words, span, classes }) => ({
    role: "note",
    name: "Note",
    classes: ["note"],
    ...(classes.length > 0 && { authorClasses: classes }),
    line: lineOf(span),
    marks: [
      {
        kind: "path",
        paint: "note",
        commands: [
          ["M", x, y],
          ["L", x + width - fold, y],
          ["L", x + width, y + fold],
          ["L", x + width, y + height],
          ["L", x, y + height],
          ["Z"],
        ],
      },
      {
        kind: "path",
        paint: "note-fold",
        commands: [
          ["M", x + width - fold, y],
          ["L", x + width - fold, y + fold],
          ["L", x + width, y + fold],
        ],
      },
      ...textMarks(centredText(words, x + style.notePad, y + height / 2, "start"), "note-text"),
    ],
  }));

export const drawDividers = (
  dividers: readonly PlacedDivider[],
  style: Style,
  x: readonly number[],
  lineOf: LineOf,
): readonly Group[] =>
  dividers.map(({ kind, y, from, to, words, span }) => {
    const left = from + style.margin / 2;
    const right = to - style.margin / 2;
    const middle =
      kind === "divider" ? (left + right) / 2 : betweenLifelines(x, left, right, words.width + 2 * clear);
    const half = words.width / 2 + 12;
    const tall = 13 + (words.height - words.leading) / 2;
    const text = kind === "divider" ? "divider-text" : "silence-text";
    const line = (a: number, b: number, at: number): Mark => ({
      kind: "path",
      paint: "divider-line",
      commands: [
        ["M", a, at],
        ["L", b, at],
      ],
    });
    const marks: Mark[] =
      kind === "divider"
        ? [line(left, middle - half, y), line(middle + half, right, y)]
        : // A silence takes the lifelines away for as long as nothing happens.
          [
            { kind: "rect", paint: "silence", x: left, y: y - tall, width: right - left, height: 2 * tall },
            ...x.filter((at) => Math.abs(at - middle) >= words.width / 2 + clear).map((at) => dots(at, y)),
          ];
    marks.push(...textMarks(centredText(words, middle, y, "middle"), text, true));
    return {
      role: "divider",
      name: words.lines.map(({ text: shown }) => shown).join(" "),
      classes: [kind],
      line: lineOf(span),
      marks,
    };
  });

/** px between the words of a silence and the dots of a lifeline. */
const clear = 6;

/** The middle of the gap between lifelines that holds so many px and is nearest to the middle, else of the widest. */
const betweenLifelines = (x: readonly number[], left: number, right: number, width: number): number => {
  const edges = [left, ...x, right];
  const gaps = edges
    .slice(1)
    .map((end, at) => ({ middle: ((edges[at] as number) + end) / 2, room: end - (edges[at] as number) }));
  const off = (gap: { readonly middle: number }): number => Math.abs(gap.middle - (left + right) / 2);
  const fitting = gaps.filter(({ room }) => room >= width);
  if (fitting.length > 0) return fitting.reduce((a, b) => (off(b) < off(a) ? b : a)).middle;
  return (left + right) / 2;
};

/** Three dots where a lifeline is silent. */
const dots = (x: number, y: number): Mark => ({
  kind: "path",
  paint: "silence-text",
  commands: [-7, 0, 7].flatMap((by) => [["M", x - 0.75, y + by] as const, ["L", x + 0.75, y + by] as const]),
});
