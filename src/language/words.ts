import { type Reading, readerOf } from "./reading.ts";

const exactName = (text: string): string | undefined => {
  const name = text.normalize("NFC");
  return /^[^\s,;:{}[\]"'|()@$&*]+$/u.test(name) && name !== "null" ? name : undefined;
};

/** A single word of any script: the name of a callback, an id. NFC, so that equal names are equal texts. */
export const readName: (text: string) => Reading<string> = readerOf(exactName, (text) =>
  text.trim().replace(/[\s,;:]+/g, "-"),
);

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to refuse.
const treacherous = /[\u0000-\u0020\u007f-\u009f\u2028\u2029\\<>"]/;

const exactLink = (text: string): string | undefined => {
  if (text === "" || treacherous.test(text) || text.startsWith("//")) return undefined;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  const isRight = scheme === undefined || wellFormed.get(scheme)?.test(text.slice(scheme.length + 1));
  return isRight ? text : undefined;
};

/** The schemes that may stand in a picture, and what follows them. */
const wellFormed: ReadonlyMap<string, RegExp> = new Map([
  ["http", /^\/\/[^/?#]+/],
  ["https", /^\/\/[^/?#]+/],
  ["mailto", /^[^@]+@[^@]+$/],
]);

const respellLink = (text: string): string =>
  text
    .trim()
    .replaceAll(" ", "%20")
    .replaceAll("\\", "/")
    .replace(/^\/\//, "https://")
    .replace(/^(https?):\/*/i, "$1://");

/**
 * A link that may stand in a picture: http, https, mailto, or relative.
 *
 * A backslash, a space or a control character is refused, since browsers drop or turn them before they look for a scheme;
 * so is `//host`, which leaves the site though it looks relative.
 */
export const readLink: (text: string) => Reading<string> = readerOf(exactLink, respellLink);
