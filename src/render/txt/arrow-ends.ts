import { widest } from "./cells.ts";
import type { Columns, Run } from "./columns.ts";
import type { Arrow, Block, Head } from "./things.ts";

/** The cells of both ends of an arrow, beside their lifelines; -1 for an end that is at none. */
export interface ArrowEnds {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly [number, number];
}

/** `made`: the head that the arrow ends at, if it makes somebody. */
export const arrowEnds = (arrow: Arrow, made: Head | undefined, columns: Columns): ArrowEnds => {
  const { x1, x2, isFound, goesOut, isLost, isUnderWay } = arrow;
  const side: 1 | -1 = x1 <= x2 ? 1 : -1;
  const a = isFound ? -1 : columns.lifelineAt(x1);
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
        : clearOfLifelines(columns.cellAt(x2), side, columns);
  const from =
    a >= 0 ? columns.beside(a, x1, side) : columns.beside(b, x2, -side as 1 | -1) - side * (cells - 1);
  return { from, to, lines: [a, b] };
};

/** What ends between two lifelines is seen to end there. */
const clearOfLifelines = (cell: number, side: 1 | -1, columns: Columns): number => {
  const near = columns.lifelines.find(({ at: line }) => Math.abs(line - cell) < 3);
  return near === undefined ? cell : near.at - 3 * side;
};

/** From lifeline to lifeline. */
export const reachOf = ({ from, to, lines }: ArrowEnds, made: Head | undefined, columns: Columns): Run => {
  const a = columns.lifelines[lines[0]]?.at ?? from;
  const b = made ? to : (columns.lifelines[lines[1]]?.at ?? to);
  return a < b ? [a, b] : [b, a];
};

/** In the middle of an arrow whose words have no place of their own between two lifelines. */
export const wordsRun = (block: Block, arrow: Arrow, { from, to }: ArrowEnds, columns: Columns): Run => {
  const cells = widest(block.lines);
  if (arrow.isFound || arrow.goesOut || !columns.texts.has(block)) {
    const start = Math.floor((from + to - cells + 1) / 2);
    return [start, start + cells - 1];
  }
  const [first, last] = columns.texts.get(block) as Run;
  const start = Math.floor((first + last - cells + 1) / 2);
  return [start, start + cells - 1];
};

/** The cell in which an arrow falls: behind the words below its first part, else in the middle of the last gap. */
export const fallOf = (
  { from, to }: ArrowEnds,
  side: number,
  detail: Run | undefined,
  columns: Columns,
): number => {
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
};
