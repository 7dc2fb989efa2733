import { faces, type Typeface } from "./faces.ts";
import { cuts } from "./fonts/coverage.ts";
import type { Cut, Piece, PieceData } from "./pieces.ts";

/**
 * The families that text of a typeface asks for, as a value of `font-family`.
 *
 * Each cut is a family of its own ("Slant Inter Latin"), and "Slant Inter" is the whole font, which PNG and PDF
 * output brings along. So pictures with different cuts can stand in one page: with a shared name and overlapping
 * `unicode-range`s, the last picture's font would take single letters out of the words of the others, and their
 * kerning with them. The names need no quotes.
 *
 * In:     the pieces that the picture carries; none when it leaves fonts to the reader's system.
 */
export const fontStack = (typeface: Typeface, pieces: readonly Piece[]): string => {
  const carried = (cut: Cut): boolean =>
    pieces.some((piece) => piece.cut === cut && faces[piece.face].typeface === typeface);
  const own = cutNames.filter(carried).map((cut) => familyOf(typeface, cut));
  return [...own, families[typeface].whole, ...families[typeface].fallbacks].join(",");
};

/** Close in width first. */
const families: Readonly<
  Record<Typeface, { readonly whole: string; readonly fallbacks: readonly string[] }>
> = {
  inter: { whole: "Slant Inter", fallbacks: ["Inter", "system-ui", "sans-serif"] },
  mono: { whole: "Slant Mono", fallbacks: ["JetBrains Mono", "ui-monospace", "monospace"] },
};

const cutNames = Object.keys(cuts) as readonly Cut[];

const familyOf = (typeface: Typeface, cut: Cut): string =>
  `${families[typeface].whole} ${cut.charAt(0).toUpperCase()}${cut.slice(1)}`;

/**
 * The `@font-face` rules of a picture's pieces, in their order; a piece without data is left out.
 *
 * In:     what `piecesFor` chose, and the fonts that `loadPieces` or `allPieces` gave.
 * Out:    CSS without white space between rules; base64 needs no escaping in XML.
 */
export const fontFaceCss = (pieces: readonly Piece[], data: PieceData): string =>
  pieces.map((piece) => fontFace(piece, data[piece.cut]?.[piece.face])).join("");

const fontFace = ({ face, cut }: Piece, woff2: string | undefined): string => {
  if (woff2 === undefined) return "";
  const { typeface, weight, style } = faces[face];
  return `@font-face{${[
    `font-family:${familyOf(typeface, cut)}`,
    `font-weight:${weight}`,
    `font-style:${style}`,
    `src:url(data:font/woff2;base64,${woff2}) format("woff2")`,
    `unicode-range:${cuts[cut].range}`,
  ].join(";")}}`;
};
