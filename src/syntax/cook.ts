import type { Hole } from "./ast.ts";
import { innerPath } from "./inner-path.ts";
import { type Reader, say, spanIn } from "./say.ts";

/** A text as it was meant: escapes resolved, cut at its holes. */
export interface Cooked {
  readonly text: string;
  /** One string when there are no holes. */
  readonly parts: readonly (string | Hole)[];
}

const whole = (text: string): Cooked => ({ text, parts: [text] });

const join = String.raw`(?<join>\r\n|\r|\n)[^\S\r\n]*`;
const hole = String.raw`\$\{(?<path>[^{}\r\n]*)(?<closed>\}?)`;

const rawMarks = new RegExp(String.raw`\\(?:${join}|n|[\\#;{}[\]$"])|${hole}`, "g");
const keyMarks = new RegExp(String.raw`\\(?:${join}|n|[\\#;{}[\]$"':.,()<>~|@*&-])`, "g");
const doubleMarks = new RegExp(String.raw`\\(?:${join}|u\{[0-9a-fA-F]{1,6}\}|[\s\S])|${hole}`, "gu");
const d2Marks = new RegExp(String.raw`\\(?:${join}|[\s\S])|${hole}`, "gu");
const d2KeyMarks = new RegExp(String.raw`\\(?:${join}|[\s\S])`, "gu");
const holeMarks = /\$\{(?<path>[^{}\r\n]*)(?<closed>\})/g;

const rawMeaning = (written: string): string => (written === "\\n" ? "\n" : written.slice(1));

const d2Meanings: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** In D2 a backslash takes the meaning from any mark, quoted or not. */
const d2Meaning = (written: string): string => d2Meanings[written.slice(1)] ?? written.slice(1);

/** Unquoted text: `\n`, a backslash before a mark, joined lines, holes. `image` starts at `offset` of the source. */
export const cookRaw = (reader: Reader, image: string, offset: number): Cooked => {
  if (!image.includes("\\") && !image.includes("${")) return whole(image);
  return reader.mode === "d2"
    ? cook(reader, image, offset, d2Marks, d2Meaning)
    : cook(reader, image, offset, rawMarks, rawMeaning);
};

/** An unquoted key: as unquoted text, and the marks that end a key, but no holes. */
export const cookKey = (reader: Reader, image: string, offset: number): string => {
  if (!image.includes("\\")) return image;
  return reader.mode === "d2"
    ? cook(reader, image, offset, d2KeyMarks, d2Meaning).text
    : cook(reader, image, offset, keyMarks, rawMeaning).text;
};

const doubleMeanings: Readonly<Record<string, string>> = { n: "\n", t: "\t", '"': '"', "\\": "\\", $: "$" };

/** What stands between `"` and `"`; an escape that means nothing is reported, and read as the character behind it. */
export const cookDouble = (reader: Reader, inner: string, offset: number): Cooked => {
  if (!inner.includes("\\") && !inner.includes("${")) return whole(inner);
  if (reader.mode === "d2") return cook(reader, inner, offset, d2Marks, d2Meaning);
  return cook(reader, inner, offset, doubleMarks, (written, at) => {
    const meaning = doubleMeanings[written.slice(1)] ?? codePoint(written);
    if (meaning !== undefined) return meaning;
    say(
      reader,
      "bad-escape",
      `\`${written}\` means nothing in a double-quoted text.`,
      at,
      at + written.length,
      {
        help: 'write `\\\\` for a backslash; the escapes are `\\n` `\\t` `\\"` `\\\\` `\\$` and `\\u{1F600}`',
        fixes: [
          {
            kind: "suggestion",
            message: "Double the backslash.",
            edits: [{ span: spanIn(reader, at, at), text: "\\" }],
          },
        ],
      },
    );
    return written.slice(1);
  });
};

const codePoint = (written: string): string | undefined => {
  if (!written.startsWith("\\u{")) return undefined;
  const point = Number.parseInt(written.slice(3, -1), 16);
  const isCharacter = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : undefined;
};

/** What stands between `'` and `'`. */
export const cookSingle = (inner: string): Cooked => whole(inner.replaceAll("''", "'"));

/** A text without escapes, cut at its holes; what is not closed is no hole. */
export const cookHoles = (reader: Reader, image: string, offset: number): Cooked =>
  image.includes("${") ? cook(reader, image, offset, holeMarks, rawMeaning) : whole(image);

/** Replaces the escapes among `marks` and cuts at the holes. Cost: linear in the text. */
const cook = (
  reader: Reader,
  image: string,
  offset: number,
  marks: RegExp,
  meaning: (written: string, at: number) => string,
): Cooked => {
  const parts: (string | Hole)[] = [];
  let text = "";
  let part = "";
  let done = 0;
  for (const found of image.matchAll(marks)) {
    const [written] = found;
    const at = offset + found.index;
    const isEscape = written.startsWith("\\");
    const meant = !isEscape ? written : found.groups?.join === undefined ? meaning(written, at) : "";
    const before = image.slice(done, found.index);
    done = found.index + written.length;
    text += before + meant;
    part += before;
    const path = isEscape ? undefined : holePath(reader, found, at);
    if (path === undefined) {
      part += meant;
    } else {
      if (part !== "") parts.push(part);
      parts.push({ path, span: spanIn(reader, at, at + written.length) });
      part = "";
    }
  }
  const rest = image.slice(done);
  if (part + rest !== "" || parts.length === 0) parts.push(part + rest);
  return { text: text + rest, parts };
};

const holePath = (reader: Reader, found: RegExpExecArray, at: number): Hole["path"] | undefined => {
  const path = found.groups?.closed === "}" ? innerPath(reader, found.groups.path ?? "", at + 2) : undefined;
  if (path === undefined) {
    say(reader, "broken-substitution", `\`${found[0]}\` names no variable.`, at, at + found[0].length, {
      help: "write `${name}` with the name of a variable, or `\\$` for a dollar sign",
    });
  }
  return path;
};
