import type { IToken } from "chevrotain";
import { readingOf } from "../../grammar/reading.ts";
import type { Comment } from "./ast.ts";
import { sayFault } from "./quoted.ts";
import { type Reader, spanIn } from "./say.ts";

/** `# …` or `""" … """`. */
export const toComment = (reader: Reader, token: IToken, blankBefore = false): Comment => {
  const { image, startOffset: start } = token;
  const span = spanIn(reader, start, start + image.length);
  if (readingOf(token).kind === "line") return { kind: "line", text: image.slice(1), span, blankBefore };
  sayFault(reader, token);
  const text = readingOf(token).fault === undefined ? image.slice(3, -3) : image.slice(3);
  return { kind: "block", text, span, blankBefore };
};
