import { executionKey, executionWords, labelGap, labelOffset } from "./bar-labels.ts";
import type { Board } from "./board.ts";
import { sceneryOf } from "./late-labels.ts";
import { baseline } from "./place-label.ts";
import type { PlacedExecutionLabel, PlacedMessage } from "./placement.ts";
import { addBox, touched } from "./scenery.ts";
import { levelBox } from "./turned-box.ts";
import { shownText } from "./words.ts";

/** How many heights are tried on each side of a bar, and px between them. */
const places = 16;
const apart = 7;

export interface ExecutionLabels {
  readonly placed: readonly PlacedExecutionLabel[];
  /** Executions whose labels have no place, by `executionKey`. */
  readonly homeless: readonly string[];
}

const noLabels: ExecutionLabels = { placed: [], homeless: [] };

/**
 * Finds places for what the text calls its executions: beside the bar's top, on the right before the left, where nothing
 * else stands. One that finds none is homeless: with more room between the lifelines it may find one, else it is left to the
 * bar's name, which is read aloud.
 *
 * In:   a board on which everything has its height; its messages with their words; the rows' upper and lower ends, px.
 * Cost: a fixed number of places for each label; nothing where no execution has one.
 */
export const labelExecutions = (
  board: Board,
  messages: readonly PlacedMessage[],
  top: number,
  bottom: number,
): ExecutionLabels => {
  const { flow, order, plan, x } = board;
  const { style } = plan;
  const waiting = new Map(
    flow.executions
      .filter(({ label }) => shownText(label) !== "")
      .map((each) => [executionKey(each.participant, each.path), each]),
  );
  if (waiting.size === 0) return noLabels;
  const scenery = sceneryOf(board, messages, new Set(), top, bottom);
  const isFree = (box: Parameters<typeof levelBox>[0]): boolean => {
    const turned = levelBox(box);
    const met = touched(scenery, turned, Number.NaN, labelGap);
    if (met.boxes + met.strokes > 0) return false;
    if (box.x < Math.max(board.left, style.margin / 2)) return false;
    if (box.x + box.width > board.width - style.margin / 2) return false;
    return x.every((at, column) => {
      const half = (plan.half[column] as number) + labelGap;
      return at + half <= box.x || at - half >= box.x + box.width;
    });
  };
  const placed: PlacedExecutionLabel[] = [];
  for (const { lifeline, start, end, level, name } of order.executions) {
    const said = name === undefined ? undefined : waiting.get(executionKey(lifeline, name));
    const column = plan.column[lifeline] ?? -1;
    const from = board.places[start] ?? Number.NaN;
    const to = end === null ? bottom : (board.places[end] ?? Number.NaN);
    if (!said || column < 0 || !plan.barred[column] || Number.isNaN(from) || Number.isNaN(to)) continue;
    const words = executionWords(said, style);
    const centre = (x[column] as number) + level * style.barShift;
    const right = centre + style.barWidth / 2 + style.barShift + labelOffset;
    const left = centre - style.barWidth / 2 - labelOffset - words.width;
    const last = Math.max(from + 2, to + style.barTail - words.height);
    const spots = [right, left].flatMap((at) =>
      Array.from({ length: places }, (_, row) => ({ x: at, y: from + 2 + row * apart })),
    );
    const spot = spots.find(
      ({ x: at, y }) => y <= last && isFree({ x: at, y, width: words.width, height: words.height }),
    );
    if (!spot) continue;
    waiting.delete(executionKey(said.participant, said.path));
    addBox(scenery, levelBox({ ...spot, width: words.width, height: words.height }));
    placed.push({
      label: { words, x: spot.x, y: spot.y + baseline(words), anchor: "start", rotate: 0 },
      span: said.span,
    });
  }
  return { placed, homeless: [...waiting.keys()] };
};
