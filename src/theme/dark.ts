import { looks } from "./looks.ts";
import { style } from "./style.ts";
import type { Theme } from "./theme.ts";
import { amber, cream, grey, indigo, ink, paper, red, steel } from "./tokens.ts";

/** The same picture at night: grounds rise from the paper instead of sinking into it. */
export const dark: Theme = {
  name: "dark",
  ground: paper.deep,
  colours: {
    ground: paper.deep,
    ink: ink.moon,
    muted: ink.haze,
    line: grey.middle,
    head: paper.dusk,
    tab: paper.slate,
    boundary: paper.night,
    bar: steel.night,
    "bar-line": steel.glow,
    accent: indigo.glow,
    "accent-soft": indigo.night,
    "accent-line": indigo.dusk,
    queue: amber.night,
    "queue-line": amber.glow,
    "queue-text": amber.pale,
    failure: red.glow,
    note: cream.night,
    "note-line": cream.dusk,
    "note-text": cream.glow,
  },
  paint: looks,
  style,
};
