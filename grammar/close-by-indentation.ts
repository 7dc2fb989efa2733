import { createTokenInstance, type IToken, tokenMatcher } from "chevrotain";
import { close, open } from "./categories.ts";
import { comment, endsOpen, listOpen, newline, rightBrace } from "./marks.ts";

/**
 * Closes the braces that the text forgot where its indentation says so, with `}` tokens of no length.
 *
 * In:     the tokens of a text.
 * Out:    the same tokens when no brace is left open; else with a `}` before the first line that is not indented deeper than
 *         the line of an open brace. What the indentation does not tell stays open to the end of the text.
 * Cost:   linear in the tokens.
 */
export const closeByIndentation = (tokens: IToken[]): IToken[] => {
  if (count(tokens).leftOpen === 0) return tokens;
  const closed: IToken[] = [];
  const indents: number[] = [];
  let indent = tokens[0]?.startOffset ?? 0;
  let isFirst = true;
  let lists = 0;
  // Behind the last token that is neither a line's end nor a comment.
  let insertAt = 0;
  for (const token of tokens) {
    const { tokenType, image } = token;
    if (tokenType === newline) {
      indent = image.length - 1 - Math.max(image.lastIndexOf("\n"), image.lastIndexOf("\r"));
      isFirst = lists === 0;
    } else if (tokenType !== comment) {
      if (isFirst) {
        const least = tokenType === rightBrace ? indent + 1 : indent;
        while ((indents.at(-1) ?? -1) >= least) {
          indents.pop();
          closed.splice(insertAt, 0, missingBrace(closed[insertAt - 1]));
          insertAt++;
        }
      }
      isFirst = false;
      if (tokenMatcher(token, open)) indents.push(indent);
      else if (tokenType === rightBrace) indents.pop();
      else if (tokenType === listOpen || tokenType === endsOpen) lists++;
      else if (lists > 0 && tokenMatcher(token, close)) lists--;
    }
    closed.push(token);
    if (tokenType !== newline && tokenType !== comment) insertAt = closed.length;
  }
  return count(closed).strays > count(tokens).strays ? tokens : closed;
};

/** Braces that nothing closes, and braces that close nothing. */
const count = (tokens: readonly IToken[]): { readonly leftOpen: number; readonly strays: number } => {
  let leftOpen = 0;
  let strays = 0;
  for (const token of tokens) {
    if (token.tokenType === rightBrace) leftOpen > 0 ? leftOpen-- : strays++;
    else if (tokenMatcher(token, open)) leftOpen++;
  }
  return { leftOpen, strays };
};

const missingBrace = (before: IToken | undefined): IToken => {
  const at = before === undefined ? 0 : before.startOffset + before.image.length;
  return createTokenInstance(rightBrace, "", at, at, Number.NaN, Number.NaN, Number.NaN, Number.NaN);
};
