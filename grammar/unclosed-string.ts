import type { IToken } from "chevrotain";
import { code, isBlank } from "./characters.ts";

/**
 * Where a string that is not closed should end: with its line, but before the braces and brackets at the line's end that close
 * what was opened on the same line. So a forgotten quote in `{ reason: "late }` leaves the map closed.
 *
 * Cost: linear in the line; a line holds one such string at most.
 */
export const endBeforeClosers = (
  text: string,
  start: number,
  end: number,
  tokens: readonly IToken[],
): number => {
  let opened = openedOnLine(tokens);
  let result = end;
  for (let at = end; opened > 0 && at > start; at--) {
    const unit = text.charCodeAt(at - 1);
    if (isBlank(unit)) continue;
    if (unit !== code.rightBrace && unit !== code.rightBracket) break;
    opened--;
    result = at - 1;
  }
  while (result > start + 1 && isBlank(text.charCodeAt(result - 1))) result--;
  return result;
};

const openedOnLine = (tokens: readonly IToken[]): number => {
  let opened = 0;
  let closed = 0;
  for (let at = tokens.length - 1; at >= 0; at--) {
    const image = tokens[at]?.image;
    if (image === "}" || image === "]") closed++;
    else if (image === "{" || image === "[") closed > 0 ? closed-- : opened++;
    else if (tokens[at]?.tokenType.name === "Newline") break;
  }
  return opened;
};
