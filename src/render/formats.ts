import type { Scene } from "../layout/scene.ts";
import type { PictureFormat, PictureOf } from "../picture-formats.ts";
import { loadPieces } from "../text/load-pieces.ts";
import { piecesOf } from "./fonts.ts";
import { renderSvg, type SvgOptions } from "./svg.ts";
import { renderTxt, type TxtOptions } from "./txt.ts";

/** All that a picture may be asked for; a format takes of it what concerns it. */
export interface RenderOptions extends SvgOptions, TxtOptions {}

type Writers = {
  readonly [Format in PictureFormat]: (scene: Scene, options: RenderOptions) => Promise<PictureOf<Format>>;
};

/** What writes each format: one row is all that a format is. What it needs is loaded for it. */
export const formats: Writers = {
  svg: async (scene, options) =>
    renderSvg(scene, {
      ...options,
      pieces: options.fonts === "system" ? {} : await loadPieces(piecesOf(scene)),
    }),
  txt: async (scene, options) => renderTxt(scene, options),
  png: async (scene, options) => (await import("./png.ts")).renderPng(scene, options),
  pdf: async (scene, options) => (await import("./pdf.ts")).renderPdf(scene, options),
};

type SyncWriters = Partial<{
  readonly [Format in PictureFormat]: (scene: Scene, options: RenderOptions) => PictureOf<Format>;
}>;

/** Those that can be written at once, with the same result; the caller has all fonts at hand. */
export const syncFormats = { svg: renderSvg, txt: renderTxt } satisfies SyncWriters;
