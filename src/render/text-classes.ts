import type { TextMark } from "../layout/scene.ts";
import { type FaceName, faces } from "../text/faces.ts";
import type { Style } from "../theme/theme.ts";
import type { Fonts } from "./fonts.ts";
import { number } from "./number.ts";

/**
 * The classes of a line of text, by name with what they declare. The default needs none: the regular face at the theme's
 * size, anchored at its middle.
 */
export const textClasses = (
  { face, size, anchor }: TextMark,
  style: Style,
  fonts: Fonts,
): ReadonlyMap<string, string> =>
  new Map([
    ...(face === "regular" ? [] : [[face, faceRule(face, fonts)] as const]),
    ...(size === style.text ? [] : [[sizeName(size), `font-size:${number(size)}px`] as const]),
    ...(anchor === "middle" ? [] : [[anchor, `text-anchor:${anchor}`] as const]),
  ]);

const sizeName = (size: number): string => `s${number(size).replace(".", "_")}`;

/** What a face of its own declares. */
export const faceRule = (name: FaceName, fonts: Fonts): string => {
  const { typeface, weight, style } = faces[name];
  return [
    typeface === "inter" ? "" : `font-family:${fonts[typeface]}`,
    weight === 400 ? "" : `font-weight:${weight}`,
    style === "normal" ? "" : `font-style:${style}`,
  ]
    .filter((part) => part !== "")
    .join(";");
};
