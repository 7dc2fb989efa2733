import { looks } from "./looks.ts";
import { style } from "./style.ts";
import type { Theme } from "./theme.ts";
import { amber, cream, grey, indigo, ink, paper, red, steel } from "./tokens.ts";

/** Calm white paper. */
export const light: Theme = {
  name: "light",
  ground: paper.white,
  colours: {
    ground: paper.white,
    ink: ink.strong,
    muted: ink.soft,
    line: grey.light,
    head: paper.mist,
    tab: paper.fog,
    boundary: paper.mist,
    bar: steel.wash,
    "bar-line": steel.line,
    accent: indigo.strong,
    "accent-soft": indigo.wash,
    "accent-line": indigo.pale,
    queue: amber.wash,
    "queue-line": amber.line,
    "queue-text": amber.strong,
    failure: red.strong,
    note: cream.wash,
    "note-line": cream.line,
    "note-text": cream.strong,
  },
  paint: looks,
  style,
};
