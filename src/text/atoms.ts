import { breaksBefore } from "./breaks.ts";
import type { WidthOf } from "./stretches.ts";
import { isBreakingSpace } from "./white-space.ts";

/** What a line never breaks inside, in order: the UTF-16 stretches [start, end) of a text, white space left out. */
export type Atoms = { readonly starts: readonly number[]; readonly ends: readonly number[] };

/**
 * Cuts a text into the pieces that lines are filled with.
 *
 * In:     a text without ends of lines, runs of white space already one space; `starts`, where characters start
 *         (undefined: everywhere); `max`, the widest line, in the unit of `widthOf`.
 * Out:    words; a word wider than `max` in parts (after separators, at humps); a part wider than `max` in characters.
 * Says:   nothing.
 * Cost:   linear: each level looks at each character once.
 */
export const atomsOf = (
  text: string,
  starts: Uint8Array | undefined,
  widthOf: WidthOf,
  max: number,
): Atoms => {
  const atoms = { starts: [] as number[], ends: [] as number[] };
  const canBreak = (at: number): boolean => starts === undefined || starts[at] === 1;

  const add = (start: number, end: number, depth: number): void => {
    const cut = levels[depth];
    if (cut === undefined || widthOf(start, end) <= max) {
      atoms.starts.push(start);
      atoms.ends.push(end);
      return;
    }
    let from = start;
    for (let at = start + 1; at < end; at += 1) {
      if (!canBreak(at) || !cut(text, at)) continue;
      add(from, at, depth + 1);
      from = at;
    }
    add(from, end, depth + 1);
  };

  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const isSpace =
      at < text.length && isBreakingSpace(text.charCodeAt(at)) && canBreak(at) && canBreak(at + 1);
    const isEnd = at === text.length || isSpace;
    if (!isEnd && !(at > from && canBreak(at) && breaksBefore.word(text, at))) continue;
    if (at > from) add(from, at, 0);
    from = isEnd ? at + 1 : at;
  }
  return atoms;
};

const levels = [breaksBefore.part, (): boolean => true];
