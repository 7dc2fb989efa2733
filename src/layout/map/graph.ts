import type { ElkExtendedEdge, ElkNode, LayoutOptions } from "elkjs/lib/elk-api.js";
import type { Channel } from "../../flow/channels.ts";
import type { Words } from "../sequence/words.ts";
import type { Fork, Levels } from "./levels.ts";
import { type Manner, sides } from "./manners.ts";
import type { EdgePlan, MapPlan, NodePlan } from "./plan.ts";

/** A map for ELK, and what must be undone afterwards. */
export interface MapGraph {
  readonly graph: ElkNode;
  /** Edges that ELK was given the other way round. */
  readonly turned: ReadonlySet<number>;
}

export const nodeId = (participant: number): string => `p${participant}`;
export const areaId = (boundary: number): string => `b${boundary}`;
export const edgeId = (edge: number): string => `e${edge}`;
/** The dot at the end of an edge that comes from or goes to somewhere outside. */
export const dotId = (edge: number): string => `o${edge}`;

/** px. */
export const dotRadius = 4;
/** px between a boundary's frame and what it holds; its title stands in the room above. */
export const areaPad = { top: 40, side: 20, title: 12 };
/** px from a boundary's frame to the middle of its title. */
export const titleMiddle = 16;

/** px that a title needs besides the usual. */
export const titleGrowth = (height: number): number => Math.max(0, height - 24);

/**
 * Writes a map's plan down as a graph for ELK: boundaries as nodes that hold nodes, all in one hierarchy.
 *
 * In:   the plan; the order of its levels; how ELK is to go about it.
 * Out:  ids tell what is what. Edges of one level that point backwards are left to ELK, which turns them by the order of the
 *       nodes; an edge that does so on its way through frames would leave its boundary on the far side, so ELK is given it
 *       the other way round. On maps that are not too large, externals
 *       stand in the first or the last layer, and so do the dots of what is outside.
 * Cost: linear in the plan.
 */
export const graphOf = (plan: MapPlan, levels: Levels, manner: Manner): MapGraph => {
  const { everywhere, onTop, growsFirst } = manner;
  const channels = plan.edges.map(({ channel }) => channel);
  const hasBorder = plan.nodes.length <= mostWithBorder;
  const apart = hasBorder ? apartOf(plan, channels) : new Map<number, Border>();
  const turned = new Set<number>();
  const forks = channels.map(({ from, to }) =>
    from === null || to === null ? undefined : levels.fork(from, to),
  );
  const edges = plan.edges.map((edge, at) => {
    const fork = forks[at];
    const isOfMap = fork?.level === undefined && fork?.from.kind === "node" && fork.to.kind === "node";
    if (fork?.isBackward && !isOfMap) turned.add(at);
    return edgeOf(edge, at, turned.has(at));
  });
  const areas = new Map(plan.areas.map((area) => [area.boundary.index, area]));
  const inside = (level: number | undefined): ElkNode[] =>
    levels.inside(level).map(({ kind, index }) =>
      kind === "node"
        ? boxOf(plan.nodes[index] as NodePlan, apart.get(index), growsFirst)
        : {
            id: areaId(index),
            children: inside(index),
            layoutOptions: { ...everywhere, ...areaOptions(areas.get(index)?.words) },
          },
    );
  const dots = (isSource: boolean): ElkNode[] =>
    channels.flatMap((channel, at) =>
      (isSource ? channel.from : channel.to) === null
        ? [
            dotOf(
              at,
              !hasBorder || apart.has((isSource ? channel.to : channel.from) ?? -1) ? undefined : isSource,
            ),
          ]
        : [],
    );
  return {
    graph: {
      id: "map",
      layoutOptions: {
        ...everywhere,
        ...onTop,
        "elk.direction": plan.direction.toUpperCase(),
        "elk.padding": sides(0, 0),
      },
      children: [...dots(true), ...inside(undefined), ...dots(false)],
      // The lines between two participants stay together, those that go forwards above those that come back.
      edges: togetherFirst(channels, forks).map((at) => edges[at] as ElkExtendedEdge),
    },
    turned,
  };
};

const togetherFirst = (
  channels: readonly Channel[],
  forks: readonly (Fork | undefined)[],
): readonly number[] => {
  const pairs = new Map<string, number>();
  const pairOf = channels.map(({ from, to }, at) => {
    if (from === null || to === null) return at;
    const key = `${Math.min(from, to)} ${Math.max(from, to)}`;
    const pair = pairs.get(key) ?? at;
    pairs.set(key, pair);
    return pair;
  });
  const back = (at: number): number => (forks[at]?.isBackward ? 1 : 0);
  return channels
    .map((_, at) => at)
    .sort((a, b) => (pairOf[a] as number) - (pairOf[b] as number) || back(a) - back(b) || a - b);
};

const areaOptions = (title: Words | undefined): LayoutOptions => ({
  "elk.padding": sides(areaPad.top + titleGrowth(title?.height ?? 0), areaPad.side),
  "elk.nodeSize.constraints": "MINIMUM_SIZE",
  "elk.nodeSize.minimum": `(${Math.ceil(title?.width ?? 0) + 2 * areaPad.side},0)`,
});

const edgeOf = ({ channel, label }: EdgePlan, at: number, isTurned: boolean): ElkExtendedEdge => {
  const from = channel.from === null ? dotId(at) : nodeId(channel.from);
  const to = channel.to === null ? dotId(at) : nodeId(channel.to);
  return {
    id: edgeId(at),
    sources: [isTurned ? to : from],
    targets: [isTurned ? from : to],
    labels: label
      ? [
          {
            // ELK leaves out labels without text, and never looks at what it is.
            text: "label",
            width: label.width,
            height: label.height,
            layoutOptions: { "elk.edgeLabels.placement": "CENTER" },
          },
        ]
      : [],
  };
};

type Border = "FIRST" | "LAST";

/** On maps with more participants than this, the way to the border is too long. */
const mostWithBorder = 24;

const onBorder = (border: Border | undefined): LayoutOptions =>
  border === undefined ? {} : { "elk.layered.layering.layerConstraint": border };

/** The dot of an external system stands beside it, not on the border that the system has itself. */
const dotOf = (at: number, isSource: boolean | undefined): ElkNode => ({
  id: dotId(at),
  width: 2 * dotRadius,
  height: 2 * dotRadius,
  layoutOptions: {
    ...onBorder(isSource === undefined ? undefined : isSource ? "FIRST" : "LAST"),
    "elk.layered.nodePlacement.networkSimplex.nodeFlexibility": "NONE",
  },
});

const boxOf = (
  { participant, width, height }: NodePlan,
  border: Border | undefined,
  growsFirst: boolean,
): ElkNode => ({
  id: nodeId(participant.index),
  width,
  height,
  layoutOptions: {
    ...onBorder(border),
    ...(growsFirst && {
      "elk.nodeSize.constraints": "[PORTS, MINIMUM_SIZE]",
      "elk.nodeSize.minimum": `(${width},${height})`,
    }),
  },
});

/**
 * External systems that stand on the map's border: before all else when they only send, else after it. Two that talk with each
 * other keep their places between the others, since ELK cannot join two nodes of one layer.
 */
const apartOf = (plan: MapPlan, channels: readonly Channel[]): ReadonlyMap<number, Border> => {
  const isExternal = (index: number | null): boolean =>
    index !== null && plan.nodes[index]?.participant.kind === "external";
  const close = new Set(
    channels
      .filter(({ from, to }) => isExternal(from) && isExternal(to))
      .flatMap(({ from, to }) => [from, to]),
  );
  const receiving = new Set(channels.map(({ to }) => to));
  return new Map(
    plan.nodes
      .filter(
        ({ participant: { index, boundary } }) =>
          isExternal(index) && boundary === undefined && !close.has(index),
      )
      .map(({ participant: { index } }) => [index, receiving.has(index) ? "LAST" : "FIRST"]),
  );
};
