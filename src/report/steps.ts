import { harmless } from "./harmless.ts";
import type { LocatedSchedule } from "./locate.ts";
import type { Palette } from "./palette.ts";

/** Steps at the end of a schedule that a terminal shows in any case. */
const last = 6;

/**
 * Shows a schedule in short, for people at a terminal.
 *
 * In:   a schedule.
 * Out:  a line for each of its last steps, for each step with a remark and the one before; others are left out, with a sign.
 * Cost: linear in the steps.
 */
export const stepLines = ({ steps }: LocatedSchedule, palette: Palette): readonly string[] => {
  const width = `${steps.length}`.length;
  const isShown = (at: number): boolean =>
    at >= steps.length - last || steps[at]?.remark !== undefined || steps[at + 1]?.remark !== undefined;
  return [
    "  one way in which it can happen:",
    ...steps.flatMap(({ lifeline, message, remark }, at) => {
      if (!isShown(at))
        return at > 0 && !isShown(at - 1) ? [] : [palette.faint(`    ${" ".repeat(width)}  …`)];
      const number = `${at + 1}`.padStart(width);
      const says = `    ${number}. ${harmless(lifeline)} ${harmless(message)}`;
      return [remark === undefined ? says : `${says} ${palette.strong(`<- ${harmless(remark)}`)}`];
    }),
  ];
};
