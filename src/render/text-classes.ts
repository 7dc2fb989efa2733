import type { TextMark } from "../layout/scene.ts";
import { type FaceName, faces } from "../text/faces.ts";
import type { Style } from "../theme/theme.ts";
import { number } from "./number.ts";

/**
 * The classes of a line of text, by name with what they declare. The default needs none: the regular face at the theme's
 * size, anchored at its middle.
 */
export const textClasses = (
  { face, size, anchor, halo }: TextMark,
  style: Style,
): ReadonlyMap<string, string> =>
  new Map([
    ...(face === "regular" ? [] : [[face, faceRule(face)] as const]),
    ...(size === style.text
      ? []
      : [[`s${number(size).replace(".", "_")}`, `font-size:${number(size)}px`] as const]),
    ...(anchor === "middle" ? [] : [[anchor, `text-anchor:${anchor}`] as const]),
    ...(halo ? [["halo", ""] as const] : []),
  ]);

/** The families that a picture asks for; what is missing from the first is taken from the next. */
export const families = {
  inter: "SlantInter,Inter,system-ui,sans-serif",
  mono: "SlantMono,'JetBrains Mono',ui-monospace,monospace",
} as const;

const faceRule = (name: FaceName): string => {
  const { typeface, weight, style } = faces[name];
  return [
    typeface === "inter" ? "" : `font-family:${families[typeface]}`,
    weight === 400 ? "" : `font-weight:${weight}`,
    style === "normal" ? "" : `font-style:${style}`,
  ]
    .filter((part) => part !== "")
    .join(";");
};
