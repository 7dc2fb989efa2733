import type { Flow } from "./flow/flow.ts";
import { type SceneRecord, sceneRecord } from "./layout/inspect-scene.ts";
import type { Scene } from "./layout/scene.ts";
import { layoutSequence } from "./layout/sequence/sequence.ts";
import { order } from "./order/order.ts";
import { piecesOf } from "./render/fonts.ts";
import { renderSvg } from "./render/svg.ts";
import { lineFinder } from "./source/line-finder.ts";
import { loadPieces } from "./text/load-pieces.ts";
import type { PieceData } from "./text/pieces.ts";
import { resolveTheme } from "./theme/resolve-theme.ts";

/** How a flow is drawn. */
export interface DrawOptions {
  /** A theme's name; the text's own `config: { theme: … }` if absent, else `auto`. */
  readonly theme?: string;
  /** The theme that takes its place where the reader prefers dark. */
  readonly darkTheme?: string;
  /** Carry the letters inside the picture (default), or take them from the machine that shows it. */
  readonly fonts?: "embed" | "system";
  /** White space around the picture, px. */
  readonly pad?: number;
  /** A colour for the ground: a CSS name, `#rgb`, `#rrggbb`; `transparent` for none. */
  readonly background?: string;
  /** Prefix of every id in the picture; from its content if absent. */
  readonly idPrefix?: string;
  /** Instead of the text's title; an empty one shows none. */
  readonly title?: string;
  /** Let the picture shrink with the column that it stands in. */
  readonly responsive?: boolean;
}

/**
 * Where everything goes: Flow ──order──▶ Order ──layout──▶ Scene.
 *
 * In: a flow without errors, and the texts that its spans point into.
 */
export const sceneOf = (
  flow: Flow,
  sources: Readonly<Record<string, string>>,
  options: DrawOptions = {},
): Scene => {
  const { theme } = chosenTheme(flow, options);
  return layoutSequence(flow, order(flow), theme.style, lineFinder(sources), {
    ...(options.title !== undefined && { title: options.title }),
    ...(options.pad !== undefined && { pad: options.pad }),
  });
};

/** The same for other tools: groups and marks with boxes and points. */
export const sceneRecordOf = (flow: Flow, sources: Readonly<Record<string, string>>): SceneRecord =>
  sceneRecord(sceneOf(flow, sources));

/**
 * From meaning to picture: Flow ──▶ Scene ──render──▶ svg. Same flow, same options, same bytes.
 *
 * Of the fonts that a picture may carry, only those that it needs are loaded.
 */
export const draw = async (
  flow: Flow,
  sources: Readonly<Record<string, string>>,
  options: DrawOptions = {},
): Promise<string> => {
  const scene = sceneOf(flow, sources, options);
  const pieces = options.fonts === "system" ? {} : await loadPieces(piecesOf(scene));
  return paint(scene, flow, options, pieces);
};

/** The same at once, with the same bytes: the caller has all fonts at hand. */
export const drawSync = (
  flow: Flow,
  sources: Readonly<Record<string, string>>,
  options: DrawOptions,
  pieces: PieceData,
): string => paint(sceneOf(flow, sources, options), flow, options, pieces);

const paint = (scene: Scene, flow: Flow, options: DrawOptions, pieces: PieceData): string => {
  const { fonts = "embed", background, idPrefix, responsive } = options;
  return renderSvg(scene, {
    ...chosenTheme(flow, options),
    fonts,
    pieces,
    ...(background !== undefined && { background }),
    ...(idPrefix !== undefined && { idPrefix }),
    ...(responsive !== undefined && { responsive }),
  });
};

const chosenTheme = (flow: Flow, { theme, darkTheme }: DrawOptions) =>
  resolveTheme(theme ?? flow.config.theme, darkTheme ?? flow.config["dark-theme"]);
