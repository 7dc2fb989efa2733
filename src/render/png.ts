import type { Scene } from "../layout/scene.ts";
import { Refusal } from "../source/refusal.ts";
import { fontFiles } from "./font-files.ts";
import { nodeParts } from "./node-parts.ts";
import { renderSvg, type SvgOptions } from "./svg.ts";

/**
 * Writes a scene as PNG.
 *
 * In:   as for SVG; of a theme with two sides the light one is drawn. `scale` is px of the bitmap for each px of the scene.
 * Out:  the bytes. Same scene, same options, same bytes: no font of the machine is looked at.
 * Says: a Refusal for a bitmap that would not fit into memory, with the largest scale that would.
 * Cost: linear in the bitmap's area.
 */
export const renderPng = async (scene: Scene, { dark: _, ...options }: SvgOptions): Promise<Uint8Array> => {
  const { scale = 1 } = options;
  const { width, height } = scene;
  if (!fits(width * scale, height * scale)) throw new Refusal(...tooLarge(width, height, scale));
  const { Resvg } = nodeParts().load("@resvg/resvg-js") as typeof import("@resvg/resvg-js");
  const font = {
    loadSystemFonts: false,
    fontFiles: Object.values(fontFiles()),
    defaultFontFamily: "Slant Inter",
  };
  return new Uint8Array(
    new Resvg(renderSvg(scene, { ...options, fonts: "system" }), { font }).render().asPng(),
  );
};

/** px along a side, and of the whole bitmap: 4 bytes each. */
const longest = 32_767;
const mostPixels = 120_000_000;

const fits = (width: number, height: number): boolean =>
  Math.max(width, height) <= longest && width * height <= mostPixels;

const tooLarge = (width: number, height: number, scale: number): readonly [string, string] => {
  const size = [width, height].map((side) => Math.round(side * scale)).join(" × ");
  const most = Math.min(longest / Math.max(width, height), Math.sqrt(mostPixels / (width * height)));
  const shown = Math.floor(most * 100) / 100;
  return [
    `a PNG of ${size} px would be too large`,
    shown >= 0.1
      ? `Take a scale of ${shown} or less, or draw SVG or PDF.`
      : "Draw SVG or PDF, which have no such limit.",
  ];
};
