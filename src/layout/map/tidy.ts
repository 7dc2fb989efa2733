import { type Box, meet, moved, stretchesOf } from "./box.ts";
import { freeWords } from "./free-words.ts";
import type { PlacedMap } from "./placed-map.ts";
import { type Axis, straighten } from "./straighten.ts";

/**
 * What is done to a map after ELK, in one pass: titles of boundaries that a line runs through move along their frame's upper
 * side; lines that ELK leaves with small steps, most of them where they enter a boundary, are made straight where there is
 * room; words that ELK leaves over other words, or with a line through them, move along their own line.
 *
 * In:   where ELK has put everything; the axis of the flow.
 * Out:  the same places for participants and boundaries, other ones for some titles, lines and words.
 * Cost: titles, steps and touched words, times stretches of lines.
 */
export const tidy = (map: PlacedMap, axis: Axis): PlacedMap => {
  const stretches = map.edges.map(({ run }) => stretchesOf(run));
  const lines = stretches.flat();
  const titles = map.titles.map((title, at) => freeTitle(title, map.areas[at] as Box, lines));
  const given = { solids: [...map.nodes, ...titles], frames: map.areas, edges: map.edges, stretches };
  return { ...map, titles, edges: freeWords(straighten(given, axis)).edges };
};

/** px: what a title keeps from lines, and how far apart the places are that are tried. */
const titleGap = 5;
const stepAlong = 8;

const freeTitle = (title: Box, area: Box, lines: readonly Box[]): Box => {
  const room = area.x + area.width - title.width - 2 * (title.x - area.x) - area.x;
  for (let along = 0; along <= room; along += stepAlong) {
    const place = moved(title, along, 0);
    if (!lines.some((line) => meet(place, line, titleGap))) return place;
  }
  return title;
};
