import { closeByIndentation } from "../../grammar/close-by-indentation.ts";
import { createParser } from "../../grammar/parser.ts";
import { createLexer, type Dialect, dialectOf, firstModeOf } from "../../grammar/tokens.ts";
import { type Limits, limitsFrom, orRaise, utf8Bytes } from "../source/limits.ts";
import type { Outcome } from "../source/outcome.ts";
import type { Source } from "../source/source.ts";
import type { Ast } from "./ast.ts";
import { toBody } from "./body-to-ast.ts";
import { sayInvalidCharacters } from "./characters.ts";
import { type Reader, say, spanIn } from "./say.ts";
import { mendSlips } from "./slips/mend-slips.ts";

export interface ParseOptions {
  /** How the text is read; by default, as the ending of the source's name says. */
  readonly mode?: Ast["mode"];
  readonly limits?: Partial<Limits>;
}

/** Made when first needed, each of which takes some milliseconds. */
const lexers = new Map<Dialect, ReturnType<typeof createLexer>>();
let parser: ReturnType<typeof createParser> | undefined;

const lexerOf = (dialect: Dialect): ReturnType<typeof createLexer> => {
  const lexer = lexers.get(dialect) ?? createLexer({ dialect });
  lexers.set(dialect, lexer);
  return lexer;
};

/**
 * Reads a source text into statements.
 *
 * In:     any text at all, with or without BOM, LF, CRLF or CR, with or without a last newline.
 * Out:    the statements that were whole, in source order; spans are UTF-16 offsets into `source.text`.
 * Says:   every code of explanations.ts, each mistake once, in source order.
 * Cost:   linear in the text.
 * Source: the grammar is section 3 of the language. The parser takes every sequence of tokens, so it needs no recovery: a
 *         mistake is a place in the concrete tree that is empty, or taken by what does not belong there.
 */
export const parse = (source: Source, options: ParseOptions = {}): Outcome<Ast> => {
  const limits = limitsFrom(options.limits);
  const mode = options.mode ?? source.language ?? (source.name.endsWith(".d2") ? "d2" : "slant");
  const reader: Reader = {
    file: source.name,
    text: source.text,
    mode,
    limits,
    diagnostics: [],
    statements: 0,
    gaveUp: false,
  };
  const ast = { file: source.name, mode, span: spanIn(reader, 0, source.text.length) };
  if (isTooLarge(reader))
    return { value: { ...ast, body: [], trailing: [] }, diagnostics: reader.diagnostics };

  const dialect = dialectOf(source.text, mode);
  const { tokens } = lexerOf(dialect).tokenize(source.text, firstModeOf(dialect));
  parser ??= createParser();
  const concrete = parser.read(closeByIndentation(tokens), limits.nesting);
  sayInvalidCharacters(reader);
  const { body: written, trailing } = toBody(reader, concrete.body);
  const body = mode === "slant" ? mendSlips(reader, written) : written;
  const diagnostics = reader.diagnostics.sort((one, other) => one.span.start - other.span.start);
  return { value: { ...ast, body, trailing }, diagnostics };
};

const isTooLarge = (reader: Reader): boolean => {
  const limit = reader.limits.sourceBytes;
  // A code unit takes three bytes at most, so most texts need not be counted.
  if (reader.text.length * 3 <= limit) return false;
  const bytes = utf8Bytes(reader.text);
  if (bytes <= limit) return false;
  const [is, most] = [bytes, limit].map((count) => `${count.toLocaleString("en-US")} bytes`);
  say(reader, "source-too-large", `\`${reader.file}\` has ${is}; ${most} is the limit.`, 0, 0, {
    help: `split the file and import its parts${orRaise("sourceBytes", reader.limits)}`,
  });
  return true;
};
