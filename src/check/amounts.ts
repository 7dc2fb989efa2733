import { timeUnits } from "../language/durations.ts";
import type { TimeRange } from "../language/value-types.ts";

/** As a source writes it: `250ms`, `1.5s`, `1h30m`. In: ms. */
export const duration = (ms: number): string => {
  const [unit, scale] = unitsDown.find(([, each]) => ms >= each) ?? (["ms", 1] as const);
  const count = ms / scale;
  // Seconds and below read well with a fraction; minutes and more do not.
  if (Number.isInteger(count) || scale <= timeUnits.s) return `${rounded(count)}${unit}`;
  const whole = Math.floor(count);
  const rest = Math.round((ms - whole * scale) / timeUnits.s) * timeUnits.s;
  return rest === 0 ? `${whole}${unit}` : `${whole}${unit}${duration(rest)}`;
};

const unitsDown = Object.entries(timeUnits);

/** `50ms..3s`, or one time where both ends are the same. In: ms. */
export const range = ({ low, high }: TimeRange): string =>
  low === high ? duration(high) : `${duration(low)}..${duration(high)}`;

/** `120/s`, `10/m`, `0.5/h`. In: per second. */
export const rate = (perSecond: number): string => {
  if (perSecond >= 1) return `${rounded(perSecond)}/s`;
  return perSecond * 60 >= 1 ? `${rounded(perSecond * 60)}/m` : `${rounded(perSecond * 3600)}/h`;
};

/** To two digits behind the point. */
export const rounded = (value: number): string => String(Math.round(value * 100) / 100);

/** The next length of time that reads well, not below this one. In: ms. */
export const roomy = (ms: number): number => {
  const digits = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, ms))) - 1);
  return Math.ceil(ms / Math.min(digits, 60_000)) * Math.min(digits, 60_000);
};
