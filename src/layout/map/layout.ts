import type { ElkNode } from "elkjs/lib/elk-api.js";
import type { Flow } from "../../flow/flow.ts";
import type { Style } from "../../theme/theme.ts";
import type { Group, Scene } from "../scene.ts";
import { textMarks } from "../sequence/draw-texts.ts";
import { shownText, words } from "../sequence/words.ts";
import { describeMap } from "./describe-map.ts";
import { drawAreas } from "./draw-areas.ts";
import { drawChannels } from "./draw-channels.ts";
import { drawNodes } from "./draw-nodes.ts";
import { elk, elkSync } from "./elk.ts";
import { graphOf, type MapGraph } from "./graph.ts";
import { levelsOf } from "./levels.ts";
import { extent, placedAt, placedMap } from "./placed-map.ts";
import { type Direction, type MapPlan, planMap } from "./plan.ts";
import { tidy } from "./tidy.ts";

export interface MapOptions {
  /** Shown instead of the title that the text gives; an empty one shows none. */
  readonly title?: string;
  /** White space around the picture, px, instead of the style's. */
  readonly pad?: number;
  /** Where the map flows to; `right` if absent. */
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
export const layoutMap = (
  flow: Flow,
  style: Style,
  lineOf: (offset: number) => number,
  options: MapOptions = {},
): Scene => {
  const job = planned(flow, style, options);
  return drawn(flow, job, elkSync(job.graph.graph), lineOf, options);
};

/** The same where ELK can only be loaded later: in a page. */
export const layoutMapLater = async (
  flow: Flow,
  style: Style,
  lineOf: (offset: number) => number,
  options: MapOptions = {},
): Promise<Scene> => {
  const job = planned(flow, style, options);
  return drawn(flow, job, await elk(job.graph.graph), lineOf, options);
};

/** All that is known before ELK is asked. */
interface Job {
  readonly plan: MapPlan;
  readonly graph: MapGraph;
}

const planned = (flow: Flow, given: Style, { pad, direction = "right" }: MapOptions): Job => {
  const plan = planMap(flow, pad === undefined ? given : { ...given, margin: pad }, direction);
  const levels = levelsOf(
    flow,
    plan.edges.map(({ channel }) => channel),
  );
  return { plan, graph: graphOf(plan, levels) };
};

/** px between the title and the map. */
const titleGap = 20;

const drawn = (
  flow: Flow,
  { plan, graph }: Job,
  laid: ElkNode,
  lineOf: (offset: number) => number,
  { title: given }: MapOptions,
): Scene => {
  const { style, direction } = plan;
  const axis = direction === "right" || direction === "left" ? 0 : 1;
  const map = tidy(placedMap(plan, laid, graph), plan, axis);
  const { x, y, width, height } = extent(map);

  const titleText = given ?? shownText(flow.title);
  const title = titleText
    ? words(titleText, { face: "semibold", size: style.title }, Math.max(420, width))
    : undefined;
  const top = style.margin + (title ? title.height + titleGap : 0);
  const at = placedAt(map, style.margin - x, top - y);
  const titleGroup: readonly Group[] = title
    ? [
        {
          role: "title",
          classes: ["title"],
          marks: textMarks(
            {
              words: title,
              x: style.margin,
              y: style.margin + style.title * 0.9,
              anchor: "start",
              rotate: 0,
            },
            "title-text",
          ),
        },
      ]
    : [];
  return {
    width: Math.ceil(Math.max(width, title?.width ?? 0, 120) + 2 * style.margin),
    height: Math.ceil(top + height + style.margin),
    ...(titleText && { title: titleText }),
    description: describeMap(
      flow,
      plan.edges.map(({ channel }) => channel),
    ),
    lang: flow.lang,
    groups: [
      ...titleGroup,
      ...drawAreas(plan, at.areas, lineOf),
      ...drawNodes(plan, at.nodes, lineOf),
      ...drawChannels(flow, plan, at.edges, lineOf),
    ],
  };
};
