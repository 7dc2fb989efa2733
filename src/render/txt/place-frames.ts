import { widest } from "./cells.ts";
import type { Run } from "./columns.ts";
import type { Sweep } from "./sweep.ts";
import type { Frame } from "./things.ts";

export interface PlacedFrame {
  readonly frame: Frame;
  readonly run: Run;
  readonly top: number;
  readonly bottom: number;
  readonly operands: readonly number[];
}

/** Puts the upper edge, the parts and the lower edge of frames. */
export const placeFrames = (
  list: readonly Frame[],
  runs: readonly Run[],
  { at, free, take, down, show, pass }: Sweep,
): readonly PlacedFrame[] => {
  const placed: PlacedFrame[] = [];
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
        show({
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
    at(box.y, 0, () => {
      top = edge(title, 2);
      pass(box.y, top);
    });
    for (const { y, lines } of operands)
      at(y, 0, () => {
        const row = edge(lines, 2);
        parts.push(row);
        pass(y, row);
      });
    at(box.y + box.height, 0, () => {
      const row = edge([], 0);
      pass(box.y + box.height, row);
      placed.push({ frame, run, top, bottom: row, operands: parts });
    });
  });
  return placed;
};
