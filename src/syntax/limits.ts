/** What a text may be at most; who compiles it may set other numbers. */
export interface Limits {
  /** UTF-8 bytes of one source. */
  readonly sourceBytes: number;
  /** Statements of one source. */
  readonly statements: number;
  /** Levels of maps and lists. */
  readonly nesting: number;
  /** UTF-16 code units of one label or value. */
  readonly labelLength: number;
}

export const defaultLimits: Limits = {
  sourceBytes: 10 * 1024 * 1024,
  statements: 200_000,
  nesting: 256,
  labelLength: 4096,
};

/** UTF-8 bytes of a text; half a surrogate pair counts as the replacement character would. Cost: linear. */
export const utf8Bytes = (text: string): number => {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    if (unit < 0x800) bytes += 1;
    // A pair takes four bytes for its two units, any other unit from here on three for its one.
    else if (unit >= 0xd800 && unit <= 0xdbff && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      bytes += 2;
      at++;
    } else bytes += 2;
  }
  return bytes;
};
