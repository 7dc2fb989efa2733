import type { DividerStep, NoteStep, Step, WaitStep } from "../../flow/flow.ts";
import { timeText } from "../amounts.ts";
import type { Board } from "./board.ts";
import { freeBelow, lowest } from "./board.ts";
import { chipHeight } from "./chips.ts";
import { columnsOf, markColumn, noteOffset, noteReach, noteStart, noteWidth } from "./demands.ts";
import { earliest, keepBelow, pass, readAfter, settle } from "./earliest.ts";
import { placeChips } from "./place-chips.ts";
import { contentOf, shownText, type Words, words } from "./words.ts";

/** A tag of its own on a lifeline: `await`, `cancel`, `detach`, `stored`. */
export const placeMark = (board: Board, step: Step): void => {
  const shown = board.demands.tags.get(step);
  const column = shown ? markColumn(board.plan, step) : -1;
  if (!shown || column < 0) return;
  const side = board.demands.sides.get(step) ?? -1;
  const half = board.plan.style.step / 2;
  const [occurrence = -1] = board.ofStep(step);
  const y = earliest(board, occurrence, [column], { reading: half });
  const before = board.chips.length;
  placeChips(board, column, side, [shown], y, step.span);
  const box = board.chips[before]?.box;
  const middle = box ? box.y + box.height / 2 : y;
  const below = middle + chipHeight / 2 + 4;
  markOccurrences(board, step, middle, below, middle - half);
  keepBelow(board, column, below);
};

/** Every occurrence that a statement makes happens at one height; `below` and `reads` as `settle` has them. */
export const markOccurrences = (board: Board, step: Step, y: number, below: number, reads: number): void => {
  for (const occurrence of board.ofStep(step)) settle(board, occurrence, y, below, reads);
};

/** What a statement makes happen without showing it. */
export const passUnseen = (board: Board, step: Step): void => {
  for (const occurrence of board.ofStep(step))
    if (Number.isNaN(board.places[occurrence])) pass(board, occurrence);
};

export const placeNote = (board: Board, step: NoteStep): void => {
  const { style, rich, half, messages } = board.plan;
  const font = { face: "regular", size: style.small + 1 } as const;
  const centre = (at: number): number => board.x[at] as number;
  const narrow = board.demands.notes.get(step);
  if (!narrow) return;
  const width = noteWidth(narrow, style);

  const put = (x: number, y: number, shown = narrow, wide = width): void => {
    const top = Math.max(y, freeBelow(board, x, x + wide) + 4);
    const height = shown.height + style.notePad * 1.5;
    board.boxes.take(x - 1, x + wide + 1, top + height + 2);
    board.notes.push({
      box: { x, y: top, width: wide, height },
      words: shown,
      span: step.span,
      participants: step.participants,
      classes: step.classes,
    });
  };
  if (step.side === "message") {
    const placed = step.message === undefined ? undefined : board.messages[step.message];
    const plan = step.message === undefined ? undefined : messages[step.message];
    if (!placed || !plan) return;
    const at = Math.max(plan.from, plan.to);
    if (at < 0) return;
    const y = plan.from > plan.to ? placed.y1 : placed.y2;
    put(centre(at) + noteStart(board.plan, plan), y - narrow.height / 2 - style.notePad);
    return;
  }
  const columns = columnsOf(board.plan, step);
  if (columns.length === 0) return;
  const low = Math.min(...columns);
  const high = Math.max(...columns);
  if (step.side === "left" || step.side === "right") {
    const at = step.side === "left" ? low : high;
    const y = Math.max((board.cursor[at] as number) - 6, board.last - 4);
    put(
      step.side === "left"
        ? centre(at) - (half[at] as number) - noteOffset - width
        : centre(at) + (half[at] as number) + noteOffset,
      y,
    );
    return;
  }
  const x = low === high ? centre(low) - width / 2 : centre(low) - noteReach;
  const wide = low === high ? width : Math.max(width, centre(high) + noteReach - x);
  const shown =
    low === high ? narrow : words(contentOf(step.label, rich), font, wide - 2 * style.notePad - 6);
  let y = board.last + style.step / 2;
  for (let at = low; at <= high; at++) y = Math.max(y, board.cursor[at] as number);
  put(x, y, shown, wide);
  const { box } = board.notes[board.notes.length - 1] as (typeof board.notes)[number];
  for (let at = low; at <= high; at++) keepBelow(board, at, box.y + box.height + 6);
  readAfter(board, box.y);
};

export const placeDivider = (board: Board, step: DividerStep): void => {
  const shown = acrossWords(board, shownText(step.label));
  const further = (shown.height - shown.leading) / 2;
  const y = lowest(board) + 18 + further;
  board.dividers.push({ kind: "divider", y, from: 0, to: board.width, words: shown, span: step.span });
  sweep(board, y + 14 + further);
};

/** A silence of everyone is a break across the picture; of some, a tag on their lifelines. */
export const placeWait = (board: Board, step: WaitStep): void => {
  const { style, column } = board.plan;
  const tag = board.demands.tags.get(step);
  if (tag) {
    for (const participant of step.participants) {
      const at = column[participant] ?? -1;
      if (at < 0) continue;
      const y = Math.max(board.cursor[at] as number, board.last + style.step / 2);
      placeChips(board, at, -1, [tag], y, step.span);
      const box = board.chips[board.chips.length - 1]?.box;
      keepBelow(board, at, (box ? box.y + box.height : y) + 8);
    }
    return;
  }
  const text = step.duration === undefined ? shownText(step.label) : timeText(step.duration);
  const shown = acrossWords(board, text);
  const further = (shown.height - shown.leading) / 2;
  const y = lowest(board) + 20 + further;
  board.dividers.push({ kind: "silence", y, from: 0, to: board.width, words: shown, span: step.span });
  sweep(board, y + 20 + further);
};

/** Words that stand in the middle of the picture, as wide as it at most. */
const acrossWords = ({ plan: { style }, width }: Board, text: string): Words =>
  words(text, { face: "medium", size: style.small + 1 }, Math.max(120, width - 4 * style.margin));

/** Nothing above `y` from here on. */
const sweep = (board: Board, y: number): void => {
  board.boxes.take(0, board.width, y);
  board.plan.lifelines.forEach((_, column) => {
    keepBelow(board, column, y);
  });
  readAfter(board, y - board.plan.style.step / 2);
};
