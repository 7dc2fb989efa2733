import type { Run } from "../strokes.ts";
import { type Box, moved, stretchesOf } from "./box.ts";
import { type Obstacles, withEdge, wordFaults } from "./obstacles.ts";
import type { PlacedEdge } from "./placed-map.ts";

/** px between words and the line that they stand beside; and how far apart the places are that are tried along it. */
const lift = 4;
const stepAlong = 12;

/**
 * Moves words away from what they touch: other words, lines, boxes.
 *
 * In:   where everything stands.
 * Out:  the same, the words of some edges in another place beside their own line: the nearest at which they touch nothing; if
 *       there is none, the nearest of those at which they touch least.
 * Cost: for each label that touches something, the places along its line times the stretches of all lines.
 */
export const freeWords = (given: Obstacles): Obstacles => {
  let now = given;
  for (let at = 0; at < now.edges.length; at++) {
    const edge = now.edges[at] as PlacedEdge;
    if (!edge.label) continue;
    let best = { edge, faults: wordFaults(at, edge, now) };
    for (const label of best.faults > 0 ? placesFor(edge.label, edge.run) : []) {
      const faults = wordFaults(at, { ...edge, label }, now);
      if (faults < best.faults) best = { edge: { ...edge, label }, faults };
      if (faults === 0) break;
    }
    if (best.edge !== edge) now = withEdge(now, at, best.edge);
  }
  return now;
};

/** Places on both sides of every stretch of a line, the nearest first. */
const placesFor = (label: Box, run: Run): readonly Box[] => {
  const far = ({ x, y }: Box): number => Math.hypot(x - label.x, y - label.y);
  return stretchesOf(run)
    .flatMap((stretch) => beside(label, stretch))
    .sort((a, b) => far(a) - far(b));
};

const beside = (label: Box, stretch: Box): readonly Box[] => {
  const isLevel = stretch.height === 0;
  const [length, size] = isLevel ? [stretch.width, label.width] : [stretch.height, label.height];
  const places: Box[] = [];
  // From one end to the other; where the line is too short for that, about its middle.
  const room = Math.max(0, length - size);
  const start = (length - size - room) / 2;
  for (let along = 0; along <= room; along += stepAlong) {
    const [x, y] = isLevel ? [stretch.x + start + along, stretch.y] : [stretch.x, stretch.y + start + along];
    const at = moved(label, x - label.x, y - label.y);
    if (isLevel) places.push(moved(at, 0, -label.height - lift), moved(at, 0, lift));
    else places.push(moved(at, -label.width - lift - 2, 0), moved(at, lift + 2, 0));
  }
  return places;
};
