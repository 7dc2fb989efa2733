import type { Scene } from "../layout/scene.ts";
import { fontFaceCss, fontStack } from "../text/font-face-css.ts";
import { cuts } from "../text/fonts/coverage.ts";
import { type CutData, type FacedText, type Piece, type PieceData, piecesFor } from "../text/pieces.ts";
import { escaped } from "./escaped.ts";

/** What a style sheet says about letters. */
export interface Fonts {
  /** `font-family` of words, and of code. */
  readonly inter: string;
  readonly mono: string;
  /** `@font-face` rules, as markup. */
  readonly faces: string;
}

/** The font files that a picture of the scene has to carry: what to load before it is drawn with `fonts: "embed"`. */
export const piecesOf = ({ groups }: Scene): readonly Piece[] => {
  const texts: FacedText[] = [];
  for (const { marks } of groups)
    for (const mark of marks) if (mark.kind === "text") texts.push(...(mark.runs ?? [mark]));
  return piecesFor(texts);
};

/** The fonts of a scene's picture; of the files that it would carry, those that are at hand. */
export const fontsOf = (scene: Scene, data: PieceData): Fonts => {
  const pieces = piecesOf(scene).filter(({ cut }) => data[cut] !== undefined);
  return {
    inter: fontStack("inter", pieces),
    mono: fontStack("mono", pieces),
    faces: facesOf(pieces, data),
  };
};

/** The rules as markup. Base64 needs no escaping, and there is much of it to look through. */
const facesOf = (pieces: readonly Piece[], data: PieceData): string => {
  const [first = "", ...others] = escaped(fontFaceCss(pieces, holes)).split(hole);
  return pieces.reduce((markup, { cut, face }, at) => markup + data[cut]?.[face] + others[at], first);
};

const hole = "\ue000";

const hollow: CutData = { regular: hole, medium: hole, semibold: hole, italic: hole, mono: hole };
const holes = Object.fromEntries(Object.keys(cuts).map((cut) => [cut, hollow])) as Required<PieceData>;
