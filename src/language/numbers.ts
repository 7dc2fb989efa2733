import { readTime } from "./durations.ts";
import { readRange } from "./ranges.ts";
import { type Reading, readerOf } from "./reading.ts";
import type { CountRange, RetryPlan } from "./value-types.ts";

const thousands: Readonly<Record<string, number>> = { "": 1, k: 1000, M: 1_000_000 };

const exactCount = (text: string): number | undefined => {
  const found = /^(\d+(?:\.\d+)?)([kM]?)$/.exec(text);
  if (!found) return undefined;
  const value = Number((Number(found[1]) * (thousands[found[2] ?? ""] ?? 1)).toPrecision(15));
  return Number.isSafeInteger(value) ? value : undefined;
};

const respellCount = (text: string): string =>
  text
    .replace(/(?<=\d)[\s_,'](?=\d{3}(?!\d))/g, "")
    .replace(/\s+/g, "")
    .replace(/K$/, "k")
    .replace(/m$/, "M");

/** `1000`, `10k`, `1M` (case-sensitive): a whole number. */
export const readCount: (text: string) => Reading<number> = readerOf(exactCount, respellCount);

/** `3` or `1..10`: a closed range of whole numbers. */
export const readCounts = (text: string): Reading<CountRange> =>
  readRange(readCount, text, (high) => /[kM]$/.exec(high)?.[0] ?? "");

const exactNumber = (text: string): number | undefined =>
  /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;

const respellNumber = (text: string): string | undefined =>
  /^(-?\d*(?:[.,]\d+)?)\s*(?:px|pt|%)?$/
    .exec(text)?.[1]
    ?.replace(",", ".")
    .replace(/^(-?)\./, "$10.");

/** A decimal number without a unit. */
export const readNumber: (text: string) => Reading<number> = readerOf(exactNumber, respellNumber);

const perSecond: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

const exactRate = (text: string): number | undefined => {
  const found = /^(\d+(?:\.\d+)?)([kM]?)\/([smhd])$/.exec(text);
  if (!found) return undefined;
  const value = (Number(found[1]) * (thousands[found[2] ?? ""] ?? 1)) / (perSecond[found[3] ?? ""] ?? 1);
  return Number.isFinite(value) ? value : undefined;
};

const rateSpellings: readonly (readonly [pattern: RegExp, unit: string])[] = [
  [/^(?:(?:\/|per)(?:s|secs?|seconds?)|rps|qps|tps|hz)$/, "s"],
  [/^(?:(?:\/|per)(?:m|mins?|minutes?)|rpm)$/, "m"],
  [/^(?:\/|per)(?:h|hrs?|hours?)$/, "h"],
  [/^(?:\/|per)(?:d|days?)$/, "d"],
];

const respellRate = (text: string): string | undefined => {
  const found = /^([\d.,]+)([kKM]?)(\D+)$/.exec(text.replace(/\s+/g, ""));
  const unit = rateSpellings.find(([pattern]) => pattern.test((found?.[3] ?? "").toLowerCase()))?.[1];
  if (!found || !unit) return undefined;
  return `${found[1]?.replace(",", ".")}${found[2]?.replace("K", "k")}/${unit}`;
};

/** `120/s`, `10/m`, `0.5/h`: how often a second. */
export const readRate: (text: string) => Reading<number> = readerOf(exactRate, respellRate);

const exactRetry = (text: string): RetryPlan | undefined => {
  const found = /^(\d+)(?: backoff (\S+))?$/.exec(text);
  const attempts = Number(found?.[1]);
  if (!found || !(attempts >= 1) || !Number.isSafeInteger(attempts)) return undefined;
  if (found[2] === undefined) return { attempts };
  const backoff = readTime(found[2]);
  return backoff.ok ? { attempts, backoff: backoff.value } : undefined;
};

const respellRetry = (text: string): string | undefined => {
  const found = /^(\d+)\s*(?:x|times|attempts|retries)?(?:[\s,]+(?:back-?off)?[\s:]*(\S.*))?$/i.exec(text);
  if (!found?.[2]) return found?.[1];
  const pause = readTime(found[2]);
  const written = pause.ok ? found[2] : pause.meant;
  return written && `${found[1]} backoff ${written}`;
};

/** `3`, or `3 backoff 1s..60s`: attempts, the first included, and the pauses between them. */
export const readRetry: (text: string) => Reading<RetryPlan> = readerOf(exactRetry, respellRetry);
