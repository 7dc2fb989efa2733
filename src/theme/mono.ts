import { looks } from "./looks.ts";
import { style } from "./style.ts";
import type { Theme } from "./theme.ts";
import { grey, ink, paper } from "./tokens.ts";

/** For print: black on white and one grey. What the other themes say by colour is said by dashes and weight here. */
export const mono: Theme = {
  name: "mono",
  ground: paper.white,
  colours: {
    ground: paper.white,
    ink: ink.black,
    muted: ink.graphite,
    line: grey.dark,
    head: paper.white,
    tab: paper.white,
    boundary: paper.white,
    bar: grey.pale,
    "bar-line": ink.black,
    accent: ink.black,
    "accent-soft": paper.white,
    "accent-line": ink.black,
    queue: grey.pale,
    "queue-line": ink.black,
    "queue-text": ink.black,
    failure: ink.black,
    note: paper.white,
    "note-line": grey.dark,
    "note-text": ink.black,
  },
  paint: {
    ...looks,
    "chip-plain": { ...looks["chip-plain"], dash: [2, 2] },
    "failure-line": { ...looks["failure-line"], width: 2, dash: [10, 3] },
    "failure-head": { ...looks["failure-head"], width: 2 },
    "frame-failure": { ...looks["frame-failure"], width: 2 },
    "lost-mark": { ...looks["lost-mark"], width: 2.25 },
  },
  style,
};
