import { readRange, readTime } from "./durations.ts";
import { type Reading, read, unread, unreadUnless } from "./reading.ts";
import type { CountRange, RetryPlan } from "./value-types.ts";

const thousands: Readonly<Record<string, number>> = { "": 1, k: 1000, M: 1_000_000 };

/** `1000`, `10k`, `1M` (case-sensitive): a whole number. */
export const readCount = (text: string): Reading<number> => {
  const found = /^(\d+(?:\.\d+)?)([kM]?)$/.exec(text);
  if (!found) return unreadUnless(readCount, respellCount(text));
  const value = Number((Number(found[1]) * (thousands[found[2] ?? ""] ?? 1)).toPrecision(15));
  return Number.isSafeInteger(value) ? read(value) : unread();
};

const respellCount = (text: string): string | undefined => {
  const plain = text
    .replace(/(?<=\d)[\s_,'](?=\d{3}(?!\d))/g, "")
    .replace(/\s+/g, "")
    .replace(/K$/, "k")
    .replace(/m$/, "M");
  return plain === text ? undefined : plain;
};

/** `3` or `1..10`: a closed range of whole numbers. */
export const readCounts = (text: string): Reading<CountRange> =>
  readRange(readCount, text, (high) => /[kM]$/.exec(high)?.[0] ?? "");

/** A decimal number without a unit. */
export const readNumber = (text: string): Reading<number> => {
  if (/^-?\d+(\.\d+)?$/.test(text)) return read(Number(text));
  const bare =
    /^(-?\d+(?:[.,]\d+)?)\s*(?:px|pt|%)?$/.exec(text)?.[1] ?? /^-?\.\d+$/.exec(text)?.[0].replace(".", "0.");
  return unreadUnless(readNumber, bare?.replace(",", ".") === text ? undefined : bare?.replace(",", "."));
};

const perSecond: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

const rateSpellings: readonly (readonly [pattern: RegExp, unit: string])[] = [
  [/^(?:\/|per)(?:s|secs?|seconds?)$/, "s"],
  [/^(?:\/|per)(?:m|mins?|minutes?)$/, "m"],
  [/^(?:\/|per)(?:h|hrs?|hours?)$/, "h"],
  [/^(?:\/|per)(?:d|days?)$/, "d"],
  [/^(?:rps|qps|tps|hz)$/, "s"],
  [/^rpm$/, "m"],
];

/** `120/s`, `10/m`, `0.5/h`: how often a second. */
export const readRate = (text: string): Reading<number> => {
  const found = /^(\d+(?:\.\d+)?)([kM]?)\/([smhd])$/.exec(text);
  if (!found) return unreadUnless(readRate, respellRate(text));
  const value = (Number(found[1]) * (thousands[found[2] ?? ""] ?? 1)) / (perSecond[found[3] ?? ""] ?? 1);
  return Number.isFinite(value) ? read(value) : unread();
};

const respellRate = (text: string): string | undefined => {
  const found = /^([\d.,]+)([kKM]?)(\D+)$/.exec(text.replace(/\s+/g, ""));
  const unit = rateSpellings.find(([pattern]) => pattern.test((found?.[3] ?? "").toLowerCase()))?.[1];
  const guess = found && unit && `${found[1]?.replace(",", ".")}${found[2]?.replace("K", "k")}/${unit}`;
  return guess === text ? undefined : guess || undefined;
};

/** `3`, or `3 backoff 1s..60s`: attempts, the first included, and the pauses between them. */
export const readRetry = (text: string): Reading<RetryPlan> => {
  const found = /^(\d+)(?: backoff (\S+))?$/.exec(text);
  const attempts = Number(found?.[1]);
  const backoff = found?.[2] === undefined ? undefined : readTime(found[2]);
  if (!found || !(attempts >= 1) || !Number.isSafeInteger(attempts) || backoff?.ok === false)
    return unreadUnless(readRetry, respellRetry(text));
  return read(backoff ? { attempts, backoff: backoff.value } : { attempts });
};

const respellRetry = (text: string): string | undefined => {
  const found = /^(\d+)\s*(?:x|times|attempts|retries)?(?:[\s,]+(?:back-?off)?[\s:]*(\S.*))?$/i.exec(text);
  const pause = found?.[2] === undefined ? undefined : readTime(found[2]);
  const written = pause && (pause.ok ? found?.[2] : pause.meant);
  const guess = found && (found[2] === undefined ? found[1] : written && `${found[1]} backoff ${written}`);
  return guess === text ? undefined : guess || undefined;
};
