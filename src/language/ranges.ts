import { type Reading, read, unread } from "./reading.ts";

type NumberReader = (text: string) => Reading<number>;

/** A closed range, or a single value as a range of one. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * One value, or `low..high` of two.
 *
 * In:     a reader of one value; the text; `unit` gives what the high end may lend to a low end that has no unit of its
 *         own, which only helps to guess what was meant.
 * Out:    the range, low first.
 */
export const readRange = (
  reader: NumberReader,
  text: string,
  unit: (text: string) => string,
): Reading<Range> => {
  const dots = text.indexOf("..");
  if (dots < 0) {
    const single = reader(text);
    if (single.ok) return read({ low: single.value, high: single.value });
    const halves = /^(.*\w)\s*(?:-|–|—|…|~|\bto\b)\s*(\w.*)$/.exec(text);
    return halves ? guessRange(reader, halves[1] ?? "", halves[2] ?? "", unit) : unread(single.meant);
  }
  const [first, last] = [text.slice(0, dots), text.slice(dots + 2)];
  const low = reader(first);
  const high = reader(last);
  if (low.ok && high.ok && low.value <= high.value) return read({ low: low.value, high: high.value });
  return guessRange(reader, first.trim(), last.replace(/^\./, "").trim(), unit);
};

const guessRange = (
  reader: NumberReader,
  first: string,
  last: string,
  unit: (text: string) => string,
): Reading<never> => {
  const high = mended(reader, last);
  const low = mended(reader, first) ?? (high && mended(reader, `${first}${unit(high.text)}`));
  if (!low || !high) return unread();
  const [from, to] = low.value <= high.value ? [low, high] : [high, low];
  return unread(`${from.text}..${to.text}`);
};

/** A text that the reader takes, or else the one that it proposes. */
const mended = (
  reader: NumberReader,
  text: string,
): { readonly text: string; readonly value: number } | undefined => {
  const reading = reader(text);
  if (reading.ok) return { text, value: reading.value };
  const again = reading.meant === undefined ? undefined : reader(reading.meant);
  return reading.meant !== undefined && again?.ok ? { text: reading.meant, value: again.value } : undefined;
};
