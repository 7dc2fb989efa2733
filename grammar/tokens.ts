import { Lexer, type TokenType } from "chevrotain";
import * as categories from "./categories.ts";
import * as marks from "./marks.ts";
import * as words from "./words.ts";

/**
 * The lexer of Slant: every text is a sequence of these tokens, whatever is wrong with it. A fault stays with its token, in
 * its reading, and is reported by whoever reads the token; so a broken word costs that word alone.
 *
 * What a character means depends on where it stands, which is what the modes are for. In a mode the first token that fits is
 * taken, so their order counts. Tokens that mean the same share a category, which is all that the parser knows of them.
 */
const separators = [marks.space, marks.blank, marks.newline, marks.semicolon];

/** What any body of statements holds. */
const body = [
  ...separators,
  marks.comment,
  marks.spread,
  marks.dot,
  marks.rightBrace,
  marks.index,
  marks.endsOpen,
  marks.listOpen,
];

const statement = [
  ...body,
  words.value,
  marks.rightBracket,
  words.statementOperator,
  marks.outside,
  marks.referenceOpen,
  words.statementKey,
];

const modes = {
  /** Keys, operators and braces; behind a `:` one value. */
  statements: [marks.varsOpen, marks.statementOpen, marks.statementColon, ...statement],
  /** The same inside `vars`, where every value that starts with `[` is a list. */
  listing: [marks.listingOpen, marks.listingColon, ...statement],
  /** The same with D2's lexical rules. */
  d2: [
    marks.d2Open,
    marks.listingColon,
    ...body,
    words.d2Value,
    marks.rightBracket,
    words.d2Operator,
    marks.referenceOpen,
    words.d2Key,
  ],
  /** The values of a list. */
  list: [
    ...separators,
    marks.comma,
    marks.comment,
    marks.missingListClose,
    marks.listClose,
    marks.listOpen,
    marks.spread,
    words.item,
  ],
  /** The participants of a list of ends. */
  ends: [
    ...separators,
    marks.comma,
    marks.comment,
    marks.missingListClose,
    marks.listClose,
    marks.endsOpen,
    marks.dot,
    marks.outside,
    words.endsKey,
    marks.missingClose,
  ],
  /** `(a -> b)`. */
  reference: [
    marks.space,
    marks.blank,
    marks.referenceClose,
    marks.dot,
    words.referenceOperator,
    words.referenceKey,
    marks.missingClose,
  ],
} satisfies Readonly<Record<string, readonly TokenType[]>>;

/** What the parser is made for: every token, and the categories that it knows them by. */
export const vocabulary: readonly TokenType[] = [
  ...new Set([...Object.values(categories), ...Object.values(modes).flat()]),
];

/** The lexer's modes to begin in. */
export type FirstMode = "statements" | "d2";

const { statements, listing, d2, ...nested } = modes;

/**
 * What texts are in, by the modes that their lexer needs. Each mode costs part of a millisecond at every start, so that the
 * mode within `vars` is left out where no `vars` stands in the text.
 */
const dialects = {
  plain: { statements, ...nested },
  variables: { statements, listing, ...nested },
  d2: { d2, ...nested },
  any: modes,
} satisfies Readonly<Record<string, Readonly<Record<string, readonly TokenType[]>>>>;

export type Dialect = keyof typeof dialects;

/** The dialect of a text in Slant's own mode, or in D2's. */
export const dialectOf = (text: string, mode: "slant" | "d2"): Dialect =>
  mode === "d2" ? "d2" : text.includes("vars") ? "variables" : "plain";

/** The mode that a dialect begins in. */
export const firstModeOf = (dialect: Dialect): FirstMode => (dialect === "d2" ? "d2" : "statements");

/**
 * The lexer of a dialect, made anew. `validate` looks for mistakes in the tokens themselves, and asks all tokens of a mode at
 * each place, in place of those that may start with the next character.
 */
export const createLexer = ({
  validate = false,
  dialect = "any",
}: {
  readonly validate?: boolean;
  readonly dialect?: Dialect;
} = {}): Lexer =>
  new Lexer(
    { modes: mutable(dialects[dialect]), defaultMode: firstModeOf(dialect) },
    { positionTracking: "onlyOffset", skipValidations: !validate, safeMode: validate },
  );

/** Chevrotain's types ask for lists that may be changed. */
const mutable = (all: Readonly<Record<string, readonly TokenType[]>>): Record<string, TokenType[]> =>
  Object.fromEntries(Object.entries(all).map(([name, tokens]) => [name, [...tokens]]));
