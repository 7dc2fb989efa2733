import type { FaceMetrics } from "./face-metrics.ts";
import { italic } from "./fonts/metrics/italic.ts";
import { medium } from "./fonts/metrics/medium.ts";
import { mono } from "./fonts/metrics/mono.ts";
import { regular } from "./fonts/metrics/regular.ts";
import { semibold } from "./fonts/metrics/semibold.ts";

export type FaceName = "regular" | "medium" | "semibold" | "italic" | "mono";

/** A face at a size; `size` is the font size, px. */
export type Font = { readonly face: FaceName; readonly size: number };

export type Typeface = "inter" | "mono";

export type Face = {
  readonly typeface: Typeface;
  /** CSS font-weight. */
  readonly weight: number;
  /** CSS font-style. */
  readonly style: "normal" | "italic";
  /** Units per em, ascender, descender, cap height and x-height in font units, and the packed width tables. */
  readonly metrics: FaceMetrics;
};

/** Every face that Slant draws with, in the order in which a picture lists them. */
export const faces: Readonly<Record<FaceName, Face>> = {
  regular: { typeface: "inter", weight: 400, style: "normal", metrics: regular },
  medium: { typeface: "inter", weight: 500, style: "normal", metrics: medium },
  semibold: { typeface: "inter", weight: 600, style: "normal", metrics: semibold },
  italic: { typeface: "inter", weight: 400, style: "italic", metrics: italic },
  mono: { typeface: "mono", weight: 400, style: "normal", metrics: mono },
};

/** Font units → px. */
const px = (units: number, { face, size }: Font): number => (units * size) / faces[face].metrics.unitsPerEm;

/** Height of the face above the baseline, px. */
export const ascent = (font: Font): number => px(faces[font.face].metrics.ascender, font);

/** Depth of the face below the baseline, px, positive. */
export const descent = (font: Font): number => px(-faces[font.face].metrics.descender, font);

/** Distance between baselines that the face asks for, px: ascent, descent and line gap (1.21 em for Inter). */
export const lineHeight = (font: Font): number => {
  const { ascender, descender, lineGap } = faces[font.face].metrics;
  return px(ascender - descender + lineGap, font);
};
