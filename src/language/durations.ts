import { type Reading, read, unread, unreadUnless } from "./reading.ts";
import type { TimeRange } from "./value-types.ts";

/** Units of time in ms, the longest first: the order in which a duration names them. */
export const timeUnits = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const;

type TimeUnit = keyof typeof timeUnits;

/** Other spellings that people use, and what Slant writes. */
const spellings: Readonly<Record<string, { readonly unit: TimeUnit; readonly times?: number }>> = {
  ...Object.fromEntries(
    Object.entries({
      d: "day days",
      h: "hr hrs hour hours std",
      m: "min mins minute minutes",
      s: "sec secs second seconds sek",
      ms: "msec msecs milli millis millisecond milliseconds",
    }).flatMap(([unit, words]) => words.split(" ").map((word) => [word, { unit: unit as TimeUnit }])),
  ),
  ...Object.fromEntries(Object.keys(timeUnits).map((unit) => [unit, { unit: unit as TimeUnit }])),
  us: { unit: "ms", times: 0.001 },
  µs: { unit: "ms", times: 0.001 },
  ns: { unit: "ms", times: 0.000001 },
  w: { unit: "d", times: 7 },
  week: { unit: "d", times: 7 },
  weeks: { unit: "d", times: 7 },
};

/** `250ms`, `1.5s`, `1h30m`: ms. Units stand from long to short, each once; only the last part may have a fraction. */
export const readDuration = (text: string): Reading<number> => {
  const part = /(\d+)(\.\d+)?(ms|s|m|h|d)/y;
  let total = 0;
  let shortest = Number.POSITIVE_INFINITY;
  let wasWhole = true;
  while (part.lastIndex < text.length) {
    const found = part.exec(text);
    const scale = timeUnits[found?.[3] as TimeUnit];
    if (!found || scale >= shortest || !wasWhole) return unreadUnless(readDuration, respell(text));
    total += Number(`${found[1]}${found[2] ?? ""}`) * scale;
    shortest = scale;
    wasWhole = found[2] === undefined;
  }
  if (text === "" || total > Number.MAX_SAFE_INTEGER) return unread();
  return read(total);
};

/** `5 secs`, `1,5s`, `2MIN` in Slant's spelling, where each part has a unit that is known. */
const respell = (text: string): string | undefined => {
  const plain = text.toLowerCase().replace(/,(?=\d)/g, ".");
  const parts = [...plain.matchAll(/\s*([\d.]+)\s*([a-zµ]+)/g)];
  if (parts.map(([whole]) => whole).join("") !== plain) return undefined;
  const written = parts.map(([, digits, word]) => {
    const known = spellings[word ?? ""];
    return known && `${tidy(Number(digits) * (known.times ?? 1))}${known.unit}`;
  });
  const joined = written.every((part) => part !== undefined) ? written.join("") : undefined;
  return joined === text ? undefined : joined;
};

const tidy = (value: number): string => String(Number(value.toPrecision(12)));

/** `2s` or `50ms..3s`: a closed range, ms. */
export const readTime = (text: string): Reading<TimeRange> => readRange(readDuration, text, unitOf);

const unitOf = (text: string): string => /[a-z]+$/.exec(text)?.[0] ?? "";

/**
 * One value, or `low..high` of two. `unit` gives what the high end may lend to a low end that has no unit of its own:
 * it only helps to guess what was meant.
 */
export const readRange = (
  reader: (text: string) => Reading<number>,
  text: string,
  unit: (text: string) => string,
): Reading<TimeRange> => {
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
  reader: (text: string) => Reading<number>,
  first: string,
  last: string,
  unit: (text: string) => string,
): Reading<never> => {
  const high = mended(reader, last.trim());
  const low = mended(reader, first.trim()) ?? (high && mended(reader, `${first.trim()}${unit(high.text)}`));
  if (!low || !high) return unread();
  const [from, to] = low.value <= high.value ? [low, high] : [high, low];
  return unread(`${from.text}..${to.text}`);
};

/** A text that the reader takes, or else the one that it proposes. */
const mended = (
  reader: (text: string) => Reading<number>,
  text: string,
): { readonly text: string; readonly value: number } | undefined => {
  const reading = reader(text);
  if (reading.ok) return { text, value: reading.value };
  return reading.meant === undefined ? undefined : mended(reader, reading.meant);
};
