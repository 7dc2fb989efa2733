import type { PathCommand } from "../layout/scene.ts";
import { hundredths } from "./number.ts";
import { exact, type Fit, fitted } from "./on-pixels.ts";

/**
 * A path's `d`, short: each point from the origin or from the point before, whichever takes fewer characters; `H` and `V`
 * where they do, no letter twice in a row, no needless separators.
 *
 * In:   `fit` brings every place to pixels; without, places stay as they are, to the hundredth.
 *
 * Places are whole hundredths of a px throughout, so that differences are exact. Pictures consist of paths more than of
 * anything else: nothing is kept in lists here but the few numbers of a curve.
 */
export const pathData = (commands: readonly PathCommand[], fit: Fit = exact): string => {
  let data = "";
  let last = "";
  let [x, y] = [0, 0];
  let [startX, startY] = [0, 0];
  for (const command of commands) {
    if (command[0] === "Z") {
      data += "Z";
      last = "Z";
      [x, y] = [startX, startY];
      continue;
    }
    const letter = command[0];
    const nextX = rounded(fitted(command[command.length - 2] as number, fit, fit.dx));
    const nextY = rounded(fitted(command[command.length - 1] as number, fit, fit.dy));
    const isLine = letter === "L";
    const absolute = isLine ? (nextY === y ? "H" : nextX === x ? "V" : "L") : letter;
    const relative = absolute.toLowerCase();
    const far = told(absolute, numbersOf(absolute, command, fit, 0, 0, nextX, nextY), last);
    // Seen from the origin, a place is the same either way.
    const isSame = x === 0 && y === 0;
    const near = isSame
      ? far
      : told(relative, numbersOf(absolute, command, fit, x, y, nextX - x, nextY - y), last);
    const isNear = near.length < far.length;
    data += isNear ? near : far;
    last = isNear ? relative : absolute;
    [x, y] = [nextX, nextY];
    if (letter === "M") [startX, startY] = [x, y];
  }
  return data;
};

const rounded = (value: number): number => (Number.isFinite(value) ? Math.round(value * 100) : 0);

/** The numbers behind a letter, seen from (x, y); the last point is given. */
const numbersOf = (
  letter: string,
  command: PathCommand,
  fit: Fit,
  x: number,
  y: number,
  lastX: number,
  lastY: number,
): string => {
  if (letter === "H") return hundredths(lastX);
  if (letter === "V") return hundredths(lastY);
  let numbers = "";
  if (letter === "A") {
    const [, rx, ry, large, sweep] = command as Extract<PathCommand, readonly ["A", ...unknown[]]>;
    // An ellipse's tilt is always 0 here. Radii and flags are no places.
    for (const each of [rx, ry, 0, large, sweep]) numbers = beside(numbers, hundredths(rounded(each)));
  } else
    for (let at = 1; at < command.length - 2; at += 2) {
      numbers = beside(numbers, hundredths(rounded(fitted(command[at] as number, fit, fit.dx)) - x));
      numbers = beside(numbers, hundredths(rounded(fitted(command[at + 1] as number, fit, fit.dy)) - y));
    }
  return beside(beside(numbers, hundredths(lastX)), hundredths(lastY));
};

/** A line may go on without a letter, behind another line or behind the point where it starts. */
const goesOn: Readonly<Record<string, string>> = {
  M: "L",
  m: "l",
  L: "L",
  l: "l",
  H: "H",
  h: "h",
  V: "V",
  v: "v",
  Q: "Q",
  q: "q",
  C: "C",
  c: "c",
};

const told = (letter: string, numbers: string, last: string): string => {
  if (goesOn[last] !== letter) return letter + numbers;
  return isSigned(numbers) ? numbers : ` ${numbers}`;
};

/** A sign separates as well as a space does. */
const beside = (before: string, next: string): string =>
  before === "" || isSigned(next) ? before + next : `${before} ${next}`;

const isSigned = (number: string): boolean => number.charCodeAt(0) === 45;
