import type { CharacterWidth } from "./character-width.ts";

/**
 * What a character is to those before it: a character of its own, a part of the one before, or what turns the one
 * before into an emoji.
 */
export type Joined = "alone" | "joined" | "makes-emoji";

/**
 * Tells of each character in turn whether it is one picture with those before it: flags (pairs of regional
 * indicators), skin tones, joined families, and characters that a selector or a keycap turns into emoji.
 *
 * Cost:   constant per character.
 * Source: UTS #51 (Unicode Emoji), section 1.4.
 */
export const emojiJoiner = (): ((code: number, width: CharacterWidth) => Joined) => {
  let base = 0;
  let emoji = false;
  let afterJoiner = false;
  let halfFlag = false;
  return (code, width) => {
    const wasAfterJoiner = afterJoiner;
    afterJoiner = code === joiner;
    if (width === "zero") {
      const selected =
        (code === emojiSelector && takesSelector(base)) || (code === keycap && isKeycapBase(base));
      if (selected && !emoji) {
        emoji = true;
        return "makes-emoji";
      }
      return "joined";
    }
    if (isRegional(code)) {
      halfFlag = !halfFlag;
      if (!halfFlag) return "joined";
    } else halfFlag = false;
    const drawn = width === "emoji" || (code >= 0x2190 && code < 0x2c00);
    if (emoji && drawn && (wasAfterJoiner || isSkinTone(code))) return "joined";
    base = code;
    emoji = width === "emoji";
    return "alone";
  };
};

const joiner = 0x200d;
const emojiSelector = 0xfe0f;
const keycap = 0x20e3;
const isRegional = (code: number): boolean => code >= 0x1f1e6 && code <= 0x1f1ff;
const isSkinTone = (code: number): boolean => code >= 0x1f3fb && code <= 0x1f3ff;
const isKeycapBase = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || code === 0x23 || code === 0x2a;
const takesSelector = (code: number): boolean => code === 0xa9 || code === 0xae || code >= 0x203c;
