import { type Reader, say } from "./say.ts";

const invalid = /\0+|[\ud800-\udfff]+/gu;

/** Reports NUL and halves of surrogate pairs, the first of each line. Cost: linear in the text. */
export const sayInvalidCharacters = (reader: Reader): void => {
  let lineEnd = -1;
  for (const { 0: written, index } of reader.text.matchAll(invalid)) {
    if (index < lineEnd) continue;
    const next = reader.text.slice(index).search(/[\r\n]/);
    lineEnd = next < 0 ? reader.text.length : index + next;
    const what = written.startsWith("\0") ? "A NUL character" : "Half of a surrogate pair";
    say(reader, "invalid-character", `${what} stands in the text.`, index, index + written.length, {
      help: "save the file as UTF-8 text, or delete the character",
    });
  }
};
