/** A number as SVG reads it: at most two decimals, no zero before the point, and never `NaN` or `Infinity`. */
export const number = (value: number): string => {
  const rounded = Math.round(value * 100) / 100;
  if (rounded === 0 || !Number.isFinite(rounded)) return "0";
  const written = String(rounded);
  if (rounded > 0 && rounded < 1) return written.slice(1);
  return rounded < 0 && rounded > -1 ? `-${written.slice(2)}` : written;
};
