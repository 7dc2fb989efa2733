import { authored } from "../authored.ts";
import type { LineOf } from "../line-of.ts";
import type { Group } from "../scene.ts";
import { centredText, textMarks } from "../sequence/draw-texts.ts";
import type { Box } from "./box.ts";
import type { MapPlan } from "./plan.ts";

/** The frames of boundaries, outer ones first. */
export const drawAreas = (
  plan: MapPlan,
  boxes: readonly Box[],
  titles: readonly Box[],
  lineOf: LineOf,
): readonly Group[] =>
  plan.areas.map(({ boundary, words }, at): Group => {
    const [box, title] = [boxes[at], titles[at]] as [Box, Box];
    return {
      role: "boundary",
      name: `${boundary.label.text}, boundary`,
      classes: ["boundary"],
      ...authored(boundary, lineOf),
      marks: [
        { kind: "rect", paint: "boundary", ...box, radius: 10 },
        ...textMarks(centredText(words, title.x, title.y + title.height / 2, "start"), "boundary-text"),
      ],
    };
  });
