/** Advances and kerning of a font file, as HarfBuzz shapes it: the one source of the metric tables. */
import * as hb from "harfbuzzjs";

const leftToRight = 4;
const keepIgnorables = 4;
const noDottedCircle = 16;

/** bytes of a TTF → { has, metrics, shape }: lengths in font units. */
export const openFont = (bytes) => {
  const face = new hb.Face(new hb.Blob(bytes));
  const font = new hb.Font(face);
  const covered = new Set(face.collectUnicodes());
  const shape = (codes) => {
    const buffer = new hb.Buffer();
    buffer.addCodePoints(codes);
    buffer.setDirection(leftToRight);
    buffer.setScript("Latn");
    buffer.setLanguage("en");
    buffer.setFlags(keepIgnorables | noDottedCircle);
    hb.shape(font, buffer);
    return buffer.getGlyphPositions().map(({ xAdvance }) => xAdvance);
  };
  return { has: (code) => covered.has(code), metrics: metricsOf(face), shape };
};

const metricsOf = (face) => {
  const table = (tag) => new DataView(face.referenceTable(tag).slice().buffer);
  const os2 = table("OS/2");
  const hhea = table("hhea");
  return {
    unitsPerEm: face.upem,
    ascender: hhea.getInt16(4),
    descender: hhea.getInt16(6),
    lineGap: hhea.getInt16(8),
    xHeight: os2.getInt16(86),
    capHeight: os2.getInt16(88),
  };
};

/** The advance of each code point alone. */
export const advancesOf = (font, codes) => codes.map((code) => font.shape([code])[0]);

/**
 * Kerning of every ordered pair, by row. One buffer per left character holds it before each right one
 * ("LaLbLc…"), so a font of n characters is n shapings; the advance of each L, less its own, is the kerning.
 */
export const kerningOf = (font, codes, advances) =>
  codes.map((left, row) => {
    const positions = font.shape([...codes.flatMap((right) => [left, right]), left]);
    if (positions.length !== 2 * codes.length + 1)
      throw new Error(`U+${left.toString(16)} does not stay one glyph`);
    return codes.map((_, column) => positions[2 * column] - advances[row]);
  });
