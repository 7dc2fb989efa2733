import type { PathCommand } from "../layout/scene.ts";
import { number } from "./number.ts";

/** A path's `d`, short: `H` and `V` where they do, and no needless separators. */
export const pathData = (commands: readonly PathCommand[]): string => {
  let data = "";
  let [x, y] = ["", ""];
  for (const command of commands) {
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
