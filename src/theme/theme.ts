/**
 * Everything that is painted, by what it is. Layout names the role, a theme gives the look; a role that a theme forgets does
 * not compile.
 */
export const paintRoles = [
  // grounds and outlines of heads
  "head",
  "head-person",
  "head-channel",
  "head-store",
  "head-external",
  "head-text",
  "head-icon",
  // lifelines and what stands on them
  "lifeline",
  "lifeline-external",
  "rail",
  "band",
  "band-text",
  "execution",
  "waiting",
  "waiting-hatch",
  "destroy",
  // messages: lines, heads and words
  "call-line",
  "reply-line",
  "async-line",
  "association-line",
  "failure-line",
  "dead-letter-line",
  "call-head",
  "reply-head",
  "async-head",
  "failure-head",
  "outside-dot",
  "lost-mark",
  "return-mark",
  "return-ring",
  "return-mark-failure",
  "return-ring-failure",
  "call-text",
  "reply-text",
  "async-text",
  "failure-text",
  "association-text",
  "detail-text",
  "end-text",
  "number",
  "number-text",
  // callbacks: what is expected, awaited, arrived
  "chip",
  "chip-text",
  "chip-failure",
  "chip-failure-text",
  "chip-plain",
  "chip-plain-text",
  // frames
  "frame",
  "frame-failure",
  "frame-tab",
  "frame-word",
  "frame-text",
  "operand-line",
  "operand-text",
  "boundary",
  "boundary-text",
  // notes, dividers, the title
  "note",
  "note-fold",
  "note-text",
  "divider-line",
  "divider-text",
  "silence",
  "silence-text",
  "title-text",
  // what lint found: badges by severity, and the list at the foot
  "finding-error",
  "finding-warning",
  "finding-info",
  "finding-number",
  "finding-text",
  "finding-detail",
] as const;

export type PaintRole = (typeof paintRoles)[number];

/** The colours of a theme, by what they are for. Each is the CSS variable `--slant-NAME` of an inline picture. */
export const colourNames = [
  // paper, and what is written and drawn on it
  "ground",
  "ink",
  "muted",
  "line",
  // heads, tabs of frames, boundaries
  "head",
  "tab",
  "boundary",
  // what a participant does: working, waiting
  "bar",
  "bar-line",
  // what is asynchronous: the one accent
  "accent",
  "accent-soft",
  "accent-line",
  // what a queue holds
  "queue",
  "queue-line",
  "queue-text",
  // what goes wrong
  "failure",
  // notes
  "note",
  "note-line",
  "note-text",
] as const;

export type ColourName = (typeof colourNames)[number];

/** How a role is painted. Absent fill or stroke means none. */
export interface Paint {
  readonly fill?: ColourName;
  readonly stroke?: ColourName;
  /** Of the stroke, px. */
  readonly width?: number;
  /** Dashes and gaps, px. */
  readonly dash?: readonly number[];
  /** Of fill and stroke, 0 to 1. */
  readonly opacity?: number;
  readonly cap?: "butt" | "round";
  readonly join?: "miter" | "round";
}

/** A theme is plain data: `style` holds lengths and moves things, `colours` and `paint` move nothing. */
export interface Theme {
  readonly name: string;
  /** The paper: the colour `ground`. */
  readonly ground: string;
  /** `#rrggbb`, lower case. */
  readonly colours: Readonly<Record<ColourName, string>>;
  readonly paint: Readonly<Record<PaintRole, Paint>>;
  readonly style: Style;
}

/** Lengths in px and type sizes: all that layout takes from a theme. */
export interface Style {
  /** White space around the picture. */
  readonly margin: number;
  readonly title: number;
  readonly headText: number;
  readonly text: number;
  readonly small: number;
  /** Heads. */
  readonly headHeight: number;
  readonly headPad: number;
  readonly headGap: number;
  readonly headRadius: number;
  readonly icon: number;
  /** Widest label before it is wrapped. */
  readonly labelWidth: number;
  /** Widest label that may push two lifelines apart: a longer one is wrapped rather than stretch the picture. */
  readonly labelStretch: number;
  /** Space between a label's end and the lifeline or bar beside it. */
  readonly labelPad: number;
  /** Space between a label's letters and its line. */
  readonly labelLift: number;
  /** Smallest distance between two rows' lines. */
  readonly step: number;
  /** White space kept between things that must not touch. */
  readonly gap: number;
  /** Execution bars. */
  readonly barWidth: number;
  readonly barShift: number;
  readonly barTail: number;
  /** Distance between a queue's two rails, and how far the band grows with each message that waits. */
  readonly railWidth: number;
  readonly bandWidth: number;
  readonly bandGrowth: number;
  /** An asynchronous message's drop: smallest and largest, px, and its slope in degrees. */
  readonly dropLow: number;
  readonly dropHigh: number;
  readonly slope: number;
  /** Arrowheads: length and half width. */
  readonly arrowLength: number;
  readonly arrowHalf: number;
  /** Self messages: how far out, how high. */
  readonly loopWidth: number;
  readonly loopHeight: number;
  /** Frames. */
  readonly framePad: number;
  readonly frameInset: number;
  readonly tabHeight: number;
  readonly notePad: number;
  readonly noteWidth: number;
  /** Pictures taller than this repeat their heads at the bottom. */
  readonly repeatHeads: number;
}
