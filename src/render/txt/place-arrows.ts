import { arrowEnds, fallOf, reachOf, wordsRun } from "./arrow-ends.ts";
import { widest } from "./cells.ts";
import { loopCells } from "./column-demands.ts";
import type { Run } from "./columns.ts";
import { headLines, makes } from "./heads.ts";
import { landings } from "./landing.ts";
import type { PutHead } from "./place-heads.ts";
import type { Sweep } from "./sweep.ts";
import type { Arrow, Head, Things } from "./things.ts";

export interface PlacedArrow {
  readonly arrow: Arrow;
  /** The cells of both ends; for an arrow to itself, of its lifeline's right side. */
  readonly from: number;
  readonly to: number;
  /** Where it falls, if it does: the cell of the first stroke; of one to itself, where it turns. */
  readonly fall: number;
  readonly row: number;
  readonly end: number;
}

/** Puts arrows with their words, and the heads that they make. */
export const placeArrows = (things: Things, putHead: PutHead, sweep: Sweep): readonly PlacedArrow[] => {
  const { columns, at, free, lowest, take, floor, down, write, show, happens, pass } = sweep;
  const arrows: PlacedArrow[] = [];
  const landsAtOnce = landings(things, columns);
  const createdBy = new Map<Arrow, Head>();
  for (const head of things.heads) {
    const maker = things.arrows.find((arrow) => makes(arrow, head));
    if (maker) createdBy.set(maker, head);
  }

  const putLevel = (arrow: Arrow): void => {
    const made = createdBy.get(arrow);
    const placed = arrowEnds(arrow, made, columns);
    const reach = reachOf(placed, made, columns);
    const over = arrow.label && wordsRun(arrow.label, arrow, placed, columns);
    const height = made ? 2 + headLines(made).length : 0;
    const rise = made ? Math.floor((height - 1) / 2) : 0;
    let row = free(reach, arrow.label?.lines.length ?? 0, over);
    if (made) row = Math.max(row, lowest(columns.heads.get(made) as Run) + 1 + rise);
    if (arrow.label && over) write(arrow.label.lines, over, row - arrow.label.lines.length);
    take(reach, row);
    arrows.push({ arrow, from: placed.from, to: placed.to, fall: placed.to, row, end: row });
    if (arrow.detail) write(arrow.detail.lines, wordsRun(arrow.detail, arrow, placed, columns), row + 1);
    for (const [end, lifeline] of placed.lines.entries())
      happens(lifeline, end === 0 ? arrow.y1 : arrow.y2, row);
    pass(arrow.y1, row);
    down(row);
    if (made) putHead(made, row - rise, height);
  };

  const putLoop = (arrow: Arrow): void => {
    const lifeline = columns.lifelineAt(arrow.x1);
    const line = columns.lifelines[lifeline];
    if (!line) return;
    const lines = [...(arrow.label?.lines ?? []), ...(arrow.detail?.lines ?? [])];
    const from = columns.beside(lifeline, arrow.x1, 1);
    const to = columns.beside(lifeline, arrow.x2, 1);
    const start = line.at + line.right + loopCells;
    const words: Run = [start, start + widest(lines) - 1];
    const row = free([line.at, words[1]]);
    const end = row + Math.max(2, lines.length) - 1;
    take([line.at, words[1]], end);
    if (lines.length > 0) show({ lines, row, run: words, isCentred: false });
    arrows.push({ arrow, from, to, fall: line.at + line.right + loopCells - 2, row, end });
    happens(lifeline, arrow.y1, row);
    happens(lifeline, arrow.y2, end);
    pass(arrow.y1, row);
    pass(arrow.y2, end);
    down(end);
  };

  /** One send: its arrows leave in one row, and each falls in the last gap on its way. */
  const putSlanted = (sent: readonly Arrow[]): void => {
    const rows = new Map<Arrow, number>();
    const first = sent[0] as Arrow;
    const placed = sent.map((arrow) => {
      const ends = arrowEnds(arrow, createdBy.get(arrow), columns);
      const side = ends.from <= ends.to ? 1 : -1;
      const detail = arrow.detail && wordsRun(arrow.detail, arrow, ends, columns);
      return { arrow, ends, side, detail, fall: fallOf(ends, side, detail, columns) };
    });
    at(first.y1, 2, () => {
      let row = floor();
      for (const { arrow, ends } of placed)
        row = Math.max(
          row,
          free(
            reachOf(ends, createdBy.get(arrow), columns),
            arrow.label?.lines.length ?? 0,
            arrow.label && wordsRun(arrow.label, arrow, ends, columns),
          ),
        );
      for (const { arrow, ends } of placed)
        if (arrow.label)
          write(
            arrow.label.lines,
            wordsRun(arrow.label, arrow, ends, columns),
            row - arrow.label.lines.length,
          );
      for (const { arrow, ends, detail, side } of placed) {
        const [low, high] = reachOf(ends, createdBy.get(arrow), columns);
        take(side > 0 ? [low, high - 1] : [low + 1, high], row);
        if (arrow.detail && detail) write(arrow.detail.lines, detail, row + 1);
        rows.set(arrow, row);
        happens(ends.lines[0], arrow.y1, row);
      }
      pass(first.y1, row);
      down(row);
    });
    for (const { arrow, ends, side, fall } of placed) {
      const isNear = landsAtOnce(arrow);
      at(isNear ? arrow.y1 : arrow.y2, isNear ? 3 : 2, () => {
        const start = rows.get(arrow) ?? floor();
        const [low, high] = reachOf(ends, createdBy.get(arrow), columns);
        const made = createdBy.get(arrow);
        const height = made ? 2 + headLines(made).length : 0;
        const rise = made ? Math.floor((height - 1) / 2) : 0;
        let row = Math.max(start + 1, free(side > 0 ? [fall, high] : [low, fall]));
        if (made) row = Math.max(row, lowest(columns.heads.get(made) as Run) + 1 + rise);
        take(side > 0 ? [fall, high] : [low, fall], row);
        arrows.push({ arrow, from: ends.from, to: ends.to, fall, row: start, end: row });
        happens(ends.lines[1], arrow.y2, row);
        pass(isNear ? arrow.y1 : arrow.y2, row);
        down(row);
        if (made) putHead(made, row - rise, height);
      });
    }
  };

  for (const sent of sends(things.arrows)) {
    const [first] = sent;
    if (!first) continue;
    if (first.isLoop) at(first.y1, 2, () => putLoop(first));
    else if (Math.abs(first.y2 - first.y1) <= 1) at(first.y1, 2, () => putLevel(first));
    else putSlanted(sent);
  }
  return arrows;
};

/** Arrows that leave one point are one send. */
const sends = (arrows: readonly Arrow[]): readonly (readonly Arrow[])[] => {
  const found = new Map<string, Arrow[]>();
  arrows.forEach((arrow, at) => {
    const slants = !arrow.isLoop && Math.abs(arrow.y2 - arrow.y1) > 1;
    const key = slants ? `${Math.round(arrow.y1 * 4)} ${Math.round(arrow.x1 / 24)}` : `alone ${at}`;
    const same = found.get(key);
    if (same) same.push(arrow);
    else found.set(key, [arrow]);
  });
  return [...found.values()];
};
