import type { PathCommand } from "../layout/scene.ts";
import { number } from "./number.ts";

/**
 * A path's `d`, short: each point from the origin or from the point before, whichever takes fewer characters; `H` and `V`
 * where they do, no letter twice in a row, no needless separators.
 */
export const pathData = (commands: readonly PathCommand[]): string => {
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
    const [letter, ...numbers] = command;
    const places = numbers.map(rounded);
    const [nextX, nextY] = places.slice(-2) as [number, number];
    const written = shorter(
      inWords(letter, places, letter === "L" ? [nextX === x, nextY === y] : neither, last),
      inWords(
        letter.toLowerCase(),
        relative(letter, places, x, y),
        letter === "L" ? [nextX === x, nextY === y] : neither,
        last,
      ),
    );
    data += written.data;
    last = written.letter;
    [x, y] = [nextX, nextY];
    if (letter === "M") [startX, startY] = [x, y];
  }
  return data;
};

interface Written {
  readonly data: string;
  readonly letter: string;
}

const neither = [false, false] as const;

const shorter = (one: Written, other: Written): Written =>
  other.data.length < one.data.length ? other : one;

const rounded = (value: number): number => (Number.isFinite(value) ? Math.round(value * 100) / 100 : 0);

/** The same places seen from (x, y). An arc's radii and flags are no places. */
const relative = (letter: string, places: readonly number[], x: number, y: number): readonly number[] =>
  places.map((place, at) => {
    if (letter === "A" && at < 4) return place;
    return rounded(place - (at % 2 === 0 ? x : y));
  });

const inWords = (
  letter: string,
  places: readonly number[],
  [isUpright, isLevel]: readonly [boolean, boolean],
  last: string,
): Written => {
  const isSmall = letter === letter.toLowerCase();
  const [x = 0, y = 0] = places.slice(-2);
  if (isLevel) return told(isSmall ? "h" : "H", [x], last);
  if (isUpright) return told(isSmall ? "v" : "V", [y], last);
  // An ellipse's tilt is always 0 here.
  const values = letter.toUpperCase() === "A" ? [...places.slice(0, 2), 0, ...places.slice(2)] : places;
  return told(letter, values, last);
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

const told = (letter: string, values: readonly number[], last: string): Written => {
  const numbers = values.map(number).reduce(beside, "");
  if (goesOn[last] !== letter) return { data: letter + numbers, letter };
  return { data: numbers.startsWith("-") ? numbers : ` ${numbers}`, letter };
};

/** A sign separates as well as a space does. */
const beside = (before: string, next: string): string =>
  before === "" || next.startsWith("-") ? before + next : `${before} ${next}`;
