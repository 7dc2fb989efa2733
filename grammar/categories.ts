import { createToken, Lexer, type TokenType } from "chevrotain";

/** What the parser knows of tokens that mean the same but are read differently in different places. */
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
/** What stands between statements, or between the items of a list: separators and comments. */
export const gap = category("Gap");
