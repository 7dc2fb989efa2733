import type { Paint, PaintRole } from "./theme.ts";

/** Weights of lines, px: structure is drawn with hairs, what happens a little stronger. */
const hair = 1;
const thin = 1.25;
const firm = 1.5;
const bold = 1.75;

const text = (fill: NonNullable<Paint["fill"]>): Paint => ({ fill });
const outline = (fill: NonNullable<Paint["fill"]>, stroke: NonNullable<Paint["stroke"]>): Paint => ({
  fill,
  stroke,
  width: hair,
});
const round = { cap: "round", join: "round" } as const;

/** How each role is painted, in the names of colours: themes share it, and differ in what the names stand for. */
export const looks: Readonly<Record<PaintRole, Paint>> = {
  head: outline("head", "line"),
  "head-person": outline("head", "line"),
  "head-channel": outline("head", "line"),
  "head-store": outline("head", "line"),
  "head-external": { ...outline("ground", "line"), dash: [4, 3] },
  "head-text": text("ink"),
  "head-icon": { stroke: "muted", width: firm, ...round },

  lifeline: { stroke: "line", width: hair },
  "lifeline-external": { stroke: "line", width: hair, dash: [4, 4] },
  rail: { stroke: "line", width: hair },
  band: outline("queue", "queue-line"),
  "band-text": text("queue-text"),
  execution: outline("bar", "bar-line"),
  waiting: outline("ground", "bar-line"),
  "waiting-hatch": { stroke: "bar-line", width: thin },
  destroy: { stroke: "ink", width: bold, ...round },

  "call-line": { stroke: "ink", width: firm },
  "reply-line": { stroke: "muted", width: thin, dash: [5, 4] },
  "async-line": { stroke: "accent", width: firm },
  "association-line": { stroke: "muted", width: thin },
  "failure-line": { stroke: "failure", width: firm },
  "dead-letter-line": { stroke: "failure", width: firm, dash: [5, 4] },
  "call-head": { fill: "ink" },
  "reply-head": { stroke: "muted", width: thin, ...round },
  "async-head": { stroke: "accent", width: firm, ...round },
  "failure-head": { stroke: "failure", width: firm, ...round },
  "outside-dot": { fill: "ink" },
  "lost-mark": { stroke: "failure", width: bold, ...round },
  "return-mark": { stroke: "accent", width: firm, ...round },
  "return-ring": { fill: "ground", stroke: "accent", width: firm },
  "call-text": text("ink"),
  "return-mark-failure": { stroke: "failure", width: firm, ...round },
  "return-ring-failure": { fill: "ground", stroke: "failure", width: firm },
  "reply-text": text("muted"),
  "async-text": text("accent"),
  "failure-text": text("failure"),
  "association-text": text("muted"),
  "detail-text": text("muted"),
  "end-text": text("muted"),
  number: outline("tab", "line"),
  "number-text": text("ink"),

  chip: outline("accent-soft", "accent-line"),
  "chip-text": text("accent"),
  "chip-failure": outline("ground", "failure"),
  "chip-failure-text": text("failure"),
  "chip-plain": outline("tab", "line"),
  "chip-plain-text": text("muted"),

  frame: { stroke: "line", width: hair },
  "frame-failure": { stroke: "failure", width: hair },
  "frame-tab": outline("tab", "line"),
  "frame-word": text("ink"),
  "frame-text": text("muted"),
  "operand-line": { stroke: "line", width: hair, dash: [6, 4] },
  "operand-text": text("muted"),
  boundary: { ...outline("boundary", "line"), dash: [2, 3] },
  "boundary-text": text("muted"),

  note: outline("note", "note-line"),
  "note-fold": outline("ground", "note-line"),
  "note-text": text("note-text"),
  "divider-line": { stroke: "line", width: hair },
  "divider-text": text("muted"),
  silence: { fill: "ground" },
  "silence-text": text("muted"),
  "title-text": text("ink"),

  "finding-error": { fill: "failure" },
  "finding-warning": { fill: "queue-text" },
  "finding-info": { fill: "muted" },
  "finding-number": text("ground"),
  "finding-text": text("ink"),
  "finding-detail": text("muted"),
};
