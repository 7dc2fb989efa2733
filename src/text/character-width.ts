import { emojiPresentation, wide, zeroWidth } from "./unicode-ranges.ts";

/**
 * How wide a character is that no table of ours knows: `wide` fills a square (CJK), `zero` adds nothing to the
 * character before it, `emoji` is a colour picture, `narrow` is everything else.
 */
export type CharacterWidth = "narrow" | "wide" | "zero" | "emoji";

type Ranges = {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly widths: readonly CharacterWidth[];
};

/** The sorted ranges: a constant, decoded on first use because most pictures never ask. */
let ranges: Ranges | undefined;

/**
 * The width of a code point by itself, from Unicode 17.
 *
 * Cost: a binary search over about 600 ranges.
 * Source: UAX #11 (East Asian Width), UTS #51 (Emoji_Presentation).
 */
export const characterWidth = (code: number): CharacterWidth => {
  ranges ??= decodeAll();
  let low = 0;
  let high = ranges.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ranges.starts[middle] as number) <= code) low = middle;
    else high = middle - 1;
  }
  const inside = (ranges.starts[low] as number) <= code && code <= (ranges.ends[low] as number);
  return inside ? (ranges.widths[low] as CharacterWidth) : "narrow";
};

type Range = { readonly start: number; readonly end: number; readonly width: CharacterWidth };

const decodeAll = (): Ranges => {
  const emoji = decode(emojiPresentation, "emoji");
  const sorted = [...cutOut(decode(wide, "wide"), emoji), ...decode(zeroWidth, "zero"), ...emoji].sort(
    (a, b) => a.start - b.start,
  );
  return {
    starts: Int32Array.from(sorted, ({ start }) => start),
    ends: Int32Array.from(sorted, ({ end }) => end),
    widths: sorted.map(({ width }) => width),
  };
};

const decode = (text: string, width: CharacterWidth): readonly Range[] => {
  const numbers = text.split(" ").map((number) => Number.parseInt(number, 36));
  const found: Range[] = [];
  let at = 0;
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    const start = at + (numbers[i] as number);
    at = start + (numbers[i + 1] as number);
    found.push({ start, end: at, width });
  }
  return found;
};

/** Emoji are wide as well: what is left of the wide ranges when they are taken out. Both lists are in order. */
const cutOut = (from: readonly Range[], holes: readonly Range[]): readonly Range[] =>
  from.flatMap(({ start, end, width }) => {
    const left: Range[] = [];
    let next = start;
    for (const hole of holes) {
      if (hole.end < next || hole.start > end) continue;
      if (hole.start > next) left.push({ start: next, end: hole.start - 1, width });
      next = hole.end + 1;
    }
    return next <= end ? [...left, { start: next, end, width }] : left;
  });
