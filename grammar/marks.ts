import { createToken, type IToken, Lexer, type TokenType, tokenMatcher } from "chevrotain";
import { close, colon, gap, key, open, operator } from "./categories.ts";
import { code, lineEnd, startsComment } from "./characters.ts";
import { blankCharacters } from "./first-characters.ts";
import { takesList } from "./list-keys.ts";
import { lastOf, match, typeAt } from "./reading.ts";
import { scanBlockComment } from "./scan-quoted.ts";

/** One space: most blanks are just that, and Chevrotain tells a single character without asking anybody. */
export const space = createToken({ name: "Space", pattern: " ", group: Lexer.SKIPPED });
export const blank = createToken({
  name: "Blank",
  pattern: /(?:[^\S\r\n]|\\(?:\r\n|\r|\n))+/,
  start_chars_hint: blankCharacters,
  group: Lexer.SKIPPED,
});

/** One or more line ends and the blanks between them. */
export const newline = createToken({
  name: "Newline",
  pattern: /[\r\n]\s*/,
  start_chars_hint: [code.newline, code.return],
  categories: gap,
  line_breaks: true,
});
export const semicolon = createToken({ name: "Semicolon", pattern: ";", categories: gap });
export const comma = createToken({ name: "Comma", pattern: ",", categories: gap });
export const dot = createToken({ name: "Dot", pattern: "." });
export const rightBrace = createToken({ name: "RightBrace", pattern: "}", pop_mode: true });
/** A `]` that nothing opened. */
export const rightBracket = createToken({ name: "RightBracket", pattern: "]" });
/** `()`: outside the picture. */
export const outside = createToken({
  name: "Outside",
  pattern: /\([^\S\r\n]*\)/,
  start_chars_hint: [code.open],
});

export const statementColon = createToken({ name: "StatementColon", pattern: ":", categories: colon });
/** A `:` inside the map of `vars`, or in a D2 file: every `[` behind it starts a list. */
export const listingColon = createToken({ name: "ListingColon", pattern: ":", categories: colon });
export const colons: ReadonlySet<TokenType> = new Set([statementColon, listingColon]);

const openToken = (name: string, mode: string): TokenType =>
  createToken({ name, pattern: "{", categories: open, push_mode: mode });

export const statementOpen = openToken("StatementOpen", "statements");
export const listingOpen = openToken("ListingOpen", "listing");
export const d2Open = openToken("D2Open", "d2");

const is = (token: IToken | undefined, category: TokenType): boolean =>
  token !== undefined && tokenMatcher(token, category);

/** The brace of `vars`: in the values of its map every `[` starts a list. */
export const varsOpen: TokenType = createToken({
  name: "VarsOpen",
  start_chars_hint: [code.leftBrace],
  categories: open,
  push_mode: "listing",
  pattern: (text, at, tokens) => {
    if (text.charCodeAt(at) !== code.leftBrace) return null;
    const head = lastOf(tokens) === statementColon ? tokens.length - 2 : tokens.length - 1;
    const isVars = tokens[head]?.image === "vars" && is(tokens[head], key);
    return isVars && startsStatement(tokens, head) ? match(text, at, at + 1) : null;
  },
  line_breaks: false,
});

/** Whether the token at `index` is, or would be, the first of a statement. */
const startsStatement = (tokens: readonly IToken[], index: number): boolean => {
  const before = tokens[index - 1];
  return (
    before === undefined ||
    before.tokenType === newline ||
    before.tokenType === semicolon ||
    before.tokenType === comment ||
    before.tokenType === rightBrace ||
    is(before, open)
  );
};

/**
 * `# …` to the line's end, or `""" … """` where a statement may start. D2 ends an unquoted text at any `#`, so that what
 * stands behind one of its words is a comment.
 */
export const comment: TokenType = createToken({
  name: "Comment",
  start_chars_hint: [code.hash, code.quote],
  categories: gap,
  pattern: (text, at, tokens) => {
    const unit = text.charCodeAt(at);
    if (unit !== code.hash && unit !== code.quote) return null;
    const first = startsStatement(tokens, tokens.length);
    if (unit === code.hash) {
      const last = lastOf(tokens);
      const starts = first || last === listOpen || last === endsOpen || last?.name.startsWith("D2");
      return starts || startsComment(text, at) ? match(text, at, lineEnd(text, at), { kind: "line" }) : null;
    }
    if (!first || !text.startsWith('"""', at)) return null;
    const { end, closed } = scanBlockComment(text, at);
    return match(
      text,
      at,
      end,
      closed ? { kind: "block" } : { kind: "block", fault: "unterminated-comment" },
    );
  },
  line_breaks: true,
});

/** `...` before what it spreads; behind a key, dots are dots. */
export const spread: TokenType = createToken({
  name: "Spread",
  start_chars_hint: [code.dot],
  pattern: (text, at, tokens) => {
    const last = tokens[tokens.length - 1];
    const isTail = is(last, key) || last?.tokenType === dot || last?.tokenType === spread;
    return !isTail && text.startsWith("...", at) ? match(text, at, at + 3) : null;
  },
  line_breaks: false,
});

/** Whether the entry whose `:` is the last token takes a list. */
const headTakesList = (tokens: readonly IToken[]): boolean => {
  const last = tokens.length - 2;
  let first = last;
  while (is(tokens[first], key) && typeAt(tokens, first - 1) === dot) first -= 2;
  const head = tokens[last];
  return (
    head !== undefined &&
    is(head, key) &&
    !is(tokens[first - 1], operator) &&
    takesList(head.image, first === last)
  );
};

/** `[` where a list is taken; elsewhere behind a `:` it is text. */
export const listOpen: TokenType = createToken({
  name: "ListOpen",
  start_chars_hint: [code.leftBracket],
  push_mode: "list",
  pattern: (text, at, tokens) => {
    if (text.charCodeAt(at) !== code.leftBracket) return null;
    return lastOf(tokens) !== statementColon || headTakesList(tokens) ? match(text, at, at + 1) : null;
  },
  line_breaks: false,
});

/** `[` where participants are named. */
export const endsOpen: TokenType = createToken({
  name: "EndsOpen",
  start_chars_hint: [code.leftBracket],
  push_mode: "ends",
  pattern: (text, at, tokens) =>
    text.charCodeAt(at) === code.leftBracket && !is(tokens[tokens.length - 1], colon)
      ? match(text, at, at + 1)
      : null,
  line_breaks: false,
});

export const referenceOpen = createToken({ name: "ReferenceOpen", pattern: "(", push_mode: "reference" });

const indexPattern = /\[[^\S\r\n]*(?:\d+|\*)[^\S\r\n]*\]/y;

/** `[0]` or `[*]` behind a reference. */
export const index: TokenType = createToken({
  name: "Index",
  start_chars_hint: [code.leftBracket],
  pattern: (text, at, tokens) => {
    if (lastOf(tokens) !== referenceClose) return null;
    indexPattern.lastIndex = at;
    const found = indexPattern.exec(text);
    return found === null ? null : match(text, at, at + found[0].length);
  },
  line_breaks: false,
});

export const listClose = createToken({ name: "ListClose", pattern: "]", categories: close, pop_mode: true });
export const referenceClose = createToken({
  name: "ReferenceClose",
  pattern: ")",
  categories: close,
  pop_mode: true,
});

/** Stands, without a character of its own, where a list of ends or a reference should have been closed. */
export const missingClose = createToken({
  name: "MissingClose",
  categories: close,
  pop_mode: true,
  pattern: (text, at) => match(text, at, at),
  line_breaks: false,
});

/** A line that reads as a statement: an arrow, or a `:` or `{` apart, before any other mark. */
const statementLine =
  /[^\s"'|[\]#;{}][^"'|[\]#;{}\r\n]*?(?:[^\S\r\n](?:<?-+>|<-+|~>|<~)[^\S\r\n]|:[^\S\r\n]|:[\r\n]|(?<=[\s:])\{)/y;

/** As `missingClose`: before a brace, or where a line of a list reads as the next statement. */
export const missingListClose: TokenType = createToken({
  name: "MissingListClose",
  categories: close,
  pop_mode: true,
  pattern: (text, at, tokens) => {
    const unit = text.charCodeAt(at);
    if (unit === code.rightBrace || unit === code.leftBrace) return match(text, at, at);
    if (lastOf(tokens) !== newline) return null;
    statementLine.lastIndex = at;
    return statementLine.test(text) ? match(text, at, at) : null;
  },
  line_breaks: false,
});

/** Whether a close is one that the text lacks. */
export const isMissing = (token: IToken): boolean => token.image === "";
