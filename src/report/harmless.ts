/** Text of an author, safe to print: no control characters, no direction marks, on one line. */
export const harmless = (text: string): string => text.replace(unsafe, standIn);

// controls, halves of surrogate pairs, line and paragraph separators, direction marks and overrides, byte order marks
const unsafe = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff]/gu;

const standIn = (character: string): string => {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code); // Control Pictures: ␀ to ␟
  return code === 0x7f ? "␡" : "\ufffd";
};
