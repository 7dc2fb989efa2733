import { type Reading, read, unread, unreadUnless } from "./reading.ts";

/** A single word of any script: the name of a callback, an id. NFC, so that equal names are equal texts. */
export const readName = (text: string): Reading<string> => {
  const name = text.normalize("NFC");
  if (/^[^\s,;:{}[\]"'|()@$&*]+$/u.test(name) && name !== "null") return read(name);
  return unreadUnless(readName, name.trim().replace(/[\s,;:]+/g, "-"));
};

const scheme = /^([a-z][a-z0-9+.-]*):/i;

/**
 * A link that may stand in a picture: http, https, mailto, or relative.
 *
 * A backslash, a space or a control character is refused, since browsers drop or turn them before they look for a scheme;
 * so is `//host`, which leaves the site though it looks relative.
 */
export const readLink = (text: string): Reading<string> => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to refuse.
  if (text === "" || /[\u0000-\u0020\u007f-\u009f\u2028\u2029\\<>"]/.test(text))
    return unreadUnless(readLink, text.trim().replaceAll(" ", "%20").replaceAll("\\", "/") || undefined);
  if (text.startsWith("//")) return unreadUnless(readLink, `https:${text}`);
  const named = scheme.exec(text)?.[1]?.toLowerCase();
  if (named === undefined) return read(text);
  const rest = text.slice(named.length + 1);
  if (named === "mailto") return /^[^@]+@[^@]+$/.test(rest) ? read(text) : unread();
  if (named === "http" || named === "https")
    return /^\/\/[^/?#]+/.test(rest)
      ? read(text)
      : unreadUnless(readLink, rest.replace(/^\/*/, `${named}://`));
  return unread();
};
