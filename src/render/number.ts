/** A number as SVG reads it: at most two decimals, no zero before the point, and never `NaN` or `Infinity`. */
export const number = (value: number): string => {
  const rounded = Number.isFinite(value) ? Math.round(value * 100) / 100 : 0;
  return rounded === 0 ? "0" : String(rounded).replace(/^(-?)0\./, "$1.");
};
