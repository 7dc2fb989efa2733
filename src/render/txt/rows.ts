// One sweep from top to bottom: each kind of thing is placed by a few lines here; hence its length.

import { newBoard } from "./board.ts";
import { widest } from "./cells.ts";
import { type Columns, loopCells, makes, type Run, stereotype } from "./columns.ts";
import type { Arrow, Block, Boxed, Frame, Head, Things } from "./things.ts";

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

/** Lines of text in the picture. */
export interface PlacedText {
  readonly lines: readonly string[];
  readonly row: number;
  readonly run: Run;
  readonly isCentred: boolean;
}

export interface PlacedFrame {
  readonly frame: Frame;
  readonly run: Run;
  readonly top: number;
  readonly bottom: number;
  readonly operands: readonly number[];
}

/** Where everything stands from top to bottom. */
export interface Rows {
  readonly arrows: readonly PlacedArrow[];
  readonly texts: readonly PlacedText[];
  readonly frames: readonly PlacedFrame[];
  readonly boundaries: readonly PlacedFrame[];
  readonly heads: readonly {
    readonly head: Head;
    readonly run: Run;
    readonly row: number;
    readonly height: number;
  }[];
  readonly notes: readonly { readonly note: Boxed; readonly run: Run; readonly row: number }[];
  readonly dividers: readonly {
    readonly lines: readonly string[];
    readonly isSilence: boolean;
    readonly row: number;
  }[];
  readonly ends: readonly { readonly cell: number; readonly row: number }[];
  /** The row of what happens on a lifeline at a height, px; else of the last thing that happens above it. */
  readonly rowAt: (lifeline: number, y: number) => number;
  readonly height: number;
  /** The last row of lifelines whose heads are not repeated. */
  readonly lifelineEnd: number;
}

interface Item {
  readonly y: number;
  /** Among things of one height. */
  readonly rank: number;
  readonly put: () => void;
}

/** Lines inside a head: its name, and its kind where that is not what one expects. */
export const headLines = ({ lines, kind }: Head): readonly string[] =>
  stereotype(kind) === "" ? lines : [...lines, stereotype(kind)];

/**
 * Gives everything its rows.
 *
 * What is further down in the scene is never further up here; what has the same height may share a row. Everything stands
 * below all that is already in its cells, so nothing covers anything.
 *
 * In:   what the scene shows; its columns.
 * Cost: n log n, and each thing the cells that it covers.
 */
export const rowsOf = (things: Things, columns: Columns): Rows => {
  const board = newBoard(columns.width);
  const { floor: _, lowest, take } = board;
  const items: Item[] = [];
  const at = (y: number, rank: number, put: () => void): void => void items.push({ y, rank, put });
  const events = columns.lifelines.map(() => new Map<number, number>());
  const happens = (lifeline: number, y: number, row: number): void =>
    void events[lifeline]?.set(Math.round(y * 2), row);
  const all: { y: number; row: number }[] = [];
  const texts: PlacedText[] = [];
  const everywhere: Run = [0, columns.width];

  /** The first free row for something so high in a run; `above` rows over it must be free too, in `over`. */
  const free = (run: Run, above = 0, over: Run = run): number =>
    Math.max(board.floor, lowest(run) + 1, above > 0 ? lowest(over) + 1 + above : 0);
  const write = (lines: readonly string[], run: Run, row: number, isCentred = true): void => {
    texts.push({ lines, row, run, isCentred });
    take(run, row + lines.length - 1);
  };
  const down = (row: number): void => {
    board.floor = Math.max(board.floor, row);
  };

  // the title, and what stands around the heads
  const heads: Rows["heads"][number][] = [];
  if (things.title.length > 0)
    at(Number.NEGATIVE_INFINITY, 0, () => {
      write(things.title, [0, widest(things.title) - 1], 0, false);
      take(everywhere, things.title.length);
      down(things.title.length + 1);
    });
  let lifelineEnd: number | undefined;
  const foot = things.boundaries.map(({ box }) => box.y + box.height);
  if (foot.length > 0)
    at(Math.min(...foot), -1, () => {
      lifelineEnd = lowest(everywhere) + 1;
      take(everywhere, lifelineEnd);
    });
  const [boundaries, boundaryItems] = framed(things.boundaries, columns.boundaries);
  const [frames, frameItems] = framed(things.frames, columns.frames);
  for (const { y, rank, put } of [...boundaryItems, ...frameItems]) at(y, rank, put);

  for (const row of rowsOfHeads(things.heads)) {
    const [first] = row;
    if (!first) continue;
    if (things.arrows.some((arrow) => makes(arrow, first))) continue;
    at(first.box.y, 1, () => putHeads(row));
  }
  function putHeads(row: readonly Head[]): void {
    const height = 2 + Math.max(...row.map((head) => headLines(head).length));
    const top = Math.max(...row.map((head) => free(columns.heads.get(head) as Run)));
    for (const head of row) putHead(head, top, height);
    take(everywhere, top + height - 1);
    down(top + height - 1);
  }
  function putHead(head: Head, row: number, height: number): void {
    const run = columns.heads.get(head) as Run;
    heads.push({ head, run, row, height });
    take(run, row + height - 1);
    if (head.details.length === 0) return;
    const under = around(run, widest(head.details));
    write(head.details, under, row + height);
    take([under[0] - 1, under[1] + 1], row + height + head.details.length - 1);
  }

  // arrows
  const arrows: PlacedArrow[] = [];
  const ends = endsByLifeline(things, columns);
  const edges = [
    ...things.frames.flatMap(({ box, operands }) => [
      box.y,
      box.y + box.height,
      ...operands.map(({ y }) => y),
    ]),
    ...things.dividers.map(({ y }) => y),
  ].sort((a, b) => a - b);
  /** Nothing at all happens at its receiver, or across the picture, while it is under way. */
  const landsAtOnce = ({ y1, y2, x2, isUnderWay }: Arrow): boolean => {
    if (isUnderWay) return true;
    if (y2 - y1 > longestFall) return false;
    const next = edges[firstAfter(edges, y1)];
    if (next !== undefined && next < y2) return false;
    const mine = ends[columns.lifelineAt(x2)] ?? [];
    const other = mine[firstAfter(mine, y1 - 0.5)];
    return other === undefined || other >= y2 - 0.5;
  };
  const createdBy = new Map<Arrow, Head>();
  for (const head of things.heads) {
    const maker = things.arrows.find((arrow) => makes(arrow, head));
    if (maker) createdBy.set(maker, head);
  }
  for (const sent of sends(things.arrows)) {
    const [first] = sent;
    if (!first) continue;
    if (first.isLoop) at(first.y1, 2, () => putLoop(first));
    else if (Math.abs(first.y2 - first.y1) <= 1) at(first.y1, 2, () => putLevel(first));
    else putSlanted(sent);
  }

  /** Both ends' cells, beside their lifelines. */
  function endsOf(arrow: Arrow): {
    readonly from: number;
    readonly to: number;
    readonly lines: readonly [number, number];
  } {
    const { x1, x2, isFound, goesOut, isLost, isUnderWay } = arrow;
    const side: 1 | -1 = x1 <= x2 ? 1 : -1;
    const a = isFound ? -1 : columns.lifelineAt(x1);
    const made = createdBy.get(arrow);
    const b =
      goesOut || isLost || isUnderWay
        ? -1
        : made
          ? columns.lifelineAt(made.box.x + made.box.width / 2)
          : columns.lifelineAt(x2);
    const headRun = made && (columns.heads.get(made) as Run);
    const cells = Math.max(8, 2 + widest([...(arrow.label?.lines ?? []), ...(arrow.detail?.lines ?? [])]));
    const to = headRun
      ? side > 0
        ? headRun[0] - 1
        : headRun[1] + 1
      : b >= 0
        ? columns.beside(b, x2, -side as 1 | -1)
        : goesOut
          ? columns.beside(a, x1, side) + side * (cells - 1)
          : clearOfLifelines(columns.cellAt(x2), side);
    const from =
      a >= 0 ? columns.beside(a, x1, side) : columns.beside(b, x2, -side as 1 | -1) - side * (cells - 1);
    return { from, to, lines: [a, b] };
  }
  /** What ends between two lifelines is seen to end there. */
  function clearOfLifelines(cell: number, side: 1 | -1): number {
    const near = columns.lifelines.find(({ at: line }) => Math.abs(line - cell) < 3);
    return near === undefined ? cell : near.at - 3 * side;
  }
  /** From lifeline to lifeline. */
  function reachOf(arrow: Arrow, { from, to, lines }: ReturnType<typeof endsOf>): Run {
    const a = columns.lifelines[lines[0]]?.at ?? from;
    const b = createdBy.has(arrow) ? to : (columns.lifelines[lines[1]]?.at ?? to);
    return a < b ? [a, b] : [b, a];
  }
  /** In the middle of an arrow whose words have no place of their own between two lifelines. */
  function runOf(
    block: Block,
    arrow: Arrow,
    { from, to }: { readonly from: number; readonly to: number },
  ): Run {
    const cells = widest(block.lines);
    if (arrow.isFound || arrow.goesOut || !columns.texts.has(block)) {
      const start = Math.floor((from + to - cells + 1) / 2);
      return [start, start + cells - 1];
    }
    const [first, last] = columns.texts.get(block) as Run;
    const start = Math.floor((first + last - cells + 1) / 2);
    return [start, start + cells - 1];
  }

  function putLevel(arrow: Arrow): void {
    const placed = endsOf(arrow);
    const reach = reachOf(arrow, placed);
    const over = arrow.label && runOf(arrow.label, arrow, placed);
    const made = createdBy.get(arrow);
    const height = made ? 2 + headLines(made).length : 0;
    const rise = made ? Math.floor((height - 1) / 2) : 0;
    let row = free(reach, arrow.label?.lines.length ?? 0, over);
    if (made) row = Math.max(row, lowest(columns.heads.get(made) as Run) + 1 + rise);
    if (arrow.label && over) write(arrow.label.lines, over, row - arrow.label.lines.length);
    take(reach, row);
    arrows.push({ arrow, from: placed.from, to: placed.to, fall: placed.to, row, end: row });
    if (arrow.detail) write(arrow.detail.lines, runOf(arrow.detail, arrow, placed), row + 1);
    for (const [end, lifeline] of placed.lines.entries())
      happens(lifeline, end === 0 ? arrow.y1 : arrow.y2, row);
    all.push({ y: arrow.y1, row });
    down(row);
    if (made) putHead(made, row - rise, height);
  }

  function putLoop(arrow: Arrow): void {
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
    if (lines.length > 0) texts.push({ lines, row, run: words, isCentred: false });
    arrows.push({ arrow, from, to, fall: line.at + line.right + loopCells - 2, row, end });
    happens(lifeline, arrow.y1, row);
    happens(lifeline, arrow.y2, end);
    all.push({ y: arrow.y1, row }, { y: arrow.y2, row: end });
    down(end);
  }

  /** One send: its arrows leave in one row, and each falls in the last gap on its way. */
  function putSlanted(sent: readonly Arrow[]): void {
    const rows = new Map<Arrow, number>();
    const first = sent[0] as Arrow;
    const placed = sent.map((arrow) => {
      const ends = endsOf(arrow);
      const side = ends.from <= ends.to ? 1 : -1;
      const detail = arrow.detail && runOf(arrow.detail, arrow, ends);
      return { arrow, ends, side, detail, fall: fallOf(ends, side, detail) };
    });
    at(first.y1, 2, () => {
      let row = board.floor;
      for (const { arrow, ends } of placed)
        row = Math.max(
          row,
          free(
            reachOf(arrow, ends),
            arrow.label?.lines.length ?? 0,
            arrow.label && runOf(arrow.label, arrow, ends),
          ),
        );
      for (const { arrow, ends } of placed)
        if (arrow.label)
          write(arrow.label.lines, runOf(arrow.label, arrow, ends), row - arrow.label.lines.length);
      for (const { arrow, ends, detail, side } of placed) {
        const [low, high] = reachOf(arrow, ends);
        take(side > 0 ? [low, high - 1] : [low + 1, high], row);
        if (arrow.detail && detail) write(arrow.detail.lines, detail, row + 1);
        rows.set(arrow, row);
        happens(ends.lines[0], arrow.y1, row);
      }
      all.push({ y: first.y1, row });
      down(row);
    });
    for (const { arrow, ends, side, fall } of placed) {
      const isNear = landsAtOnce(arrow);
      at(isNear ? arrow.y1 : arrow.y2, isNear ? 3 : 2, () => {
        const start = rows.get(arrow) ?? board.floor;
        const [low, high] = reachOf(arrow, ends);
        const made = createdBy.get(arrow);
        const height = made ? 2 + headLines(made).length : 0;
        const rise = made ? Math.floor((height - 1) / 2) : 0;
        let row = Math.max(start + 1, free(side > 0 ? [fall, high] : [low, fall]));
        if (made) row = Math.max(row, lowest(columns.heads.get(made) as Run) + 1 + rise);
        take(side > 0 ? [fall, high] : [low, fall], row);
        arrows.push({ arrow, from: ends.from, to: ends.to, fall, row: start, end: row });
        happens(ends.lines[1], arrow.y2, row);
        all.push({ y: isNear ? arrow.y1 : arrow.y2, row });
        down(row);
        if (made) putHead(made, row - rise, height);
      });
    }
  }
  /** Behind the words below its first part, else in the middle of the last gap. */
  function fallOf(
    { from, to }: { readonly from: number; readonly to: number },
    side: number,
    detail: Run | undefined,
  ): number {
    const [low, high] = from <= to ? [from, to] : [to, from];
    const between = columns.lifelines.filter((line) => line.at > low && line.at < high);
    const before = side > 0 ? between.at(-1) : between[0];
    const start =
      before === undefined ? from : side > 0 ? before.at + before.right + 1 : before.at - before.left - 1;
    const middle = Math.round((start + to) / 2) - (side > 0 ? 1 : -1);
    const past =
      detail === undefined
        ? middle
        : side > 0
          ? Math.max(middle, detail[1] + 1)
          : Math.min(middle, detail[0] - 1);
    return side > 0 ? Math.min(past, to - 2) : Math.max(past, to + 2);
  }

  // what stands beside the lifelines, and across them
  const notes: Rows["notes"][number][] = [];
  const dividers: Rows["dividers"][number][] = [];
  const crosses: Rows["ends"][number][] = [];
  for (const tag of things.tags) {
    const { box, lines } = tag;
    const y = box.y + box.height / 2;
    const run = columns.tags.get(tag) as Run;
    const lifeline = nearestLifeline(columns, run);
    at(y, 4, () => {
      const event = eventAt(lifeline, y);
      if (event !== undefined) {
        const row = Math.max(event, lowest(run) + 1);
        write(lines, run, row, false);
        return;
      }
      const line = columns.lifelines[lifeline]?.at ?? run[0];
      const reach: Run = [Math.min(run[0], line), Math.max(run[1], line)];
      const row = free(reach);
      write(lines, run, row, false);
      take(reach, row);
      happens(lifeline, y, row);
      all.push({ y, row });
      down(row);
    });
  }
  for (const note of things.notes) {
    const run = columns.notes.get(note) as Run;
    at(note.box.y, 5, () => {
      const row = free(run);
      notes.push({ note, run, row });
      take(run, row + note.lines.length + 1);
      all.push({ y: note.box.y, row });
    });
  }
  for (const { y, lines, isSilence } of things.dividers)
    at(y, 5, () => {
      const row = free(everywhere);
      dividers.push({ lines, isSilence, row });
      take(everywhere, row + (isSilence ? 2 : 0));
      all.push({ y, row });
      down(row);
    });
  for (const { x, y } of things.ends)
    at(y, 5, () => {
      const lifeline = columns.lifelineAt(x);
      const cell = columns.lifelines[lifeline]?.at ?? 0;
      const row = free([cell, cell]);
      take([cell, cell], row);
      crosses.push({ cell, row });
      happens(lifeline, y, row);
      all.push({ y, row });
      down(row);
    });
  for (const word of things.words) {
    const run = columns.texts.get(word) as Run;
    at(word.y, 6, () => {
      const row = free(run);
      write(word.lines, run, row);
      all.push({ y: word.y, row });
    });
  }

  /** Items for the upper edge, the parts and the lower edge of frames. */
  function framed(list: readonly Frame[], runs: readonly Run[]): readonly [PlacedFrame[], readonly Item[]] {
    const placed: PlacedFrame[] = [];
    const steps: Item[] = [];
    list.forEach((frame, index) => {
      const run = runs[index] as Run;
      const { box, title, operands } = frame;
      let top = 0;
      const parts: number[] = [];
      const edge = (lines: readonly string[], indent: number): number => {
        const row = free(run);
        take(run, row);
        if (lines.length > 0) {
          const start = run[0] + indent;
          texts.push({
            lines: lines.map((line) => ` ${line} `),
            row,
            run: [start, start + widest(lines) + 1],
            isCentred: false,
          });
          take([start, start + widest(lines) + 1], row + lines.length - 1);
        }
        down(row);
        return row;
      };
      steps.push({
        y: box.y,
        rank: 0,
        put: () => {
          top = edge(title, 2);
          all.push({ y: box.y, row: top });
        },
      });
      for (const { y, lines } of operands)
        steps.push({
          y,
          rank: 0,
          put: () => {
            const row = edge(lines, 2);
            parts.push(row);
            all.push({ y, row });
          },
        });
      steps.push({
        y: box.y + box.height,
        rank: 0,
        put: () => {
          const row = edge([], 0);
          all.push({ y: box.y + box.height, row });
          placed.push({ frame, run, top, bottom: row, operands: parts });
        },
      });
    });
    return [placed, steps];
  }

  function eventAt(lifeline: number, y: number): number | undefined {
    const mine = events[lifeline];
    const key = Math.round(y * 2);
    return mine?.get(key) ?? mine?.get(key - 1) ?? mine?.get(key + 1);
  }

  for (const { put } of items
    .map((item, index) => ({ ...item, index }))
    .sort((a, b) => a.y - b.y || a.rank - b.rank || a.index - b.index))
    put();

  const height = lowest(everywhere) + 1;
  all.sort((a, b) => a.y - b.y);
  const ys = all.map(({ y }) => y);
  const own = events.map((mine) => [...mine.keys()].sort((a, b) => a - b));
  const rowAt = (lifeline: number, y: number): number => {
    const mine = own[lifeline] ?? [];
    const last = mine[firstAfter(mine, y * 2 + 1) - 1];
    if (last !== undefined && y * 2 - last < 2 * shortTail) return events[lifeline]?.get(last) ?? 0;
    return all[firstAfter(ys, y + 0.5) - 1]?.row ?? 0;
  };
  return {
    arrows,
    texts,
    frames,
    boundaries,
    heads,
    notes,
    dividers,
    ends: crosses,
    rowAt,
    height,
    lifelineEnd: lifelineEnd ?? height,
  };
};

/** px: a bar may end so far below the last that happens on it. */
const shortTail = 17;

/** px: what falls further was held up by something. */
const longestFall = 130;

const middleOf = ({ box }: Head): number => box.y + box.height / 2;

const around = ([first, last]: Run, cells: number): Run => {
  const start = Math.floor((first + last - cells + 1) / 2);
  return [start, start + cells - 1];
};

const rowsOfHeads = (heads: readonly Head[]): readonly (readonly Head[])[] => {
  const rows = new Map<number, Head[]>();
  for (const head of heads) {
    const key = Math.round(middleOf(head));
    const row = rows.get(key);
    if (row) row.push(head);
    else rows.set(key, [head]);
  }
  return [...rows.values()];
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

/** Heights at which something happens on each lifeline, px, sorted. */
const endsByLifeline = ({ arrows, tags, ends }: Things, columns: Columns): readonly (readonly number[])[] => {
  const found: number[][] = columns.lifelines.map(() => []);
  for (const { x1, y1, x2, y2 } of arrows) {
    found[columns.lifelineAt(x1)]?.push(y1);
    found[columns.lifelineAt(x2)]?.push(y2);
  }
  for (const tag of tags)
    found[nearestLifeline(columns, columns.tags.get(tag) as Run)]?.push(tag.box.y + tag.box.height / 2);
  for (const { x, y } of ends) found[columns.lifelineAt(x)]?.push(y);
  return found.map((ys) => ys.sort((a, b) => a - b));
};

const nearestLifeline = (columns: Columns, [first, last]: Run): number => {
  const far = (at: number): number => {
    const cell = columns.lifelines[at]?.at ?? Number.POSITIVE_INFINITY;
    return Math.min(Math.abs(first - cell), Math.abs(last - cell));
  };
  return columns.lifelines.reduce((best, _, at) => (far(at) < far(best) ? at : best), 0);
};

/** Index of the first value that is greater. */
const firstAfter = (sorted: readonly number[], value: number): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
};
