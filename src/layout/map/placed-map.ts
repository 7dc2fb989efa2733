import type { ElkExtendedEdge, ElkNode, ElkShape } from "elkjs/lib/elk-api.js";
import type { Point, Run } from "../strokes.ts";
import { type Box, moved, simple, stretchesOf } from "./box.ts";
import { areaId, areaPad, dotRadius, edgeId, nodeId, titleGrowth, titleMiddle } from "./graph.ts";
import type { MapPlan } from "./plan.ts";

/** Where an edge runs, from the participant that sends, and where its words stand. */
export interface PlacedEdge {
  readonly run: Run;
  readonly label: Box | undefined;
  readonly from: End;
  readonly to: End;
}

/** The box that an edge ends at: a participant's, or that of the dot for what is outside. */
export interface End extends Box {
  readonly isDot: boolean;
}

/** Where everything stands. */
export interface PlacedMap {
  /** By participant. */
  readonly nodes: readonly Box[];
  /** By the plan's areas: their frames, and what they are called. */
  readonly areas: readonly Box[];
  readonly titles: readonly Box[];
  /** By the plan's edges. */
  readonly edges: readonly PlacedEdge[];
}

/** Reads the places out of ELK's answer; `turned` are the edges that it was given the other way round. */
export const placedMap = (plan: MapPlan, laid: ElkNode, turned: ReadonlySet<number>): PlacedMap => {
  const boxes = new Map<string, Box>();
  const visit = ({ id, children = [], ...node }: ElkNode): void => {
    boxes.set(id, boxFrom(node));
    for (const child of children) visit(child);
  };
  visit(laid);
  const boxOf = (id: string): Box => boxes.get(id) ?? nowhere;
  const endOf = (participant: number | null, run: Run): End =>
    participant === null ? dotAt(run) : { ...boxOf(nodeId(participant)), isDot: false };
  const edges = new Map((laid.edges ?? []).map((edge) => [edge.id, edge]));
  return {
    nodes: plan.nodes.map(({ participant }) => boxOf(nodeId(participant.index))),
    areas: plan.areas.map(({ boundary }) => boxOf(areaId(boundary.index))),
    titles: plan.areas.map(({ boundary, words: { width, height } }) => {
      const { x, y } = boxOf(areaId(boundary.index));
      return { x: x + areaPad.title, y: y + titleMiddle + (titleGrowth(height) - height) / 2, width, height };
    }),
    edges: plan.edges.map(({ channel }, at) => {
      const edge = edges.get(edgeId(at));
      const found = runOf(edge);
      const run = turned.has(at) ? found.toReversed() : found;
      const label = edge?.labels?.[0];
      return {
        run,
        label: label && boxFrom(label),
        from: endOf(channel.from, run.toReversed()),
        to: endOf(channel.to, run),
      };
    }),
  };
};

/** The dot just past the end of a line. */
const dotAt = (run: Run): End => {
  const [[bx, by], [x, y]] = [run.at(-2), run.at(-1)] as [Point, Point];
  const [dx, dy] = [Math.sign(x - bx) - 1, Math.sign(y - by) - 1];
  return {
    x: x + dx * dotRadius,
    y: y + dy * dotRadius,
    width: 2 * dotRadius,
    height: 2 * dotRadius,
    isDot: true,
  };
};

const nowhere: Box = { x: 0, y: 0, width: 0, height: 0 };

/** What ELK adds up on different ways is the same again in hundredths of a px. */
const exact = (length: number): number => Math.round(length * 100) / 100;

const boxFrom = ({ x = 0, y = 0, width = 0, height = 0 }: ElkShape): Box => ({
  x: exact(x),
  y: exact(y),
  width: exact(width),
  height: exact(height),
});

const runOf = (edge: ElkExtendedEdge | undefined): Run =>
  simple(
    (edge?.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) =>
      [startPoint, ...bendPoints, endPoint].map(({ x, y }) => [exact(x), exact(y)] as const),
    ),
  );

/** The box around everything. */
export const extent = ({ nodes, areas, edges }: PlacedMap): Box => {
  const boxes = [
    ...nodes,
    ...areas,
    ...edges.flatMap(({ run, label, from, to }) => [
      ...stretchesOf(run),
      ...(label ? [label] : []),
      from,
      to,
    ]),
  ];
  if (boxes.length === 0) return nowhere;
  const [left, top] = [least(boxes.map(({ x }) => x)), least(boxes.map(({ y }) => y))];
  const right = -least(boxes.map(({ x, width }) => -x - width));
  const bottom = -least(boxes.map(({ y, height }) => -y - height));
  return { x: left, y: top, width: right - left, height: bottom - top };
};

const least = (numbers: readonly number[]): number => numbers.reduce((low, each) => Math.min(low, each));

/** The same map moved as a whole. */
export const placedAt = (map: PlacedMap, dx: number, dy: number): PlacedMap => ({
  nodes: map.nodes.map((box) => moved(box, dx, dy)),
  areas: map.areas.map((box) => moved(box, dx, dy)),
  titles: map.titles.map((box) => moved(box, dx, dy)),
  edges: map.edges.map(({ run, label, from, to }) => ({
    run: run.map(([x, y]) => [x + dx, y + dy] as const),
    label: label && moved(label, dx, dy),
    from: { ...moved(from, dx, dy), isDot: from.isDot },
    to: { ...moved(to, dx, dy), isDot: to.isDot },
  })),
});
