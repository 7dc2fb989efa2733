/** A number as SVG reads it: at most two decimals, no zero before the point, and never `NaN` or `Infinity`. */
export const number = (value: number): string => hundredths(Math.round(value * 100));

/** The same of a whole number of hundredths: places that were rounded once can be added without rounding again. */
export const hundredths = (count: number): string => {
  if (!(Math.abs(count) < Number.MAX_SAFE_INTEGER)) return Number.isFinite(count) ? String(count / 100) : "0";
  if (count < 0) return `-${hundredths(-count)}`;
  const rest = count % 100;
  const whole = (count - rest) / 100;
  return whole === 0 ? decimals[rest] || "0" : whole + (decimals[rest] as string);
};

/** What stands behind whole numbers, by hundredths. */
const decimals: readonly string[] = Array.from({ length: 100 }, (_, count) =>
  count === 0 ? "" : (count / 100).toString().slice(1),
);
