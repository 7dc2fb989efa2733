import type { IToken } from "chevrotain";
import { code } from "../../grammar/characters.ts";
import type { ConcretePath } from "../../grammar/concrete.ts";
import { dot } from "../../grammar/marks.ts";
import { readingOf } from "../../grammar/reading.ts";
import { orRaise } from "../source/limits.ts";
import type { Key, KeyPath, Quoting } from "./ast.ts";
import { cookDouble, cookKey, cookSingle } from "./cook.ts";
import { cookBlock } from "./cook-block.ts";
import { endOf } from "./extent.ts";
import { insideBlock, insideQuotes, sayFault } from "./quoted.ts";
import { type Reader, say, spanIn, wayOut } from "./say.ts";

/** Keys between dots; dots behind the last key are ignored. */
export const toKeyPath = (reader: Reader, { tokens }: ConcretePath): KeyPath => {
  const [first, another] = tokens;
  if (first !== undefined && another === undefined) {
    const key = toKey(reader, first);
    return { keys: [key], span: key.span };
  }
  sayMissingKeys(reader, tokens);
  const written = tokens.filter(({ tokenType }) => tokenType !== dot);
  const tooDeep = written[reader.limits.nesting];
  if (tooDeep !== undefined) sayPathTooLong(reader, tooDeep);
  const keys = written.slice(0, reader.limits.nesting).map((token) => toKey(reader, token));
  const start = first?.startOffset ?? 0;
  return { keys, span: spanIn(reader, start, keys.at(-1)?.span.end ?? start) };
};

const sayPathTooLong = (reader: Reader, token: IToken): void =>
  say(
    reader,
    "nested-too-deeply",
    `This path has more than ${reader.limits.nesting} keys.`,
    token.startOffset,
    endOf(token),
    {
      help: `quote a name that holds dots, for what lies deeper was not read${orRaise("nesting", reader.limits)}`,
    },
  );

/** Reports every place where dots follow one another before a key. */
const sayMissingKeys = (reader: Reader, tokens: readonly IToken[]): void => {
  let dots: readonly IToken[] = [];
  for (const token of tokens) {
    if (token.tokenType === dot) {
      dots = [...dots.slice(0, 1), token];
      continue;
    }
    const [one, more] = dots;
    if (one !== undefined && more !== undefined) {
      say(reader, "missing-key", "A key is missing between two dots.", one.startOffset, endOf(more), {
        help: "write one dot between keys, or quote a name that holds dots",
      });
    }
    dots = [];
  }
};

const toKey = (reader: Reader, token: IToken): Key => {
  if (token.payload === undefined && isPlain(token.image)) {
    const { image: text, startOffset: start } = token;
    return { text, quoting: "none", span: spanIn(reader, start, start + text.length) };
  }
  sayFault(reader, token);
  const [text, quoting] = keyText(reader, token);
  const key = { text: text.normalize("NFC"), quoting, span: spanIn(reader, token.startOffset, endOf(token)) };
  if (key.text === "") {
    say(reader, "missing-key", "The quotes hold no name.", key.span.start, key.span.end, {
      help: "write a name",
    });
  }
  return key;
};

/** Letters and marks that stand for themselves, and have one form only, as all below U+0300: most keys are just that. */
const isPlain = (image: string): boolean => {
  const first = image.charCodeAt(0);
  if (first === code.dash || first === code.at) return false;
  for (let at = 0; at < image.length; at++) {
    const unit = image.charCodeAt(at);
    if (unit === code.backslash || unit >= 0x300) return false;
  }
  return image !== "";
};

const keyText = (reader: Reader, token: IToken): readonly [string, Quoting] => {
  switch (readingOf(token).kind) {
    case "double":
      return [cookDouble(reader, insideQuotes(token), token.startOffset + 1).text, "double"];
    case "single":
      return [cookSingle(insideQuotes(token)).text, "single"];
    case "block":
      return [cookBlock(reader, insideBlock(reader, token), 0).text, "block"];
    default:
      sayUnquotedFault(reader, token);
      return [withoutBullet(reader, cookKey(reader, token.image, token.startOffset).trim()), "none"];
  }
};

const bullet = /^-(?:\s+|$)/;
const importMark = /^@(?!(?:start|end)\w)/;

/** `- a` is read as `a`; a `-` alone stays, for want of a name. */
const withoutBullet = ({ mode }: Reader, text: string): string =>
  mode === "slant" ? text.replace(bullet, "") || text : text;

/** What an unquoted key must not start with. */
const sayUnquotedFault = (reader: Reader, { image, startOffset: start }: IToken): void => {
  const end = start + image.length;
  const dash = bullet.exec(image)?.[0].length;
  if (dash !== undefined && reader.mode === "slant") {
    say(
      reader,
      "bullet",
      "A statement needs no bullet.",
      start,
      start + 1,
      wayOut(reader, "remove the `-`", start, start + dash, ""),
    );
  } else if (importMark.test(image)) {
    const quoted = JSON.stringify(image);
    const help = `write \`...${image}\` to import it here, or \`${quoted}\` if it is a name`;
    say(
      reader,
      "misplaced-import",
      `\`${image}\` stands where a name is needed.`,
      start,
      end,
      wayOut(reader, help, start, end, quoted),
    );
  }
};

/** Reports a mark that nothing stands before. */
export const sayMissingKey = (reader: Reader, mark: "." | ":" | "{", start: number, end: number): void =>
  say(reader, "missing-key", `No key stands before \`${mark}\`.`, start, end, { help: missingKeyHelp[mark] });

const missingKeyHelp = {
  ".": "write a key before it, or quote a name that holds `.`",
  ":": "write a key before it; a label stands before the `{` of its statement",
  "{": "write a key before it, or put its statements into the map before it",
};
