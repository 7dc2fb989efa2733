import { widest } from "./cells.ts";
import { columnDemands, loopCells, margin, outsideCells, type Slot } from "./column-demands.ts";
import { type Edge, placeEdges } from "./edges.ts";
import { headCells } from "./heads.ts";
import { levelOf } from "./levels.ts";
import type { Block, Boxed, Head, Things } from "./things.ts";

/** A run of cells: the first and the last. */
export type Run = readonly [first: number, last: number];

/** Where everything stands from left to right, in cells. */
export interface Columns {
  readonly width: number;
  readonly lifelines: readonly { readonly at: number; readonly left: number; readonly right: number }[];
  /** The lifeline at a place in the scene; -1 if there is none. */
  readonly lifelineAt: (px: number) => number;
  /** The cell beside a lifeline at which an arrow ends that meets it there, px, from that side. */
  readonly beside: (lifeline: number, px: number, side: 1 | -1) => number;
  /** The cell at a place in the scene. */
  readonly cellAt: (px: number) => number;
  readonly frames: readonly Run[];
  readonly boundaries: readonly Run[];
  readonly heads: ReadonlyMap<Head, Run>;
  readonly notes: ReadonlyMap<Boxed, Run>;
  readonly tags: ReadonlyMap<Boxed, Run>;
  readonly texts: ReadonlyMap<Block, Run>;
}

/**
 * Gives everything its columns.
 *
 * In:   what the scene shows, in px: only the order and the neighbourhood of things are taken from there.
 * Out:  cells. Nothing that stands side by side in the scene shares a cell.
 * Cost: n log n.
 */
export const columnsOf = (things: Things): Columns => {
  const { lifelines, heads, arrows } = things;
  const { edges, distances, lines, frameSides, boundarySides, slots, lineNear, lineAt } =
    columnDemands(things);
  const edge = (at: number): Edge => edges[at] as Edge;
  const at = placeEdges(edges, distances, margin.right - 2);
  const column = (index: number): number => at[index] as number;
  const run = ({ from, to, cells, side }: Slot): Run => {
    const low = column(from) + edge(from).right + 2;
    const high = to >= 0 ? column(to) - edge(to).left - 2 : low + cells - 1;
    const start =
      side === "left" ? low : side === "right" ? high - cells + 1 : Math.floor((low + high - cells + 1) / 2);
    return [start, start + cells - 1];
  };
  const over = ({ from, to, cells }: Slot): Run => {
    const middle = (column(from) + column(to)) / 2;
    const reach = from === to ? cells / 2 : Math.max(cells / 2, (column(to) - column(from)) / 2 + 3);
    const start = Math.round(middle - reach);
    return [start, from === to ? start + cells - 1 : Math.round(middle + reach)];
  };
  const runsOf = <Key extends Block | Boxed>(keys: readonly Key[], shape = run): ReadonlyMap<Key, Run> =>
    new Map(
      keys.flatMap((key) => {
        const slot = slots.get(key);
        return slot ? [[key, shape(slot)] as const] : [];
      }),
    );
  const notes = runsOf(things.notes, (slot) =>
    lines.includes(slot.from) && lines.includes(slot.to) && slot.side === "middle" ? over(slot) : run(slot),
  );
  const tags = runsOf(things.tags);
  const texts = runsOf([
    ...arrows.flatMap(({ label, detail }) => [label ?? [], detail ?? []].flat()),
    ...things.words,
  ]);
  const headRuns = new Map(
    heads.map((head) => {
      const cells = headCells(head);
      const centre = column(lines[lineNear(head.box.x + head.box.width / 2)] ?? 0);
      return [head, [centre - (cells - 1) / 2, centre + (cells - 1) / 2] as const];
    }),
  );
  const placedLines = lines.map((line) => ({
    at: column(line),
    left: edge(line).left,
    right: edge(line).right,
  }));
  const loopEnds = arrows
    .filter(({ isLoop }) => isLoop)
    .map(({ x1, label, detail }) => {
      const own = placedLines[lineAt(x1)];
      return own
        ? own.at + own.right + loopCells + widest([...(label?.lines ?? []), ...(detail?.lines ?? [])])
        : 0;
    });
  const outsideEnds = arrows
    .filter(({ goesOut }) => goesOut)
    .map(({ x1, label, detail }) => {
      const own = placedLines[lineAt(x1)];
      return own
        ? own.at +
            own.right +
            Math.max(outsideCells, widest([...(label?.lines ?? []), ...(detail?.lines ?? [])]) + 2)
        : 0;
    });
  const detailEnds = heads.map(
    (head) => (headRuns.get(head)?.[0] ?? 0) + (headCells(head) + widest(head.details)) / 2 + 1,
  );
  const last = [...headRuns.values(), ...notes.values(), ...tags.values(), ...texts.values()].map(
    ([, end]) => end,
  );
  const width =
    1 +
    most([
      widest(things.title) - 1,
      ...last,
      ...at,
      ...loopEnds.map(Math.ceil),
      ...detailEnds.map(Math.ceil),
      ...outsideEnds,
      ...things.dividers.map(({ lines: shown }) => widest(shown) + 5),
    ]);
  return {
    width,
    lifelines: placedLines,
    lifelineAt: lineAt,
    beside: (lifeline, px, side) => {
      const line = placedLines[lifeline] ?? { at: 0, left: 0, right: 0 };
      const { x = 0, isLane = false } = lifelines[lifeline] ?? {};
      if (side < 0) return line.at - line.left - 1;
      return line.at + 1 + (isLane ? line.right : Math.min(line.right, levelOf(px - x - 5)));
    },
    cellAt: (px) =>
      cellBetween(
        px,
        lifelines.map(({ x }) => x),
        placedLines.map((line) => line.at),
      ),
    frames: frameSides.map(([left, right]) => [column(left), column(right)]),
    boundaries: boundarySides.map(([left, right]) => [column(left), column(right)]),
    heads: headRuns,
    notes,
    tags,
    texts,
  };
};

const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0);

/** In proportion between the two lifelines around it. */
const cellBetween = (px: number, from: readonly number[], to: readonly number[]): number => {
  const at = from.findLastIndex((x) => x <= px);
  const [low, high] = [Math.max(at, 0), Math.min(Math.max(at, 0) + 1, from.length - 1)];
  const [x1, x2, c1, c2] = [from[low] ?? 0, from[high] ?? 0, to[low] ?? 0, to[high] ?? 0];
  return x2 > x1 ? Math.round(c1 + ((px - x1) / (x2 - x1)) * (c2 - c1)) : c1;
};
