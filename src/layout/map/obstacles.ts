import { type Box, meet, stretchesOf } from "./box.ts";
import type { PlacedEdge } from "./placed-map.ts";

/** What stands in the way of lines and words. */
export interface Obstacles {
  /** Participants, and the titles of boundaries: nothing may touch them. */
  readonly solids: readonly Box[];
  /** Frames of boundaries: lines may cross them but not run along them. */
  readonly frames: readonly Box[];
  readonly edges: readonly PlacedEdge[];
  /** The stretches of each edge. */
  readonly stretches: readonly (readonly Box[])[];
}

/** The same with one edge in another place. */
export const withEdge = (obstacles: Obstacles, at: number, edge: PlacedEdge): Obstacles => ({
  ...obstacles,
  edges: obstacles.edges.with(at, edge),
  stretches: obstacles.stretches.with(at, stretchesOf(edge.run)),
});

/** px kept between words and what is not theirs. */
const wordGap = 3;

/** How many things the words of an edge touch: others' words and lines, solids, and the edge's own line. */
export const wordFaults = (at: number, { label, run }: PlacedEdge, obstacles: Obstacles): number => {
  if (!label) return 0;
  const { solids, edges, stretches } = obstacles;
  let faults = solids.filter((solid) => meet(label, solid, wordGap)).length;
  for (let other = 0; other < edges.length; other++) {
    if (other === at) continue;
    const words = edges[other]?.label;
    if (words && meet(label, words, wordGap)) faults++;
    for (const each of stretches[other] ?? []) if (meet(label, each, wordGap)) faults++;
  }
  for (const each of stretchesOf(run)) if (meet(label, each, 1)) faults++;
  return faults;
};
