import type { Mark, PathCommand, RectMark } from "../layout/scene.ts";
import { type Paint, type PaintRole, paintRoles } from "../theme/theme.ts";

/**
 * Brings a group's marks to whole pixels, so that lines are crisp and what touches still touches.
 *
 * The picture as a whole is shifted by half a pixel: a line on a whole number fills one row of pixels. So lines and
 * outlines go to whole numbers; areas without outline, and the feet of letters, go halfway between, to the pixels' edges.
 * Arrowheads and other small shapes are never bent: they move with the nearer end of the group's line. Nothing ends up
 * further than half a pixel from where it was, or 0.71 px aslant.
 */
export interface Pixels {
  readonly paint: Readonly<Record<PaintRole, Paint>>;
  /** Both ends of the group's first line, where there is one. */
  readonly ends: readonly Point[];
}

type Point = readonly [x: number, y: number];

/** How the places of a shape are brought to pixels: to whole ones each, or all by the same way. */
export interface Fit {
  readonly isWhole: boolean;
  readonly dx: number;
  readonly dy: number;
}

export const exact: Fit = { isWhole: false, dx: 0, dy: 0 };
const whole: Fit = { isWhole: true, dx: 0, dy: 0 };

/** A place brought to pixels, given by how much it moves where not to a whole one. */
export const fitted = (value: number, { isWhole }: Fit, by: number): number =>
  isWhole ? Math.round(value) : value + by;

/** Both ends of a group's first line, where there is one. */
export const endsOfLine = (
  marks: readonly Mark[],
  paint: Readonly<Record<PaintRole, Paint>>,
): readonly Point[] => {
  for (const mark of marks) {
    if (mark.kind !== "path" || smallRoles.has(mark.paint) || paint[mark.paint].stroke === undefined)
      continue;
    const ends = [pointOf(mark.commands[0]), pointOf(mark.commands.at(-1))];
    return ends.filter((end) => end !== undefined);
  }
  return none;
};

/** How a shape that begins at (x, y) fits. */
export const fitOf = ({ paint: role, kind }: Mark, x: number, y: number, { paint, ends }: Pixels): Fit => {
  if (kind !== "circle" && !smallRoles.has(role)) return paint[role].stroke === undefined ? exact : whole;
  let best = ends[0];
  if (best === undefined) return exact;
  for (const end of ends) if (far(end, x, y) < far(best, x, y)) best = end;
  return { isWhole: false, dx: Math.round(best[0]) - best[0], dy: Math.round(best[1]) - best[1] };
};

/** A rectangle on whole pixels: x, y, width and height. */
export const fittedRect = (
  { x, y, width, height, paint: role }: RectMark,
  { paint }: Pixels,
): readonly [number, number, number, number] => {
  const by = paint[role].stroke === undefined ? 0.5 : 0;
  const left = Math.round(x) - by;
  const top = Math.round(y) - by;
  return [left, top, Math.round(x + width) - by - left, Math.round(y + height) - by - top];
};

/** Where the feet of upright letters stand. */
export const fittedFeet = (y: number): number => Math.round(y) - 0.5;

const smallRoles: ReadonlySet<PaintRole> = new Set(
  paintRoles.filter((role) => /-(?:head|mark)$|^destroy$/.test(role)),
);

const none: readonly Point[] = [];

const far = ([endX, endY]: Point, x: number, y: number): number => Math.hypot(endX - x, endY - y);

/** Where a path stands after a command. */
export const pointOf = (command: PathCommand | undefined): Point | undefined =>
  command === undefined || command[0] === "Z"
    ? undefined
    : [command[command.length - 2] as number, command[command.length - 1] as number];
