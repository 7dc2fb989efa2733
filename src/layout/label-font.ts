import type { StyleValues } from "../language/styles.ts";
import type { FaceName, Font } from "../text/faces.ts";

/** The font of a label, where its author asks for another one than the picture's own. */
export const labelFont = (style: StyleValues, own: Font): Font => {
  const face = faceOf(style, own.face);
  const size = typeof style["font-size"] === "number" ? style["font-size"] : own.size;
  return face === own.face && size === own.size ? own : { face, size };
};

/** There is one face for each look: what is both bold and slanted is measured as bold, and nearly as wide. */
const faceOf = ({ font, bold, italic }: StyleValues, own: FaceName): FaceName => {
  if (font === "mono") return "mono";
  if (bold === true) return "semibold";
  if (italic === true) return own === "regular" ? "italic" : own;
  return bold === false && own === "semibold" ? "regular" : own;
};

/** How much wider than usual a label may be before it is folded: as its letters are larger. */
export const labelStretch = (font: Font, own: Font): number => Math.max(1, font.size / own.size);
