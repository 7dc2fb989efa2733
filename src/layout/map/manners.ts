import type { LayoutOptions } from "elkjs/lib/elk-api.js";

/** How ELK goes about a map. Lengths in px. */
export interface Manner {
  /** Of the map and of every boundary in it. */
  readonly everywhere: LayoutOptions;
  /** Of the map alone: inside boundaries, elkjs 0.12 breaks down over these. */
  readonly onTop: LayoutOptions;
  /** Boxes are made high enough for their lines beforehand; else they grow as lines need it. */
  readonly growsFirst: boolean;
}

/** px from a box's corners in which no edge ends. */
const portMargin = 12;

export const sides = (top: number, others: number): string =>
  `[top=${top},left=${others},bottom=${others},right=${others}]`;

const shared: LayoutOptions = {
  "elk.algorithm": "layered",
  "elk.hierarchyHandling": "INCLUDE_CHILDREN",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.json.shapeCoords": "ROOT",
  "elk.json.edgeCoords": "ROOT",
  "elk.randomSeed": "1",
  // What goes forwards has its words above its line, what comes back has them below: pairs of lines stay close together.
  "elk.layered.edgeLabels.sideSelection": "DIRECTION_UP",
  "elk.spacing.portPort": "16",
  "elk.spacing.portsSurrounding": sides(portMargin, portMargin),
  "elk.spacing.nodeNode": "28",
  "elk.spacing.edgeNode": "16",
  "elk.spacing.edgeEdge": "16",
  "elk.spacing.edgeLabel": "4",
  "elk.spacing.componentComponent": "40",
  "elk.layered.spacing.nodeNodeBetweenLayers": "24",
  "elk.layered.spacing.edgeNodeBetweenLayers": "16",
  "elk.layered.spacing.edgeEdgeBetweenLayers": "12",
};

/** For a flow's own map: boxes grow until their lines run straight, and all keeps to the order that is given. */
const fine: Manner = {
  everywhere: {
    ...shared,
    "elk.layered.thoroughness": "20",
    "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
    "elk.layered.nodePlacement.networkSimplex.nodeFlexibility.default": "NODE_SIZE",
  },
  onTop: {
    "elk.layered.cycleBreaking.strategy": "MODEL_ORDER",
    "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
  },
  growsFirst: false,
};

/** For large maps: less straight, in a time that people wait for. (Network simplex would recurse too deeply for them.) */
const coarse: Manner = {
  everywhere: {
    ...shared,
    "elk.layered.thoroughness": "3",
    "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
  },
  onTop: { "elk.layered.cycleBreaking.strategy": "MODEL_ORDER" },
  growsFirst: true,
};

/** Few of ELK's algorithms, so that little can go wrong. */
const bare: Manner = {
  everywhere: { ...shared, "elk.layered.thoroughness": "1", "elk.layered.nodePlacement.strategy": "SIMPLE" },
  onTop: {},
  growsFirst: true,
};

/** The finest first. */
export const manners = [fine, coarse, bare] as const;

/** Maps with more edges than this are large. */
const mostFine = 90;

/** Ways to lay a map out: the best first, the others for when ELK breaks down over it. */
export const mannersFor = (edges: number): readonly Manner[] =>
  edges > mostFine ? manners.slice(1) : manners;
