import type { Flow } from "./flow/flow.ts";
import type { Finding } from "./layout/findings/finding.ts";
import { overlayFindings } from "./layout/findings/overlay-findings.ts";
import { type SceneRecord, sceneRecord } from "./layout/inspect-scene.ts";
import { loadElk } from "./layout/map/elk.ts";
import { layoutMap, layoutMapLater } from "./layout/map/layout.ts";
import type { MapExtras } from "./layout/map/plan.ts";
import { hasRichLabels, readRichLabels } from "./layout/rich-labels.ts";
import type { Scene } from "./layout/scene.ts";
import { layoutSequence } from "./layout/sequence/sequence.ts";
import { order } from "./order/order.ts";
import { type PictureFormat, type PictureOf, pictureFormats } from "./picture-formats.ts";
import { renderExplanations } from "./render/explanations.ts";
import { formats, type RenderOptions, syncFormats } from "./render/formats.ts";
import { unshownIn } from "./render/unshown.ts";
import { type Diagnostic, diagnose } from "./source/diagnostic.ts";
import { lineFinder } from "./source/line-finder.ts";
import type { Outcome } from "./source/outcome.ts";
import { Refusal } from "./source/refusal.ts";
import type { PieceData } from "./text/pieces.ts";
import { codeBlocks, type RichBlock } from "./text/rich-block.ts";
import { resolveTheme } from "./theme/resolve-theme.ts";

export { autoOrder } from "./layout/lifeline-order.ts";
export type { Remark, Uses } from "./layout/map/uses.ts";

/** How a flow is drawn. */
export interface DrawOptions {
  /** What the picture is: `svg` if absent. */
  readonly format?: PictureFormat;
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
  /** Width and height of the picture for each px that it is laid out in: 2 for a sharp PNG. */
  readonly scale?: number;
  /** Of a text picture: 7 bits only. */
  readonly ascii?: boolean;
}

/** What else a picture is to show. */
export interface DrawExtras extends MapExtras {
  /** What lint found: badges where it is, and a list below. */
  readonly findings?: readonly Diagnostic[];
}

/** A format that `drawSync` writes. */
export type SyncFormat = keyof typeof syncFormats;

export const views = ["sequence", "map"] as const;

export type View = (typeof views)[number];

/**
 * Where everything goes: Flow ──order──▶ Order ──layout──▶ Scene.
 *
 * In: a flow without errors, and the texts that its spans point into.
 */
export const sceneOf = (
  given: Flow,
  sources: Readonly<Record<string, string>>,
  options: DrawOptions = {},
  readMarkdown: ReadMarkdown = codeBlocks,
): Scene => {
  const { flow, rich } = readRichLabels(given, readMarkdown);
  const { style } = chosenTheme(flow, options).theme;
  const lineOf = lineFinder(sources);
  return viewOf(flow, options) === "map"
    ? layoutMap(flow, style, lineOf, sceneOptions(options))
    : layoutSequence(flow, order(flow), style, lineOf, { ...sceneOptions(options), rich });
};

/** What reads Markdown in labels. It is handed in, for few flows have any. */
export type ReadMarkdown = (markdown: string) => readonly RichBlock[];

const markdownFor = async (flow: Flow): Promise<ReadMarkdown> =>
  hasRichLabels(flow) ? (await import("./text/read-markdown.ts")).readMarkdown : codeBlocks;

/** The same where what lays out maps can only be loaded later: in a page. */
const sceneLater = async (
  flow: Flow,
  sources: Readonly<Record<string, string>>,
  options: DrawOptions,
  extras: MapExtras,
): Promise<Scene> => {
  const readMarkdown = await markdownFor(flow);
  if (viewOf(flow, options) !== "map") return sceneOf(flow, sources, options, readMarkdown);
  const { style } = chosenTheme(flow, options).theme;
  const plain = readRichLabels(flow, readMarkdown).flow;
  return await layoutMapLater(plain, style, lineFinder(sources), { ...sceneOptions(options), ...extras });
};

/** Loads what draws maps, so that `sceneOf` and `drawSync` can do so in a page. */
export const prepareMap = loadElk;

/** A format without maps draws the sequence, unless a map was asked for. */
const viewOf = (flow: Flow, { view, format = "svg" }: DrawOptions): View => {
  if (pictureFormats[format].hasMap) return view ?? flow.config.view ?? "sequence";
  if (view !== "map") return "sequence";
  throw new Refusal(`\`${format}\` shows no maps`, "Draw the sequence, or another format.");
};

const sceneOptions = ({ title, pad }: DrawOptions) => ({
  ...(title !== undefined && { title }),
  ...(pad !== undefined && { pad }),
});

/** The same for other tools: groups and marks with boxes and points. */
export const sceneRecordOf = async (
  flow: Flow,
  sources: Readonly<Record<string, string>>,
): Promise<SceneRecord> => sceneRecord(await sceneLater(flow, sources, {}, {}));

/**
 * From meaning to picture: Flow ──▶ Scene ──render──▶ svg · txt · png. Same flow, same options, same bytes.
 *
 * In:   of a map of many flows also which flow uses what, and what was found out.
 * Says: unshown-character, where the format has no letters but ours; throws a Refusal where the picture would be too large.
 * Cost: of the fonts that a picture may carry, only those that it needs are loaded; of the formats, only the one asked for.
 */
export const draw = async <Format extends PictureFormat = "svg">(
  flow: Flow,
  sources: Readonly<Record<string, string>>,
  options: DrawOptions & { readonly format?: Format } = {},
  { findings = [], ...extras }: DrawExtras = {},
): Promise<Outcome<PictureOf<Format>>> => {
  const format = options.format ?? ("svg" as Format);
  const plain = await sceneLater(flow, sources, options, extras);
  const { scene, manner } = withFindings(plain, findings, flow, sources, options);
  const value = await formats[format](scene, manner);
  return { value, diagnostics: pictureFormats[format].hasOwnFonts ? unshown(scene, flow, sources) : [] };
};

/** Findings with the lines that they stand in; those about imported files have none in this picture. */
const toldFindings = (
  findings: readonly Diagnostic[],
  flow: Flow,
  sources: Readonly<Record<string, string>>,
): readonly Finding[] => {
  const lineOf = lineFinder(sources);
  return findings.map(({ severity, code, message, span }) => ({
    ...{ severity, code, message },
    ...(span.file === flow.file && { line: lineOf(span) }),
  }));
};

/** What `draw` loads when a picture needs it. */
export interface Ready {
  readonly pieces: PieceData;
  readonly readMarkdown: ReadMarkdown;
}

/** The same at once, with the same bytes: the caller has all that a picture may need at hand. */
export const drawSync = (
  flow: Flow,
  sources: Readonly<Record<string, string>>,
  options: DrawOptions & { readonly format?: SyncFormat },
  { pieces, readMarkdown }: Ready,
  { findings = [] }: Pick<DrawExtras, "findings"> = {},
): string => {
  const plain = sceneOf(flow, sources, options, readMarkdown);
  const { scene, manner } = withFindings(plain, findings, flow, sources, options);
  return syncFormats[options.format ?? "svg"](scene, { ...manner, pieces });
};

/** A scene as it is written: where it is made of shapes, with findings on it; a text lists them itself. */
const withFindings = (
  plain: Scene,
  findings: readonly Diagnostic[],
  flow: Flow,
  sources: Readonly<Record<string, string>>,
  options: DrawOptions,
): { readonly scene: Scene; readonly manner: RenderOptions } => {
  const told = toldFindings(findings, flow, sources);
  const manner = renderOptions(flow, options);
  const isGraphic = pictureFormats[options.format ?? "svg"].isGraphic;
  return {
    scene: isGraphic ? overlayFindings(plain, told, manner.theme.style) : plain,
    manner: isGraphic ? manner : { ...manner, findings: told },
  };
};

const renderOptions = (flow: Flow, options: DrawOptions): RenderOptions => {
  const { fonts = "embed", background, idPrefix, responsive, scale, ascii } = options;
  return {
    ...chosenTheme(flow, options),
    fonts,
    ...(background !== undefined && { background }),
    ...(idPrefix !== undefined && { idPrefix }),
    ...(responsive !== undefined && { responsive }),
    ...(scale !== undefined && { scale }),
    ...(ascii !== undefined && { ascii }),
  };
};

/** One warning for the whole picture, at the first character that is left out. */
const unshown = (
  scene: Scene,
  flow: Flow,
  sources: Readonly<Record<string, string>>,
): readonly Diagnostic[] => {
  const characters = unshownIn(scene);
  const [first] = characters;
  if (first === undefined) return [];
  const file = Object.keys(sources).find((name) => sources[name]?.includes(first)) ?? flow.file;
  const start = Math.max(0, sources[file]?.indexOf(first) ?? 0);
  const named = characters.slice(0, 3).map((each) => `\`${each}\``);
  const more = characters.length - named.length;
  const list = more > 0 ? `${named.join(", ")} and ${more} more` : named.join(", ");
  return [
    diagnose(
      renderExplanations["unshown-character"],
      `The fonts of this format lack ${list}: ${characters.length === 1 ? "it stays" : "they stay"} blank.`,
      { file, start, end: start + first.length },
      { help: "draw SVG, which takes such characters from the reader's fonts" },
    ),
  ];
};

const chosenTheme = (flow: Flow, { theme, darkTheme }: DrawOptions) =>
  resolveTheme(theme ?? flow.config.theme, darkTheme ?? flow.config["dark-theme"]);
