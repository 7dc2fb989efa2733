import type { Mark, PathCommand } from "../layout/scene.ts";
import type { Paint, PaintRole } from "../theme/theme.ts";

type Point = readonly [x: number, y: number];

/**
 * Brings a group's marks to whole pixels, so that lines are crisp and what touches still touches.
 *
 * The picture as a whole is shifted by half a pixel: a line on a whole number fills one row of pixels. So lines and
 * outlines go to whole numbers; areas without outline, and the feet of letters, go halfway between, to the pixels' edges.
 * Arrowheads and other small shapes are never bent: they move with the nearer end of the group's line.
 *
 * In:   the marks of one group, px, exact; how each role is painted.
 * Out:  the same marks in the same order, none further than half a pixel from where it was, or 0.71 px aslant.
 * Cost: linear in the marks.
 */
export const onPixels = (
  marks: readonly Mark[],
  paints: Readonly<Record<PaintRole, Paint>>,
): readonly Mark[] => {
  const ends = endsOfLine(marks, paints);
  return marks.map((mark) => placed(mark, paints[mark.paint].stroke !== undefined, ends));
};

const placed = (mark: Mark, isOutlined: boolean, ends: readonly Point[]): Mark => {
  switch (mark.kind) {
    case "rect": {
      const by = isOutlined ? 0 : 0.5;
      const [x, y] = [Math.round(mark.x) - by, Math.round(mark.y) - by];
      const right = Math.round(mark.x + mark.width) - by;
      const bottom = Math.round(mark.y + mark.height) - by;
      return { ...mark, x, y, width: right - x, height: bottom - y };
    }
    case "path": {
      const { commands } = mark;
      if (isSmall(mark.paint)) return { ...mark, commands: commands.map(mover(nearest(ends, commands))) };
      return isOutlined ? { ...mark, commands: commands.map(rounded) } : mark;
    }
    case "circle": {
      const [dx, dy] = nearest(ends, [["M", mark.x, mark.y]]);
      return { ...mark, x: mark.x + dx, y: mark.y + dy };
    }
    case "text":
      return mark.rotate ? mark : { ...mark, y: Math.round(mark.y) - 0.5 };
    case "icon":
      return { ...mark, x: Math.round(mark.x), y: Math.round(mark.y) };
  }
};

const isSmall = (role: PaintRole): boolean => /-(?:head|mark)$|^destroy$/.test(role);

/** Both ends of the group's first line, where there is one. */
const endsOfLine = (marks: readonly Mark[], paints: Readonly<Record<PaintRole, Paint>>): readonly Point[] => {
  for (const mark of marks) {
    if (mark.kind !== "path" || isSmall(mark.paint) || paints[mark.paint].stroke === undefined) continue;
    const ends = [mark.commands[0], mark.commands.at(-1)].map((command) => command && pointOf(command));
    return ends.filter((end) => end !== undefined);
  }
  return [];
};

/** How far the end of a line that is nearest to a shape moves; nothing where there is no line. */
const nearest = (ends: readonly Point[], commands: readonly PathCommand[]): Point => {
  const [x, y] = (commands[0] && pointOf(commands[0])) ?? [0, 0];
  const far = ([endX, endY]: Point): number => Math.hypot(endX - x, endY - y);
  const [first, ...others] = ends;
  if (!first) return [0, 0];
  const end = others.reduce((best, one) => (far(one) < far(best) ? one : best), first);
  return [Math.round(end[0]) - end[0], Math.round(end[1]) - end[1]];
};

const pointOf = (command: PathCommand): Point | undefined => {
  const [x, y] = command.slice(-2);
  return typeof x === "number" && typeof y === "number" ? [x, y] : undefined;
};

const rounded = (command: PathCommand): PathCommand => mapped(command, Math.round, Math.round);

const mover =
  ([dx, dy]: Point) =>
  (command: PathCommand): PathCommand =>
    mapped(
      command,
      (x) => x + dx,
      (y) => y + dy,
    );

type Change = (value: number) => number;

const mapped = (command: PathCommand, x: Change, y: Change): PathCommand => {
  switch (command[0]) {
    case "M":
    case "L":
      return [command[0], x(command[1]), y(command[2])];
    case "C":
      return ["C", x(command[1]), y(command[2]), x(command[3]), y(command[4]), x(command[5]), y(command[6])];
    case "Q":
      return ["Q", x(command[1]), y(command[2]), x(command[3]), y(command[4])];
    case "A":
      return ["A", command[1], command[2], command[3], command[4], x(command[5]), y(command[6])];
    case "Z":
      return command;
  }
};
