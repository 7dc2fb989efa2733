import { type Canvas, newCanvas } from "./canvas.ts";
import { cellsOf } from "./cells.ts";
import type { Columns, Run } from "./columns.ts";
import { headLines } from "./heads.ts";
import { levelOf } from "./levels.ts";
import type { PlacedArrow } from "./place-arrows.ts";
import type { PlacedFrame } from "./place-frames.ts";
import type { Rows } from "./rows.ts";
import type { Stretch, Things } from "./things.ts";

/**
 * Puts everything on a sheet of cells: lines first, what stands on them after them, words last.
 *
 * Cost: linear in the cells that are covered.
 */
export const paint = (things: Things, columns: Columns, rows: Rows): Canvas => {
  const canvas = newCanvas(columns.width + 1, rows.height + 1);
  for (const each of rows.boundaries) paintFrame(canvas, each, true);
  for (const head of rows.heads) paintHead(canvas, head);
  paintLifelines(canvas, things, columns, rows);
  for (const each of rows.frames) paintFrame(canvas, each, false);
  paintBars(canvas, things, columns, rows);
  paintBands(canvas, things, columns, rows);
  for (const each of rows.arrows) paintLine(canvas, each);
  for (const { row, lines, isSilence } of rows.dividers) paintDivider(canvas, columns, row, lines, isSilence);
  for (const { block, top, bottom } of things.measures) {
    const [first, last] = columns.texts.get(block) as Run;
    const cell = Math.floor((first + last) / 2);
    const [from, to] = [rows.rowAt(-1, top), rows.rowAt(-1, bottom)];
    canvas.down(cell, from, to);
    canvas.sign(from, cell, "┬");
    canvas.sign(to, cell, "┴");
  }
  // Over what they may hide: a measure beside them.
  for (const { run, row, note } of rows.notes) paintBox(canvas, run, row, note.lines, false, noteCorners);
  for (const { cell, row } of rows.ends) canvas.sign(row, cell, "╳");
  for (const each of rows.arrows) paintEnds(canvas, each);
  for (const { lines, row, run, isCentred } of rows.texts)
    lines.forEach((line, at) => {
      const indent = isCentred ? Math.floor((run[1] - run[0] + 1 - cellsOf(line)) / 2) : 0;
      canvas.write(row + at, run[0] + indent, line);
    });
  return canvas;
};

const paintLifelines = (canvas: Canvas, things: Things, columns: Columns, rows: Rows): void => {
  const byCentre = new Map<number, Rows["heads"][number][]>();
  for (const head of rows.heads) {
    const centre = (head.run[0] + head.run[1]) / 2;
    byCentre.set(centre, [...(byCentre.get(centre) ?? []), head]);
  }
  const ends = new Map(rows.ends.map(({ cell, row }) => [cell, row]));
  things.lifelines.forEach(({ isLane, isDashed }, index) => {
    const line = columns.lifelines[index];
    const mine = line && byCentre.get(line.at)?.toSorted((a, b) => a.row - b.row);
    const first = mine?.[0];
    if (!line || !first) return;
    const repeated = mine.length > 1 ? mine.at(-1) : undefined;
    const last = ends.get(line.at) ?? repeated?.row ?? rows.lifelineEnd;
    for (const cell of isLane ? [line.at - line.left, line.at + line.right] : [line.at]) {
      canvas.down(cell, first.row + first.height - 1, last, isDashed);
      if (outlines[first.head.kind]?.isDouble) canvas.sign(first.row + first.height - 1, cell, "╤");
      if (repeated && outlines[first.head.kind]?.isDouble) canvas.sign(repeated.row, cell, "╧");
    }
  });
};

const paintFrame = (
  canvas: Canvas,
  { run: [left, right], top, bottom, operands }: PlacedFrame,
  isDashed: boolean,
): void => {
  canvas.across(top, left, right, isDashed);
  canvas.across(bottom, left, right, isDashed);
  for (const row of operands) canvas.across(row, left, right, true);
  canvas.down(left, top, bottom, isDashed);
  canvas.down(right, top, bottom, isDashed);
};

const paintBars = (
  canvas: Canvas,
  { lifelines, bars, waits }: Things,
  columns: Columns,
  rows: Rows,
): void => {
  const cellOf = ({ x }: Stretch): readonly [lifeline: number, cell: number] => {
    const at = lifelines.findLastIndex((line) => line.x <= x + 1);
    return [at, (columns.lifelines[at]?.at ?? 0) + levelOf(x - (lifelines[at]?.x ?? 0))];
  };
  // A bar that starts with its participant shows below its head.
  const first = columns.lifelines.map(({ at }) =>
    Math.min(
      ...rows.heads.flatMap(({ run, row, height }) => ((run[0] + run[1]) / 2 === at ? [row + height] : [])),
    ),
  );
  for (const bar of bars) {
    const [lifeline, cell] = cellOf(bar);
    const last = rows.rowAt(lifeline, bar.bottom);
    const top = Math.max(rows.rowAt(lifeline, bar.top), first[lifeline] ?? 0);
    for (let row = top; row <= last; row++) canvas.sign(row, cell, "█");
  }
  for (const wait of waits) {
    const [lifeline, cell] = cellOf(wait);
    const end = rows.rowAt(lifeline, wait.bottom);
    const top = Math.max(rows.rowAt(lifeline, wait.top) + 1, first[lifeline] ?? 0);
    for (let row = top; row < end; row++) canvas.sign(row, cell, "▒");
  }
};

/** What an arrow may pass over. */
const isBar = (sign: string | undefined): boolean => sign !== undefined && "█▒░┊".includes(sign);

/** A band as wide as the number of messages that wait, with the number at its upper end. */
const paintBands = (canvas: Canvas, { bands }: Things, columns: Columns, rows: Rows): void => {
  for (const { x, top, bottom, count } of bands) {
    const lifeline = columns.lifelineAt(x);
    const cell = columns.lifelines[lifeline]?.at ?? 0;
    const first = rows.rowAt(lifeline, top);
    const last = Math.max(first, rows.rowAt(lifeline, bottom) - 1);
    const cells = Math.min(3, Math.max(1, Number(count) || 1));
    for (let row = first; row <= last; row++)
      for (let at = 0; at < cells; at++) canvas.sign(row, cell - Math.floor(cells / 2) + at, "░");
    if (count === "") continue;
    canvas.clear(first, cell - 1, cell + 1);
    canvas.write(first, cell - Math.floor(count.length / 2), count.length > 3 ? "∞" : count);
  }
};

const paintLine = (canvas: Canvas, placed: PlacedArrow): void => {
  const { arrow, from, to, fall, row, end } = placed;
  const { isLoop, isDashed } = arrow;
  if (isLoop) {
    canvas.across(row, from - 1, fall, isDashed);
    canvas.down(fall, row, end, isDashed);
    canvas.across(end, to - 1, fall, isDashed);
    canvas.sign(row, fall, "╮");
    canvas.sign(end, fall, "╯");
    return;
  }
  const side = from <= to ? 1 : -1;
  const level = (at: number, a: number, b: number): void => {
    for (let cell = a; side > 0 ? cell <= b : cell >= b; cell += side)
      if (isBar(canvas.signAt(at, cell))) canvas.sign(at, cell, "┼");
    canvas.across(at, arrow.isFound ? a : a - side, b, isDashed);
  };
  if (row === end) {
    level(row, from, to);
    return;
  }
  const steps = end - row;
  const room = Math.max(1, Math.min(steps, Math.abs(to - fall) - 1));
  level(row, from, fall - side);
  for (let step = 0; step <= steps; step++) {
    const cell = fall + side * Math.round((step * room) / steps);
    canvas.clear(row + step, cell, cell);
    canvas.sign(row + step, cell, side > 0 ? "╲" : "╱");
  }
  const landed = fall + side * room;
  for (let cell = landed + side; side > 0 ? cell <= to : cell >= to; cell += side)
    if (isBar(canvas.signAt(end, cell))) canvas.sign(end, cell, "┼");
  if (side > 0 ? landed < to : landed > to) canvas.across(end, landed, to, isDashed);
};

const paintEnds = (canvas: Canvas, { arrow, from, to, row, end }: PlacedArrow): void => {
  const isRight = arrow.isLoop ? false : from <= to;
  const open = isRight ? ">" : "<";
  const filled = isRight ? "▶" : "◀";
  const headAt = arrow.goesOut ? to + (isRight ? -1 : 1) : to;
  if (arrow.head !== "none" && !arrow.isLost)
    canvas.sign(end, headAt, arrow.head === "filled" ? filled : open);
  if (arrow.isTailed) canvas.sign(row, from, isRight ? "◀" : "▶");
  if (arrow.isFound) canvas.sign(row, from, "●");
  if (arrow.goesOut) canvas.sign(end, to, "●");
  if (arrow.isLost) canvas.sign(end, to, "╳");
  if (arrow.settles) canvas.sign(row, from, arrow.settles === "success" ? "✓" : "✗");
};

const paintDivider = (
  canvas: Canvas,
  columns: Columns,
  row: number,
  lines: readonly string[],
  isSilence: boolean,
): void => {
  const text = ` ${lines.join(" ")} `;
  const start = Math.max(0, Math.floor((columns.width - cellsOf(text)) / 2));
  if (isSilence) {
    for (let at = row; at < row + 3; at++)
      for (const { at: cell, left } of columns.lifelines)
        for (const each of left > 0 ? [cell - left, cell + left] : [cell]) canvas.sign(at, each, "┊");
  } else for (let cell = 0; cell < columns.width; cell++) canvas.sign(row, cell, "═");
  const middle = isSilence ? row + 1 : row;
  canvas.clear(middle, start, start + cellsOf(text) - 1);
  canvas.write(middle, start, text);
};

interface Corners {
  readonly top: readonly [string, string];
  readonly bottom: readonly [string, string];
  /** Of a drum: its lids. */
  readonly isDouble?: boolean;
}

const noteCorners: Corners = { top: ["┌", "╮"], bottom: ["└", "┘"] };
const square: Corners = { top: ["┌", "┐"], bottom: ["└", "┘"] };
const round: Corners = { top: ["╭", "╮"], bottom: ["╰", "╯"] };
const drum: Corners = { top: ["╒", "╕"], bottom: ["╘", "╛"], isDouble: true };

/** The outlines of the kinds that have one of their own. */
const outlines: Readonly<Record<string, Corners>> = { queue: round, topic: round, store: drum, cache: drum };

const paintHead = (canvas: Canvas, { head, run, row, height }: Rows["heads"][number]): void => {
  const lines = headLines(head);
  const blank = Math.floor((height - 2 - lines.length) / 2);
  const padded = [...new Array<string>(blank).fill(""), ...lines];
  while (padded.length < height - 2) padded.push("");
  paintBox(canvas, run, row, padded, head.kind === "external", outlines[head.kind] ?? square, true);
};

const paintBox = (
  canvas: Canvas,
  [left, right]: Run,
  top: number,
  lines: readonly string[],
  isDashed: boolean,
  corners: Corners,
  isCentred = false,
): void => {
  const bottom = top + lines.length + 1;
  for (let row = top; row <= bottom; row++) canvas.clear(row, left, right);
  canvas.across(top, left, right, isDashed);
  canvas.across(bottom, left, right, isDashed);
  canvas.down(left, top, bottom, isDashed);
  canvas.down(right, top, bottom, isDashed);
  if (corners.isDouble)
    for (let cell = left + 1; cell < right; cell++)
      for (const row of [top, bottom]) canvas.sign(row, cell, "═");
  canvas.sign(top, left, corners.top[0]);
  canvas.sign(top, right, corners.top[1]);
  canvas.sign(bottom, left, corners.bottom[0]);
  canvas.sign(bottom, right, corners.bottom[1]);
  lines.forEach((line, at) => {
    const indent = isCentred ? Math.floor((right - left - 1 - cellsOf(line)) / 2) : 1;
    canvas.write(top + 1 + at, left + 1 + indent, line);
  });
};
