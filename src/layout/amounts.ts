import type { TimeRange } from "../language/value-types.ts";

const units = [
  { unit: "d", ms: 86_400_000 },
  { unit: "h", ms: 3_600_000 },
  { unit: "min", ms: 60_000 },
  { unit: "s", ms: 1000 },
  { unit: "ms", ms: 1 },
] as const;

const number = (value: number): string => String(Math.round(value * 100) / 100);

/** A length of time as people write it: `250 ms`, `1.5 s`, `1 h 30 min`. In: ms. */
export const timeText = (ms: number): string => {
  const largest = units.find((each) => ms >= each.ms) ?? (units[4] as (typeof units)[4]);
  const count = ms / largest.ms;
  // Seconds and below read well with a fraction; minutes and more do not.
  if (Number.isInteger(count) || largest.ms <= 1000) return `${number(count)} ${largest.unit}`;
  const whole = Math.floor(count);
  return `${whole} ${largest.unit} ${timeText(ms - whole * largest.ms)}`;
};

/** `50 ms – 3 s`, or one time where both ends are the same. */
export const rangeText = ({ low, high }: TimeRange): string =>
  low === high ? timeText(high) : `${timeText(low)} – ${timeText(high)}`;

/** `120/s`, `10/min`, `0.5/h`. In: per second. */
export const rateText = (perSecond: number): string => {
  if (perSecond >= 1) return `${number(perSecond)}/s`;
  if (perSecond * 60 >= 1) return `${number(perSecond * 60)}/min`;
  return `${number(perSecond * 3600)}/h`;
};
