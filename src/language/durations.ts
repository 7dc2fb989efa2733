import { readRange } from "./ranges.ts";
import { type Reading, readerOf } from "./reading.ts";
import type { TimeRange } from "./value-types.ts";

/** Units of time in ms, the longest first: the order in which a duration names them. */
export const timeUnits = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const;

type TimeUnit = keyof typeof timeUnits;

const exactDuration = (text: string): number | undefined => {
  const part = /(\d+)(\.\d+)?(ms|s|m|h|d)/y;
  let total = 0;
  let shortest = Number.POSITIVE_INFINITY;
  let wasWhole = true;
  while (part.lastIndex < text.length) {
    const found = part.exec(text);
    const scale = timeUnits[found?.[3] as TimeUnit];
    if (!found || scale >= shortest || !wasWhole) return undefined;
    total += Number(`${found[1]}${found[2] ?? ""}`) * scale;
    shortest = scale;
    wasWhole = found[2] === undefined;
  }
  return text === "" || total > Number.MAX_SAFE_INTEGER ? undefined : total;
};

/** Other spellings that people use, and how many of Slant's units they are. */
const spellings = new Map<string, { readonly unit: TimeUnit; readonly times: number }>([
  ...namesOf("d", "d day days"),
  ...namesOf("d", "w week weeks", 7),
  ...namesOf("h", "h hr hrs hour hours std"),
  ...namesOf("m", "m min mins minute minutes"),
  ...namesOf("s", "s sec secs second seconds sek"),
  ...namesOf("ms", "ms msec msecs milli millis millisecond milliseconds"),
  ...namesOf("ms", "us µs μs", 0.001),
  ...namesOf("ms", "ns", 0.000001),
]);

function namesOf(unit: TimeUnit, words: string, times = 1) {
  return words.split(" ").map((word) => [word, { unit, times }] as const);
}

/** `5 secs`, `1,5s`, `2MIN` in Slant's spelling, where each part has a unit that is known. */
const respellDuration = (text: string): string | undefined => {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/,(?=\d)/g, ".");
  const parts = [...plain.matchAll(/\s*([\d.]+)\s*([a-zµμ]+)/g)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join("") !== plain) return undefined;
  const written = parts.map(([, digits, word]) => {
    const known = spellings.get(word ?? "");
    return known && `${tidy(Number(digits) * known.times)}${known.unit}`;
  });
  return written.every((part) => part !== undefined) ? written.join("") : undefined;
};

const tidy = (value: number): string => String(Number(value.toPrecision(12)));

/** `250ms`, `1.5s`, `1h30m`: ms. Units stand from long to short, each once; only the last part may have a fraction. */
export const readDuration: (text: string) => Reading<number> = readerOf(exactDuration, respellDuration);

const unitOf = (text: string): string => /[a-z]+$/.exec(text)?.[0] ?? "";

/** `2s` or `50ms..3s`: a closed range, ms. */
export const readTime = (text: string): Reading<TimeRange> => readRange(readDuration, text, unitOf);
