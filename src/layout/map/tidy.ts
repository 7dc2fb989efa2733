import { type Box, stretchesOf } from "./box.ts";
import { freeWords } from "./free-words.ts";
import { areaPad } from "./graph.ts";
import type { PlacedMap } from "./placed-map.ts";
import type { MapPlan } from "./plan.ts";
import { type Axis, straighten } from "./straighten.ts";

/**
 * What is done to a map after ELK, in one pass: lines that ELK leaves with small steps are made straight where there is room,
 * most of them where they enter a boundary; then words that ELK leaves over other words, or with a line through them, are moved
 * along their own line.
 *
 * In:   where ELK has put everything; the axis of the flow.
 * Out:  the same places for participants and boundaries, other ones for some lines and words.
 * Cost: steps and touched words, times stretches of lines.
 */
export const tidy = (map: PlacedMap, plan: MapPlan, axis: Axis): PlacedMap => {
  const titles = map.areas.map(
    ({ x, y }, at): Box => ({
      x: x + areaPad.title,
      y: y + 6,
      width: plan.areas[at]?.words.width ?? 0,
      height: plan.areas[at]?.words.height ?? 0,
    }),
  );
  const given = {
    solids: [...map.nodes, ...titles],
    frames: map.areas,
    edges: map.edges,
    stretches: map.edges.map(({ run }) => stretchesOf(run)),
  };
  return { ...map, edges: freeWords(straighten(given, axis)).edges };
};
