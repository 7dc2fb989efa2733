import type { PathCommand } from "../layout/scene.ts";
import { number } from "./number.ts";

/**
 * A path's `d`: short (`H` and `V` where they do, no needless separators) and, if `crisp`, with its horizontal and
 * vertical lines on whole pixels.
 */
export const pathData = (commands: readonly PathCommand[], crisp: boolean): string => {
  let data = "";
  let [x, y] = ["", ""];
  for (const command of crisp ? onPixels(commands) : commands) {
    const [letter, ...numbers] = command;
    // An ellipse's tilt is always 0 here.
    const values = (letter === "A" ? [...numbers.slice(0, 2), 0, ...numbers.slice(2)] : numbers).map(number);
    const [lastX = x, lastY = y] = values.slice(-2);
    if (letter === "L" && lastY === y) data += `H${lastX}`;
    else if (letter === "L" && lastX === x) data += `V${lastY}`;
    else data += letter + values.reduce(beside, "");
    [x, y] = [lastX, lastY];
  }
  return data;
};

/** A sign separates as well as a space does. */
const beside = (before: string, next: string): string =>
  before === "" || next.startsWith("-") ? before + next : `${before} ${next}`;

type Point = readonly [x: number, y: number];

const endOf = (command: PathCommand): Point | undefined => {
  switch (command[0]) {
    case "M":
    case "L":
      return [command[1], command[2]];
    case "C":
      return [command[5], command[6]];
    case "Q":
      return [command[3], command[4]];
    case "A":
      return [command[5], command[6]];
    case "Z":
      return undefined;
  }
};

const withEnd = (command: PathCommand, [x, y]: Point): PathCommand => {
  switch (command[0]) {
    case "M":
    case "L":
      return [command[0], x, y];
    case "C":
      return ["C", command[1], command[2], command[3], command[4], x, y];
    case "Q":
      return ["Q", command[1], command[2], x, y];
    case "A":
      return ["A", command[1], command[2], command[3], command[4], x, y];
    case "Z":
      return command;
  }
};

/** Moves both ends of a vertical line to one whole x, of a horizontal line to one whole y; leaves the rest alone. */
const onPixels = (commands: readonly PathCommand[]): readonly PathCommand[] => {
  const ends = commands.map(endOf);
  const moved = ends.map((end): [number, number] => (end ? [end[0], end[1]] : [0, 0]));
  let start = 0;
  for (const [i, [letter]] of commands.entries()) {
    if (letter === "M") start = i;
    if (letter !== "L" && letter !== "Z") continue;
    const last = letter === "Z" ? start : i;
    for (const axis of [0, 1] as const) {
      const from = ends[i - 1]?.[axis];
      const to = ends[last]?.[axis];
      const pair = [moved[i - 1], moved[last]];
      if (from === undefined || to === undefined || Math.abs(from - to) > 0.005) continue;
      for (const end of pair) if (end) end[axis] = Math.round(to);
    }
  }
  return commands.map((command, i) => withEnd(command, moved[i] ?? [0, 0]));
};
