import type { Run } from "./columns.ts";
import { nearestLifeline } from "./nearest-lifeline.ts";
import type { Sweep } from "./sweep.ts";
import type { Boxed, Things } from "./things.ts";

export interface PlacedNote {
  readonly note: Boxed;
  readonly run: Run;
  readonly row: number;
}

export interface PlacedDivider {
  readonly lines: readonly string[];
  readonly isSilence: boolean;
  readonly row: number;
}

export interface PlacedEnd {
  readonly cell: number;
  readonly row: number;
}

/** Puts what stands beside the lifelines, and across them. */
export const placeBeside = (
  things: Things,
  { columns, everywhere, at, free, lowest, take, down, write, happens, eventAt, pass }: Sweep,
): {
  readonly notes: readonly PlacedNote[];
  readonly dividers: readonly PlacedDivider[];
  readonly ends: readonly PlacedEnd[];
} => {
  const notes: PlacedNote[] = [];
  const dividers: PlacedDivider[] = [];
  const ends: PlacedEnd[] = [];
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
      pass(y, row);
      down(row);
    });
  }
  for (const note of things.notes) {
    const run = columns.notes.get(note) as Run;
    at(note.box.y, 5, () => {
      const row = free(run);
      notes.push({ note, run, row });
      take(run, row + note.lines.length + 1);
      pass(note.box.y, row);
    });
  }
  for (const { y, lines, isSilence } of things.dividers)
    at(y, 5, () => {
      const row = free(everywhere);
      dividers.push({ lines, isSilence, row });
      take(everywhere, row + (isSilence ? 2 : 0));
      pass(y, row);
      down(row);
    });
  for (const { x, y } of things.ends)
    at(y, 5, () => {
      const lifeline = columns.lifelineAt(x);
      const cell = columns.lifelines[lifeline]?.at ?? 0;
      const row = free([cell, cell]);
      take([cell, cell], row);
      ends.push({ cell, row });
      happens(lifeline, y, row);
      pass(y, row);
      down(row);
    });
  for (const word of things.words) {
    const run = columns.texts.get(word) as Run;
    at(word.y, 6, () => {
      const row = free(run);
      write(word.lines, run, row);
      pass(word.y, row);
    });
  }
  return { notes, dividers, ends };
};
