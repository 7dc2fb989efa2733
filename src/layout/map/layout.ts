import type { Flow } from "../../flow/flow.ts";
import type { Direction } from "../../language/directions.ts";
import type { Style } from "../../theme/theme.ts";
import type { LineOf } from "../line-of.ts";
import type { Scene } from "../scene.ts";
import { drawTitle } from "../sequence/draw-title.ts";
import { shownText, words } from "../sequence/words.ts";
import { describeMap } from "./describe-map.ts";
import { drawAreas } from "./draw-areas.ts";
import { drawChannels } from "./draw-channels.ts";
import { drawNodes } from "./draw-nodes.ts";
import { drawLegend, legendOf } from "./legend.ts";
import { type Levels, levelsOf } from "./levels.ts";
import { placeMap, placeMapLater } from "./place-map.ts";
import { extent, type PlacedMap, placedAt } from "./placed-map.ts";
import { type MapExtras, type MapPlan, planMap } from "./plan.ts";
import { tidy } from "./tidy.ts";

export interface MapOptions extends MapExtras {
  /** Shown instead of the title that the text gives; an empty one shows none. */
  readonly title?: string;
  /** White space around the picture, px, instead of the style's. */
  readonly pad?: number;
  /** Where the map flows to; as the text says, else `right`, if absent. */
  readonly direction?: Direction;
}

/**
 * Draws a flow as a map: who talks with whom, whenever that is.
 *
 * In:     a flow without errors; the theme's lengths; `lineOf` gives the source line of an offset.
 * Out:    a scene in px, all of it inside its width and height: participants as boxes inside their boundaries, an edge for each
 *         channel with the names of its messages.
 * Says:   nothing; throws where ELK cannot be loaded (see elk.ts).
 * Cost:   ELK's: well below a second for a flow, seconds for 600 channels; the rest grows with channels times their bends.
 * Source: Schulze, Spönemann and von Hanxleden, Drawing layered graphs with port constraints (2014), which ELK implements.
 */
export const layoutMap = (flow: Flow, style: Style, lineOf: LineOf, options: MapOptions = {}): Scene => {
  const plan = planned(flow, style, options);
  return drawn(flow, plan, placeMap(plan, levelsFor(flow, plan)), lineOf, options);
};

/** The same where ELK can only be loaded later: in a page. */
export const layoutMapLater = async (
  flow: Flow,
  style: Style,
  lineOf: LineOf,
  options: MapOptions = {},
): Promise<Scene> => {
  const plan = planned(flow, style, options);
  return drawn(flow, plan, await placeMapLater(plan, levelsFor(flow, plan)), lineOf, options);
};

const planned = (
  flow: Flow,
  style: Style,
  { pad, direction = flow.direction ?? "right", ...extras }: MapOptions,
): MapPlan => planMap(flow, pad === undefined ? style : { ...style, margin: pad }, direction, extras);

const levelsFor = (flow: Flow, { edges }: MapPlan): Levels =>
  levelsOf(
    flow,
    edges.map(({ channel }) => channel),
  );

/** px between the title and the map, and between the map and the list of flows. */
const titleGap = 20;
const legendGap = 28;

const drawn = (
  flow: Flow,
  plan: MapPlan,
  placed: PlacedMap,
  lineOf: LineOf,
  { title: given, uses }: MapOptions,
): Scene => {
  const { style, direction } = plan;
  const axis = direction === "right" || direction === "left" ? 0 : 1;
  const map = tidy(placed, axis);
  const { x, y, width, height } = extent(map);

  const titleText = given ?? shownText(flow.title);
  const title = titleText
    ? words(titleText, { face: "semibold", size: style.title }, Math.max(420, width))
    : undefined;
  const top = style.margin + (title ? title.height + titleGap : 0);
  const legend = uses && uses.flows.length > 1 ? legendOf(uses, style, Math.max(width, 600)) : undefined;
  const legendTop = top + height + legendGap;
  const at = placedAt(map, style.margin - x, top - y);
  return {
    width: Math.ceil(Math.max(width, title?.width ?? 0, legend?.width ?? 0, 120) + 2 * style.margin),
    height: Math.ceil((legend ? legendTop + legend.height : top + height) + style.margin),
    ...(titleText && { title: titleText }),
    description: describeMap(
      flow,
      plan.edges.map(({ channel }) => channel),
    ),
    lang: flow.lang,
    groups: [
      ...drawTitle(title, style),
      ...drawAreas(plan, at.areas, at.titles, lineOf),
      ...drawNodes(plan, at.nodes, lineOf),
      ...drawChannels(flow, plan, at.edges, lineOf, uses),
      ...(legend && uses ? drawLegend(legend, style.margin, legendTop, uses) : []),
    ],
  };
};
