import { draw, prepareMap } from "../draw.ts";
import { checkOptions, flag } from "../options.ts";
import { type PictureFormat, type PictureOf, pictureFormats } from "../picture-formats.ts";
import { locate } from "../report/locate.ts";
import type { Input } from "./input.ts";
import { formatOf, type Rendered, type RenderOptions, readied, renderChecks } from "./readied.ts";

/** Draws a flow. */
export const render = async <Format extends PictureFormat = "svg">(
  source: Input,
  options: RenderOptions<Format> = {},
): Promise<Rendered<PictureOf<Format>>> => {
  const { compiled, isRefused, picture, extras } = readied("render", source, options, renderChecks);
  const { flow, sources, diagnostics } = compiled;
  if (isRefused) return { output: nothing(options.format), diagnostics: locate(diagnostics, sources) };
  const drawn = await draw(flow, sources, { ...picture, ...formatOf(options) }, extras);
  return { output: drawn.value, diagnostics: locate([...diagnostics, ...drawn.diagnostics], sources) };
};

const nothing = <Format extends PictureFormat>(format: Format | undefined): PictureOf<Format> =>
  (pictureFormats[format ?? "svg"].isBinary ? new Uint8Array() : "") as PictureOf<Format>;

/** What to have at hand before it is asked for. */
export interface PrepareOptions {
  /** What lays out maps: 1.6 MB of code. */
  readonly map?: boolean;
}

/** Loads what `renderSync` cannot load by itself in a page. In Node there is no need to. */
export const prepare = async (options: PrepareOptions = {}): Promise<void> => {
  checkOptions("prepare", options, { map: flag });
  if (options.map) await prepareMap();
};
