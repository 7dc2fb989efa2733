import type { IToken } from "chevrotain";
import { orRaise } from "../source/limits.ts";
import { endOf } from "./extent.ts";
import { type Reader, say } from "./say.ts";

/** Reports a map or list that lies too deep to be read. */
export const sayTooDeep = (reader: Reader, open: IToken, close: IToken | undefined): void => {
  const { image, startOffset: start } = open;
  const message = `What this \`${image}\` opens is nested deeper than ${reader.limits.nesting} levels.`;
  say(reader, "nested-too-deeply", message, start, endOf(open), {
    help: `look for missing or repeated braces, for what lies deeper was not read${orRaise("nesting", reader.limits)}`,
  });
  if (close === undefined) reader.gaveUp = true;
};
