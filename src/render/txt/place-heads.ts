import { widest } from "./cells.ts";
import type { Run } from "./columns.ts";
import { headLines } from "./heads.ts";
import type { Sweep } from "./sweep.ts";
import type { Head } from "./things.ts";

export interface PlacedHead {
  readonly head: Head;
  readonly run: Run;
  readonly row: number;
  readonly height: number;
}

/** Puts a head at a row, so many rows high, with what is to be known below it. */
export type PutHead = (head: Head, row: number, height: number) => void;

/** Puts heads in their rows; those that `isMade` come with the arrows that make them. */
export const placeHeads = (
  heads: readonly Head[],
  isMade: (head: Head) => boolean,
  sweep: Sweep,
): { readonly placed: readonly PlacedHead[]; readonly putHead: PutHead } => {
  const { columns, everywhere, at, free, take, down, write } = sweep;
  const placed: PlacedHead[] = [];
  const putHead: PutHead = (head, row, height) => {
    const run = columns.heads.get(head) as Run;
    placed.push({ head, run, row, height });
    take(run, row + height - 1);
    if (head.details.length === 0) return;
    const under = around(run, widest(head.details));
    write(head.details, under, row + height);
    take([under[0] - 1, under[1] + 1], row + height + head.details.length - 1);
  };
  const putHeads = (row: readonly Head[]): void => {
    const height = 2 + Math.max(...row.map((head) => headLines(head).length));
    const top = Math.max(...row.map((head) => free(columns.heads.get(head) as Run)));
    for (const head of row) putHead(head, top, height);
    take(everywhere, top + height - 1);
    down(top + height - 1);
  };
  for (const row of rowsOfHeads(heads)) {
    const [first] = row;
    if (first && !isMade(first)) at(first.box.y, 1, () => putHeads(row));
  }
  return { placed, putHead };
};

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
