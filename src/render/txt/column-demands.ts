// One pass over everything that takes room from left to right: what is not asked here has no column; hence its length.
import { widest } from "./cells.ts";
import type { Run } from "./columns.ts";
import type { Distance, Edge } from "./edges.ts";
import { headCells, makes } from "./heads.ts";
import { levelOf } from "./levels.ts";
import { neighboursOf } from "./neighbours.ts";
import type { Arrow, Block, Boxed, Frame, Things } from "./things.ts";

/** Cells of an arrow to itself, before its words. */
export const loopCells = 6;
/** Cells of an arrow from outside, at least. */
export const outsideCells = 8;

type Side = "left" | "middle" | "right";

/** Where something stands that has room between two edges. */
export interface Slot {
  readonly from: number;
  readonly to: number;
  readonly cells: number;
  readonly side: Side;
}

/** What the columns have to keep apart, and between which edges everything stands. */
export interface ColumnDemands {
  readonly edges: readonly Edge[];
  readonly distances: readonly Distance[];
  /** The edges that are lifelines, and those at the two sides of frames. */
  readonly lines: readonly number[];
  readonly frameSides: readonly Run[];
  readonly boundarySides: readonly Run[];
  readonly slots: ReadonlyMap<Block | Boxed, Slot>;
  /** The lifeline nearest to a place in the scene; and the one at it, or -1. */
  readonly lineNear: (px: number) => number;
  readonly lineAt: (px: number) => number;
}

/**
 * Finds out what takes how many cells between what.
 *
 * In:   what the scene shows, in px: only the order and the neighbourhood of things are taken from there.
 * Cost: n log n.
 */
export const columnDemands = (things: Things): ColumnDemands => {
  const { lifelines, heads, frames, boundaries, arrows } = things;
  const edges: Edge[] = [margin];
  const add = (edge: Edge): number => edges.push(edge) - 1;
  const levels = levelsOf(things);
  const lines = lifelines.map(({ x, top, bottom, isLane }, at) => {
    const reach = isLane ? 2 : 0;
    return add({ px: x, top, bottom, left: reach, right: isLane ? 2 : (levels[at] ?? 0), hugsRight: false });
  });
  const sides = ({ box }: Frame): Run => {
    const span = { top: box.y, bottom: box.y + box.height, left: 0, right: 0 };
    return [
      add({ ...span, px: box.x, hugsRight: true }),
      add({ ...span, px: box.x + box.width, hugsRight: false }),
    ];
  };
  const boundarySides = boundaries.map(sides);
  const frameSides = frames.map(sides);
  const { around } = neighboursOf(edges, lines);
  const edge = (at: number): Edge => edges[at] as Edge;

  const distances: Distance[] = [];
  const keep = (from: number, to: number, cells: number): void => {
    if (from >= 0 && to >= 0 && from !== to) distances.push({ from, to, cells });
  };
  /** Something `cells` wide between two edges, with a blank on both sides. */
  const between = (from: number, to: number, cells: number): void => {
    if (to >= 0) keep(Math.max(from, 0), to, edge(Math.max(from, 0)).right + cells + edge(to).left + 3);
  };

  const lineNear = (px: number): number => {
    let best = -1;
    lifelines.forEach(({ x }, at) => {
      if (best < 0 || Math.abs(x - px) < Math.abs((lifelines[best]?.x ?? 0) - px)) best = at;
    });
    return best;
  };

  // heads: each over its lifeline, and clear of its neighbours
  const half = lifelines.map(() => 0);
  for (const head of heads) {
    const at = lineNear(head.box.x + head.box.width / 2);
    const own = Math.max((headCells(head) - 1) / 2, Math.ceil(widest(head.details) / 2));
    half[at] = Math.max(half[at] ?? 0, own);
  }
  const halfAt = (at: number): number => half[at] ?? 0;
  lines.forEach((line, at) => {
    keep(
      at === 0 ? 0 : (lines[at - 1] as number),
      line,
      (at === 0 ? 1 : halfAt(at - 1)) + halfAt(at) + (at === 0 ? 1 : 2),
    );
  });

  // boundaries: around the heads, each inside the one around it
  const nested = (runs: readonly Run[], boxes: readonly Frame[]): void => {
    const open: number[] = [];
    const order = boxes.map((_, at) => at).sort((a, b) => top(a) - top(b) || bottom(b) - bottom(a) || a - b);
    function top(at: number): number {
      return boxes[at]?.box.y ?? 0;
    }
    function bottom(at: number): number {
      return top(at) + (boxes[at]?.box.height ?? 0);
    }
    for (const at of order) {
      while (open.length > 0 && !holds(boxes[open.at(-1) as number], boxes[at])) open.pop();
      const [outer, inner] = [runs[open.at(-1) ?? -1], runs[at]];
      if (outer && inner) {
        keep(outer[0], inner[0], 2);
        keep(inner[1], outer[1], 2);
      }
      open.push(at);
    }
  };
  nested(boundarySides, boundaries);
  nested(frameSides, frames);
  const inside = (frame: Frame): readonly number[] =>
    lifelines.flatMap(({ x }, at) => (x > frame.box.x && x < frame.box.x + frame.box.width ? [at] : []));
  boundaries.forEach((boundary, index) => {
    const [left, right] = boundarySides[index] as Run;
    const held = inside(boundary);
    const [low, high] = [held[0], held.at(-1)];
    keep(left, right, widest(boundary.title) + 5);
    if (low === undefined || high === undefined) return;
    keep(left, lines[low] as number, halfAt(low) + 2);
    keep(lines[high] as number, right, halfAt(high) + 2);
    keep(low > 0 ? (lines[low - 1] as number) : 0, left, (low > 0 ? halfAt(low - 1) : 1) + 2);
    if (lines[high + 1] !== undefined) keep(right, lines[high + 1] as number, halfAt(high + 1) + 2);
  });
  frames.forEach(({ box, title, operands }, index) => {
    const [left, right] = frameSides[index] as Run;
    const y = box.y + box.height / 2;
    const [before, first] = around(box.x - 2, box.x + 2, y);
    const [last, after] = around(box.x + box.width - 2, box.x + box.width + 2, y);
    const held = inside(frames[index] as Frame);
    const [low = -1, high = -1] = [lines[held[0] ?? -1], lines[held.at(-1) ?? -1]];
    keep(left, right, Math.max(widest(title), ...operands.map((each) => widest(each.lines))) + 5);
    for (const [from, to] of [
      [before, left],
      [left, first],
      [last, right],
      [right, after],
      [left, low],
      [high, right],
    ] as const)
      if (from !== to && from >= -1 && to >= 0 && (from >= 0 || to === left))
        keep(Math.max(from, 0), to, edge(Math.max(from, 0)).right + edge(to).left + 2);
  });

  const slots = new Map<Block | Boxed, Slot>();
  const claim = (
    key: Block | Boxed,
    left: number,
    right: number,
    y: number,
    cells: number,
    side?: Side,
  ): void => {
    const [from, to] = around(left, right, y);
    between(from, to, cells);
    const nearer =
      left - (edges[from]?.px ?? 0) <= (edges[to]?.px ?? Number.POSITIVE_INFINITY) - right ? "left" : "right";
    slots.set(key, { from: Math.max(from, 0), to, cells, side: side ?? nearer });
  };
  const lineAt = (px: number): number => {
    const at = lineNear(px);
    return at >= 0 && Math.abs((lifelines[at]?.x ?? 0) - px) <= 12 + 5 * (levels[at] ?? 0) ? at : -1;
  };
  for (const arrow of arrows) claimArrow(arrow);
  function claimArrow(arrow: Arrow): void {
    const { x1, x2, y1, y2, label, detail } = arrow;
    const words = [label, detail].filter((each) => each !== undefined);
    const widths = words.map(({ lines: shown }) => widest(shown));
    if (arrow.isLoop) {
      const own = lineAt(x1);
      const right = Math.max(x1 + 40, ...words.map((each) => each.right));
      const [, to] = around(x1, right, (y1 + y2) / 2);
      const cells = loopCells + Math.max(0, ...widths);
      if (own >= 0) between(lines[own] as number, to, cells);
      return;
    }
    const slants = Math.abs(y2 - y1) > 1;
    const [low, high] = x1 < x2 ? [x1, x2] : [x2, x1];
    if (arrow.isFound || arrow.goesOut) {
      const cells = Math.max(outsideCells, ...widths.map((width) => width + 2));
      const [from, to] = around(low, high, y1);
      between(from, to, cells);
    }
    const made = heads.find((head) => makes(arrow, head));
    if (made) {
      const [own, other] = [lineAt(x1), lineNear(made.box.x + made.box.width / 2)];
      const [from, to] = x1 < x2 ? [own, other] : [other, own];
      const room = Math.max(slants ? 6 : 5, ...widths.map((width) => width + 1)) + halfAt(other);
      if (own >= 0) between(lines[from] as number, lines[to] as number, room);
      return;
    }
    const [first, last] = [lineAt(low), lineAt(high)];
    if (first >= 0 && last >= 0) between(lines[first] as number, lines[last] as number, slants ? 6 : 5);
    words.forEach((each, at) => {
      const extra = slants && each === detail ? 5 : 0;
      claim(
        each,
        each.left,
        each.right,
        Math.min(each.y, Math.max(y1, y2)),
        (widths[at] ?? 0) + extra,
        "middle",
      );
    });
  }
  for (const tag of things.tags)
    claim(tag, tag.box.x, tag.box.x + tag.box.width, tag.box.y + tag.box.height / 2, widest(tag.lines));
  for (const note of things.notes) {
    const { x, y, width, height } = note.box;
    const covered = lifelines.flatMap((line, at) => (line.x > x && line.x < x + width ? [at] : []));
    const cells = widest(note.lines) + 4;
    if (covered.length === 0) claim(note, x, x + width, y + height / 2, cells);
    else {
      const [low, high] = [lines[covered[0] as number] as number, lines[covered.at(-1) as number] as number];
      const [from, to] = around(x, x + width, y + height / 2);
      keep(low, high, covered.length > 1 ? cells - 7 : 0);
      const reach = covered.length > 1 ? 3 : Math.ceil(cells / 2);
      keep(Math.max(from, 0), low, edge(Math.max(from, 0)).right + reach + 2);
      if (to >= 0) keep(high, to, reach + edge(to).left + 2);
      slots.set(note, { from: low, to: high, cells, side: "middle" });
    }
  }
  for (const word of things.words) claim(word, word.left, word.right, word.y, widest(word.lines), "middle");

  return { edges, distances, lines, frameSides, boundarySides, slots, lineNear, lineAt };
};

/** The left edge of the picture. */
export const margin: Edge = {
  px: Number.NEGATIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
  left: 0,
  right: 0,
  hugsRight: false,
};

const holds = (outer: Frame | undefined, inner: Frame | undefined): boolean =>
  outer !== undefined &&
  inner !== undefined &&
  inner.box.x >= outer.box.x &&
  inner.box.x + inner.box.width <= outer.box.x + outer.box.width &&
  inner.box.y + inner.box.height <= outer.box.y + outer.box.height;

/** How many bars stand side by side on each lifeline, less one. */
const levelsOf = ({ lifelines, bars, waits }: Things): readonly number[] => {
  const levels = lifelines.map(() => 0);
  for (const { x } of [...bars, ...waits]) {
    const at = lifelines.findLastIndex((line) => line.x <= x + 1);
    if (at >= 0) levels[at] = Math.max(levels[at] ?? 0, levelOf(x - (lifelines[at]?.x ?? 0)));
  }
  return levels;
};
