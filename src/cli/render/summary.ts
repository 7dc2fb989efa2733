import { plural } from "../../report/plural.ts";
import type { Outcome } from "./draw-all.ts";

/** What was written: one picture by its name, many by their number; nothing of one that was refused, which has been reported. */
export const summaryOf = (outcomes: readonly Outcome[]): string => {
  const count = (...wanted: readonly Outcome["what"][]): number =>
    outcomes.filter(({ what }) => wanted.includes(what)).length;
  const [written, unchanged, failed] = [count("written"), count("unchanged"), count("refused", "failed")];
  const [only] = outcomes;
  if (outcomes.length === 1) return written === 1 ? `wrote ${only?.target.out}` : "";
  if (count("printed") > 0) return "";
  return [
    `wrote ${plural(written, "picture")}`,
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ].join(", ");
};
