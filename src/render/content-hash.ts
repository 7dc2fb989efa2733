/**
 * A short name for a text: the same text always has the same name, and two pictures in a page practically never share one.
 * It guards against accidents, not against attackers.
 *
 * Out:    seven letters and digits, 36 bits.
 * Cost:   linear.
 * Source: FNV-1a (Fowler, Noll and Vo) over UTF-16 units, two lanes with different offsets.
 */
export const contentHash = (text: string): string => {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ (unit + i), 0x01000193);
  }
  const bits = (high & 0xf) * 0x100000000 + (low >>> 0);
  return bits.toString(36).padStart(7, "0");
};
