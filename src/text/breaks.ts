import { characterWidth } from "./character-width.ts";

/**
 * How good a place is to break a line: between words, inside an identifier, or between any two characters. A worse
 * place is used only where a better one leaves a line too wide.
 */
export type Break = "word" | "part" | "character";

/**
 * Tells whether a line may break before the UTF-16 offset `at` of a text, at a place at least as good as `kind`.
 * White space is the caller's; this asks about the characters to both sides of `at`.
 *
 * Cost:   constant.
 * Source: UAX #14 (Unicode Line Breaking) for ideographs and their punctuation; JIS X 4051 for what may not begin
 *         or end a line.
 */
export const breaksBefore: Readonly<
  Record<Exclude<Break, "character">, (text: string, at: number) => boolean>
> = {
  word: (text, at) => betweenIdeographs(text, at),
  part: (text, at) => afterSeparator(text, at) || atHump(text, at),
};

const zeroWidthSpace = 0x200b;

/** Closing punctuation, small kana, prolonged sounds and iteration marks: never at the beginning of a line. */
const notFirst = new Set(
  "、。，．・：；？！‼⁇⁈⁉）」』】〉》〕〗〙〛］｝〟’”…‥ー～〜々〻ゝゞヽヾ％℃°ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ)]}>!?,.:;%'\"",
);

/** Opening punctuation: never at the end of a line. */
const notLast = new Set("（「『【〈《〔〖〘〚［｛〝‘“([{<￥＄＃$#@\"'");

/** Before or after an ideograph or a kana, which need no space between words. Hangul is written with spaces. */
const betweenIdeographs = (text: string, at: number): boolean => {
  const left = text.charCodeAt(at - 1);
  const right = text.charCodeAt(at);
  if (left === zeroWidthSpace) return true;
  if (left < firstIdeographic && right < firstIdeographic) return false;
  if (!isIdeographic(text, at) && !isIdeographic(text, at - (isLowSurrogate(left) ? 2 : 1))) return false;
  return !notFirst.has(text.charAt(at)) && !notLast.has(text.charAt(at - 1));
};

const firstIdeographic = 0x2e80;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
const isHangul = (code: number): boolean =>
  (code >= 0xac00 && code <= 0xd7a3) || (code >= 0x3130 && code <= 0x318f);

const isIdeographic = (text: string, at: number): boolean => {
  const code = text.codePointAt(at) ?? 0;
  return code >= firstIdeographic && !isHangul(code) && characterWidth(code) === "wide";
};

/** Characters that end a part of an identifier, a path or an address. */
const separators = new Set("._/:-\\,;=&?|+–—");

/** After `order.`, `user_`, `a/`, `ns::`; not at the front of a word, not inside a number or a row of separators. */
const afterSeparator = (text: string, at: number): boolean => {
  const left = text.charAt(at - 1);
  if (!separators.has(left)) return false;
  const right = text.charAt(at);
  if (separators.has(right) || notFirst.has(right)) return false;
  const before = text.charAt(at - 2);
  return before !== "" && before !== " " && !(isDigit(before) && isDigit(right));
};

const isDigit = (character: string): boolean => character >= "0" && character <= "9";
const isUpper = (character: string): boolean => character !== character.toLowerCase();
const isLower = (character: string): boolean => character !== character.toUpperCase();

/** Before the S of `PaymentService` and of `HTTPServer`. */
const atHump = (text: string, at: number): boolean => {
  const right = text.charAt(at);
  if (!isUpper(right)) return false;
  const left = text.charAt(at - 1);
  return isLower(left) || isDigit(left) || (isUpper(left) && isLower(text.charAt(at + 1)));
};
