import { type CharacterWidth, characterWidth } from "./character-width.ts";
import { emojiJoiner } from "./emoji.ts";
import type { FaceTable } from "./face-table.ts";
import { scriptRuns } from "./script-runs.ts";

/** A text's widths by UTF-16 unit. */
export type Advances = {
  /** What the character that starts at this unit adds, font units; 0 for what joins the character before. */
  readonly advance: Int32Array;
  /** Kerning with the character before, font units. */
  readonly kern: Int32Array;
  /** Whether there are several scripts: what kerns at their edges may then depend on characters further off. */
  readonly mixed: boolean;
};

/** Widths of what the face lacks, em. */
const lacking: Readonly<Record<CharacterWidth, number>> = {
  wide: 1, // a CJK character fills its square
  zero: 0,
  emoji: 1.25, // as Chromium draws Noto Color Emoji
  narrow: 0.65, // a little above the average letter of Arabic, Hebrew, Thai and Devanagari, so that labels fit
};

/** Arrows, shapes and pictures beyond the face, em: symbol fonts draw them about as wide as high. */
const lackingSymbol = 1;

/**
 * Widths of every character of a text.
 *
 * In:     any text in normalization form C.
 * Out:    exact for what the face has, an estimate for the rest.
 * Says:   nothing.
 * Cost:   linear in the text.
 * Source: kerning as the face's table; emoji sequences as UTS #51, section 1.4.
 */
export const advancesOf = (text: string, table: FaceTable): Advances => {
  const advance = new Int32Array(text.length);
  const kern = new Int32Array(text.length);
  const em = (size: number): number => Math.round(size * table.unitsPerEm);
  const runs = scriptRuns();
  const joins = emojiJoiner();
  let run = 0;
  let base = -1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) as number;
    const own = code <= 0xffff ? (table.advance[code] as number) : 0;
    const width = own === 0 ? characterWidth(code) : "narrow";
    const runBefore = run;
    run = runs.enter(code);
    const joined = joins(code, width);
    if (joined === "makes-emoji" && base >= 0) advance[base] = em(lacking.emoji);
    if (joined === "alone" && width !== "zero") {
      advance[at] = own > 0 ? own : em(width === "narrow" ? narrowSize(code) : lacking[width]);
      if (own > 0 && base >= 0 && run === runBefore) kern[at] = table.kern(text.charCodeAt(base), code);
      base = at;
    }
    if (code > 0xffff) at += 1;
  }
  return { advance, kern, mixed: run > 0 };
};

const narrowSize = (code: number): number => {
  if (code < 0x20 || code === 0x7f) return code === 9 || code === 10 || code === 13 ? space : lackingSymbol;
  const isSymbol = (code >= 0x2190 && code < 0x2c00) || code >= 0x1d000 || (code >= 0xd800 && code < 0xf900);
  return isSymbol || code === 0xfffd ? lackingSymbol : lacking.narrow;
};

/** A tab or an end of line inside a line is drawn as a space, em. */
const space = 0.28;
