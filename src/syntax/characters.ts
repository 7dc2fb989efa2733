import { type Reader, say } from "./say.ts";

const invalid = /\0+|[\ud800-\udfff]+/gu;

/** Reports NUL and halves of surrogate pairs, the first of each line. Cost: linear in the text. */
export const sayInvalidCharacters = (reader: Reader): void => {
  let lineEnd = -1;
  for (const { 0: written, index } of reader.text.matchAll(invalid)) {
    if (index < lineEnd) continue;
    const next = reader.text.slice(index).search(/[\r\n]/);
    lineEnd = next < 0 ? reader.text.length : index + next;
    say(reader, "invalid-character", faultOf(written), index, index + written.length, {
      help: "save the file as UTF-8 text, or delete the character",
    });
  }
};

/** Readers of files put this half of a pair where bytes are not UTF-8. Source: PEP 383. */
const unreadable = "\udcff";

const faultOf = (written: string): string => {
  if (written.startsWith("\0")) return "A NUL character stands in the text.";
  if (written.includes(unreadable)) return "These bytes are not UTF-8 text.";
  return "Half of a surrogate pair stands in the text.";
};
