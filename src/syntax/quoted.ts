import type { IToken } from "chevrotain";
import { readingOf } from "../../grammar/reading.ts";
import { blockDelimiter } from "../../grammar/scan-quoted.ts";
import { type Reader, say, wayOut } from "./say.ts";

/** What stands between a string's quotes, of which the last may be missing. */
export const insideQuotes = (token: IToken): string =>
  readingOf(token).fault === undefined ? token.image.slice(1, -1) : token.image.slice(1);

/** How long the opening mark of a block string is, and so its closing one. */
export const markLength = (reader: Reader, token: IToken): number =>
  blockDelimiter(reader.text, token.startOffset).length;

/** What stands between a block string's marks, of which the last may be missing. */
export const insideBlock = (reader: Reader, token: IToken): string => {
  const length = markLength(reader, token);
  return readingOf(token).fault === undefined
    ? token.image.slice(length, -length)
    : token.image.slice(length);
};

/** Reports what keeps a key, a value or a comment from being whole. */
export const sayFault = (reader: Reader, token: IToken): void => {
  const { fault } = readingOf(token);
  if (fault === undefined) return;
  const { image, startOffset: start } = token;
  const end = start + image.length;
  const opening = reader.text.charAt(start);
  switch (fault) {
    case "unterminated-string": {
      // PlantUML's comments start with one quote.
      const comment = isKeyAlone(reader, start) && opening === "'" ? ", or start a comment with `#`" : "";
      const help = `close it with \`${opening}\` on the same line${comment}`;
      say(
        reader,
        fault,
        `The quote before \`${excerpt(image.slice(1).trim())}\` is not closed on its line.`,
        start,
        end,
        wayOut(reader, help, end, end, opening),
      );
      return;
    }
    case "unterminated-block": {
      const mark = blockDelimiter(reader.text, start);
      const closing = `${mark.slice(1)}|`;
      say(
        reader,
        fault,
        `The block string \`${excerpt(image)}\` is not closed.`,
        start,
        start + mark.length,
        {
          help: `close it with \`${closing}\``,
        },
      );
      return;
    }
    case "unterminated-comment":
      say(reader, fault, 'The comment that `"""` opens is not closed.', start, start + 3, {
        help: 'close it with `"""`',
      });
      return;
    case "text-after-quote": {
      const quoted = quoteWhole(image);
      const help = `quote all of it: \`${excerpt(quoted)}\``;
      say(
        reader,
        fault,
        `Text follows the closing quote in \`${excerpt(image)}\`.`,
        start,
        end,
        wayOut(reader, help, start, end, quoted),
      );
      return;
    }
  }
};

/** Whether nothing but white space stands before an offset on its line. */
const isKeyAlone = ({ text }: Reader, at: number): boolean =>
  /(?:^|[\r\n])\s*$/.test(text.slice(Math.max(0, at - 80), at));

/** The whole text as one string, in whichever quotes need less doubling. */
export const quoteWhole = (text: string): string =>
  text.includes("'") && !text.includes('"')
    ? `"${text.replaceAll("\\", "\\\\")}"`
    : `'${text.replaceAll("'", "''")}'`;

/** The first line of a text, short enough for a sentence. */
export const excerpt = (text: string): string => {
  const line = text.slice(0, 80).split(/[\r\n]/, 1)[0] ?? "";
  return line.length <= 40 ? line : `${line.slice(0, 39).trimEnd()}…`;
};

/** What stands on the line before an offset, short enough for a sentence. */
export const lineBefore = ({ text }: Reader, at: number): string => {
  const start = Math.max(text.lastIndexOf("\n", at - 1), text.lastIndexOf("\r", at - 1)) + 1;
  return excerpt(text.slice(start, at).trim());
};
