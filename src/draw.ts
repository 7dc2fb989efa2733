import type { Flow } from "./flow/flow.ts";
import { type SceneRecord, sceneRecord } from "./layout/inspect-scene.ts";
import { loadElk } from "./layout/map/elk.ts";
import { layoutMap, layoutMapLater } from "./layout/map/layout.ts";
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
  /** What happens, from top to bottom, or who talks with whom; the text's own `config: { view: … }` if absent, else `sequence`. */
  readonly view?: View;
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

export const views = ["sequence", "map"] as const;

export type View = (typeof views)[number];

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
  const { style } = chosenTheme(flow, options).theme;
  const lineOf = lineFinder(sources);
  return viewOf(flow, options) === "map"
    ? layoutMap(flow, style, lineOf, sceneOptions(options))
    : layoutSequence(flow, order(flow), style, lineOf, sceneOptions(options));
};

/** The same where what lays out maps can only be loaded later: in a page. */
const sceneLater = async (
  flow: Flow,
  sources: Readonly<Record<string, string>>,
  options: DrawOptions,
): Promise<Scene> => {
  if (viewOf(flow, options) !== "map") return sceneOf(flow, sources, options);
  const { style } = chosenTheme(flow, options).theme;
  return await layoutMapLater(flow, style, lineFinder(sources), sceneOptions(options));
};

/** Loads what draws maps, so that `sceneOf` and `drawSync` can do so in a page. */
export const prepareMap = loadElk;

const viewOf = (flow: Flow, { view }: DrawOptions): View => view ?? flow.config.view ?? "sequence";

const sceneOptions = ({ title, pad }: DrawOptions) => ({
  ...(title !== undefined && { title }),
  ...(pad !== undefined && { pad }),
});

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
  const scene = await sceneLater(flow, sources, options);
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
