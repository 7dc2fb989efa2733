/**
 * The lexer of Slant: every text is a sequence of these tokens, whatever is wrong with it. A fault stays with its token, in
 * its reading, and is reported by whoever reads the token; so a broken word costs that word alone.
 *
 * What a character means depends on where it stands, which is what the modes are for:
 * - `statements`: keys, operators and braces; behind a `:` one value.
 * - `listing`: the same, where every value that starts with `[` is a list: inside `vars`, and in D2 files.
 * - `list`: the values of a list. `ends`: the participants of a list of ends. `reference`: `(a -> b)`.
 * Tokens that mean the same in several modes share a category, which is all that the parser knows of them.
 */
import { createToken, type IToken, Lexer, type TokenType } from "chevrotain";
import { code, lineEnd, startsComment } from "./characters.ts";
import { takesList } from "./list-keys.ts";
import { failedIn, lastOf, type Match, match, typeAt } from "./reading.ts";
import { type KeyPlace, keyEnd } from "./scan-key.ts";
import { scanOperator } from "./scan-operator.ts";
import { scanBlock, scanBlockComment, scanString } from "./scan-quoted.ts";
import { scanScalar } from "./scan-value.ts";
import { endBeforeClosers } from "./unclosed-string.ts";

const category = (name: string): TokenType => createToken({ name, pattern: Lexer.NA });

/** `:` before a value or a map. */
export const colon = category("Colon");
/** `{` */
export const open = category("Open");
/** A segment of a path. */
export const key = category("Key");
/** An arrow, Slant's or another language's. */
export const operator = category("Operator");
/** A value that is no list. */
export const scalar = category("Scalar");
/** What ends a list or a reference, or stands for its absence. */
export const close = category("Close");

const blank = createToken({
  name: "Blank",
  pattern: /(?:[^\S\r\n]|\\(?:\r\n|\r|\n))+/,
  group: Lexer.SKIPPED,
});

/** One or more line ends and the blanks between them. */
export const newline = createToken({ name: "Newline", pattern: /[\r\n]\s*/, line_breaks: true });
export const semicolon = createToken({ name: "Semicolon", pattern: ";" });
export const comma = createToken({ name: "Comma", pattern: "," });
export const dot = createToken({ name: "Dot", pattern: "." });
export const rightBrace = createToken({ name: "RightBrace", pattern: "}", pop_mode: true });
/** A `]` that nothing opened. */
export const rightBracket = createToken({ name: "RightBracket", pattern: "]" });
/** `()`: outside the picture. */
export const outside = createToken({ name: "Outside", pattern: /\([^\S\r\n]*\)/ });

const plainColon = createToken({ name: "PlainColon", pattern: ":", categories: colon });
const listingColon = createToken({ name: "ListingColon", pattern: ":", categories: colon });
const isColon = (type: TokenType | undefined): boolean => type === plainColon || type === listingColon;

const plainOpen = createToken({ name: "PlainOpen", pattern: "{", categories: open, push_mode: "statements" });
/** A brace inside the map of `vars`, or in a D2 file. */
const listingOpen = createToken({
  name: "ListingOpen",
  pattern: "{",
  categories: open,
  push_mode: "listing",
});

/** The brace of `vars`: in the values of its map every `[` starts a list. */
const varsOpen: TokenType = createToken({
  name: "VarsOpen",
  categories: open,
  push_mode: "listing",
  pattern: (text, at, tokens) => {
    if (text.charCodeAt(at) !== code.leftBrace) return null;
    const head = lastOf(tokens) === plainColon ? tokens.length - 2 : tokens.length - 1;
    const isVars = tokens[head]?.image === "vars" && typeAt(tokens, head) === statementKey;
    return isVars && startsStatement(tokens, head) ? match(text, at, at + 1) : null;
  },
  line_breaks: false,
});

/** Whether the token at `index` is, or would be, the first of a statement. */
const startsStatement = (tokens: readonly IToken[], index: number): boolean => {
  const before = typeAt(tokens, index - 1);
  return (
    before === undefined ||
    before === newline ||
    before === semicolon ||
    before === comment ||
    before === plainOpen ||
    before === listingOpen ||
    before === varsOpen ||
    before === rightBrace
  );
};

/** `# …` to the line's end, or `""" … """` where a statement may start. */
export const comment: TokenType = createToken({
  name: "Comment",
  pattern: (text, at, tokens) => {
    const unit = text.charCodeAt(at);
    if (unit !== code.hash && unit !== code.quote) return null;
    const first = startsStatement(tokens, tokens.length);
    if (unit === code.hash) {
      const last = lastOf(tokens);
      const starts = first || last === listOpen || last === endsOpen || startsComment(text, at);
      return starts ? match(text, at, lineEnd(text, at), { kind: "line" }) : null;
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

/** A key: quoted, a block string, or any text up to the next mark. */
const keyToken = (name: string, place: KeyPlace): TokenType =>
  createToken({
    name,
    categories: key,
    pattern: (text, at, tokens) => {
      const unit = text.charCodeAt(at);
      if (unit === code.quote || unit === code.apostrophe) {
        const { end, closed } = scanString(text, at);
        const kind = unit === code.quote ? "double" : "single";
        if (closed) return match(text, at, end, { kind });
        return match(text, at, endBeforeClosers(text, at, end, tokens), {
          kind,
          fault: "unterminated-string",
        });
      }
      if (unit === code.bar) {
        const { end, closed } = scanBlock(text, at, failedIn(tokens));
        return match(
          text,
          at,
          end,
          closed ? { kind: "block" } : { kind: "block", fault: "unterminated-block" },
        );
      }
      const end = keyEnd(text, at, place);
      return end === at ? null : match(text, at, end, { kind: "raw" });
    },
    line_breaks: true,
  });

const statementKey = keyToken("StatementKey", "statement");
const endsKey = keyToken("EndsKey", "list");
const referenceKey = keyToken("ReferenceKey", "reference");

const operatorToken = (name: string, inReference: boolean): TokenType =>
  createToken({
    name,
    categories: operator,
    pattern: (text, at) => {
      const found = scanOperator(text, at, inReference);
      if (found === undefined) return null;
      return match(text, at, at + found.length, { kind: found.known ? "operator" : "unknown-operator" });
    },
    line_breaks: false,
  });

const plainOperator = operatorToken("PlainOperator", false);
const referenceOperator = operatorToken("ReferenceOperator", true);

/** `...` before what it spreads; behind a key, dots are dots. */
export const spread: TokenType = createToken({
  name: "Spread",
  pattern: (text, at, tokens) => {
    const last = lastOf(tokens);
    return last !== statementKey && last !== dot && last !== spread && text.startsWith("...", at)
      ? match(text, at, at + 3)
      : null;
  },
  line_breaks: false,
});

const scalarAt = (text: string, at: number, tokens: readonly IToken[], inList: boolean): Match => {
  const found = scanScalar(text, at, inList, failedIn(tokens));
  if (found === undefined) return null;
  const isUnclosed = found.fault === "unterminated-string";
  return match(text, at, isUnclosed ? endBeforeClosers(text, at, found.end, tokens) : found.end, found);
};

/** What stands behind a `:` or `...`, when it is no list. */
const value: TokenType = createToken({
  name: "Value",
  categories: scalar,
  pattern: (text, at, tokens) => {
    const last = lastOf(tokens);
    return isColon(last) || last === spread ? scalarAt(text, at, tokens, false) : null;
  },
  line_breaks: true,
});

/** An item of a list, when it is no list itself. */
const item: TokenType = createToken({
  name: "Item",
  categories: scalar,
  pattern: (text, at, tokens) => scalarAt(text, at, tokens, true),
  line_breaks: true,
});

/** Whether the entry whose `:` is the last token takes a list. */
const headTakesList = (tokens: readonly IToken[]): boolean => {
  const last = tokens.length - 2;
  let first = last;
  while (typeAt(tokens, first) === statementKey && typeAt(tokens, first - 1) === dot) first -= 2;
  const head = tokens[last];
  return (
    head?.tokenType === statementKey &&
    typeAt(tokens, first - 1) !== plainOperator &&
    takesList(head.image, first === last)
  );
};

/** `[` where a list is taken; elsewhere behind a `:` it is text. */
export const listOpen: TokenType = createToken({
  name: "ListOpen",
  push_mode: "list",
  pattern: (text, at, tokens) => {
    if (text.charCodeAt(at) !== code.leftBracket) return null;
    return lastOf(tokens) !== plainColon || headTakesList(tokens) ? match(text, at, at + 1) : null;
  },
  line_breaks: false,
});

/** `[` where participants are named. */
export const endsOpen: TokenType = createToken({
  name: "EndsOpen",
  push_mode: "ends",
  pattern: (text, at, tokens) =>
    text.charCodeAt(at) === code.leftBracket && !isColon(lastOf(tokens)) ? match(text, at, at + 1) : null,
  line_breaks: false,
});

export const referenceOpen = createToken({ name: "ReferenceOpen", pattern: "(", push_mode: "reference" });

const indexPattern = /\[[^\S\r\n]*(?:\d+|\*)[^\S\r\n]*\]/y;

/** `[0]` or `[*]` behind a reference. */
export const index: TokenType = createToken({
  name: "Index",
  pattern: (text, at, tokens) => {
    if (lastOf(tokens) !== referenceClose) return null;
    indexPattern.lastIndex = at;
    const found = indexPattern.exec(text);
    return found === null ? null : match(text, at, at + found[0].length);
  },
  line_breaks: false,
});

const listClose = createToken({ name: "ListClose", pattern: "]", categories: close, pop_mode: true });
const referenceClose = createToken({
  name: "ReferenceClose",
  pattern: ")",
  categories: close,
  pop_mode: true,
});

/** Stands, without a character of its own, where a list of ends or a reference should have been closed. */
const missingClose = createToken({
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
const missingListClose: TokenType = createToken({
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

const statement = [
  blank,
  newline,
  semicolon,
  comment,
  spread,
  dot,
  rightBrace,
  index,
  endsOpen,
  listOpen,
  value,
  rightBracket,
  plainOperator,
  outside,
  referenceOpen,
  statementKey,
];

const modes = {
  statements: [varsOpen, plainOpen, plainColon, ...statement],
  listing: [listingOpen, listingColon, ...statement],
  list: [blank, newline, semicolon, comma, comment, missingListClose, listClose, listOpen, spread, item],
  ends: [
    blank,
    newline,
    semicolon,
    comma,
    comment,
    missingListClose,
    listClose,
    endsOpen,
    dot,
    outside,
    endsKey,
    missingClose,
  ],
  reference: [blank, referenceClose, dot, referenceOperator, referenceKey, missingClose],
};

/** What the parser is made for: every token, and the categories that it knows them by. */
export const vocabulary: readonly TokenType[] = [
  ...new Set([colon, open, key, operator, scalar, close, ...Object.values(modes).flat()]),
];

/** The lexer's modes to begin in. */
export type FirstMode = "statements" | "listing";

/** The lexer, made anew. `validate` looks for mistakes in the tokens themselves. */
export const createLexer = ({ validate = false } = {}): Lexer =>
  new Lexer(
    { modes, defaultMode: "statements" },
    { positionTracking: "onlyOffset", skipValidations: !validate, safeMode: true },
  );
