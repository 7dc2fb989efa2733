import { looks } from "./looks.ts";
import { style } from "./style.ts";
import type { Paint, PaintRole, Theme } from "./theme.ts";
import { amber, grey, indigo, ink, paper, red, steel } from "./tokens.ts";

/** Half a pixel more for every line. */
const stronger = (paint: Paint): Paint =>
  paint.width === undefined ? paint : { ...paint, width: paint.width + 0.5 };

/** For eyes that need it: text at 7:1 or more (WCAG 2.2, 1.4.6), every line at 4.5:1 or more and half a pixel stronger. */
export const contrast: Theme = {
  name: "contrast",
  ground: paper.white,
  colours: {
    ground: paper.white,
    ink: ink.black,
    muted: ink.graphite,
    line: grey.iron,
    head: paper.white,
    tab: paper.fog,
    boundary: paper.white,
    bar: steel.wash,
    "bar-line": grey.iron,
    accent: indigo.deep,
    "accent-soft": paper.white,
    "accent-line": indigo.deep,
    queue: amber.wash,
    "queue-line": amber.deep,
    "queue-text": amber.deep,
    failure: red.deep,
    note: paper.white,
    "note-line": grey.iron,
    "note-text": ink.black,
  },
  paint: Object.fromEntries(Object.entries(looks).map(([role, paint]) => [role, stronger(paint)])) as Record<
    PaintRole,
    Paint
  >,
  style,
};
