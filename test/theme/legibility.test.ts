import { describe, expect, test } from "vitest";
import type { ColourName, PaintRole, Theme } from "../../src/theme/theme.ts";
import { themes } from "../../src/theme/themes.ts";
import { contrastRatio } from "./contrast-ratio.ts";

/** What a role is for, and the grounds that it is seen on. */
type Use =
  | { readonly is: "text" | "meaning"; readonly on: readonly ColourName[] }
  /** It only frames what is told by something else. */
  | { readonly is: "decoration"; readonly since: string };

const text = (...on: readonly ColourName[]): Use => ({ is: "text", on });
const meaning = (...on: readonly ColourName[]): Use => ({ is: "meaning", on });
const decoration = (since: string): Use => ({ is: "decoration", since });

/** Every role: a new one does not compile before somebody has said how it must be seen. */
const uses: Readonly<Record<PaintRole, Use>> = {
  head: meaning("ground", "boundary"),
  "head-person": meaning("ground", "boundary"),
  "head-channel": meaning("ground", "boundary"),
  "head-store": meaning("ground", "boundary"),
  "head-external": meaning("ground", "boundary"),
  "head-text": text("head", "ground"),
  "head-icon": text("head", "ground"),
  lifeline: meaning("ground", "boundary"),
  "lifeline-external": meaning("ground", "boundary"),
  rail: meaning("ground", "boundary"),
  band: meaning("ground", "boundary"),
  "band-text": text("queue"),
  execution: meaning("ground", "boundary"),
  waiting: meaning("ground", "boundary"),
  "waiting-hatch": meaning("ground"),
  destroy: meaning("ground", "boundary"),
  "call-line": meaning("ground", "boundary", "bar"),
  "reply-line": meaning("ground", "boundary"),
  "async-line": meaning("ground", "boundary"),
  "association-line": meaning("ground", "boundary"),
  "failure-line": meaning("ground", "boundary"),
  "dead-letter-line": meaning("ground", "boundary"),
  "call-head": meaning("ground", "boundary", "bar"),
  "reply-head": meaning("ground", "boundary", "bar"),
  "async-head": meaning("ground", "boundary", "bar", "queue"),
  "failure-head": meaning("ground", "boundary", "bar", "queue"),
  "outside-dot": meaning("ground", "boundary"),
  "lost-mark": meaning("ground", "boundary"),
  "return-mark": meaning("ground", "boundary"),
  "return-ring": meaning("ground", "boundary"),
  "return-mark-failure": meaning("ground", "boundary"),
  "return-ring-failure": meaning("ground", "boundary"),
  "call-text": text("ground", "boundary"),
  "reply-text": text("ground", "boundary"),
  "async-text": text("ground", "boundary"),
  "failure-text": text("ground", "boundary"),
  "association-text": text("ground", "boundary"),
  "detail-text": text("ground", "boundary"),
  "end-text": text("ground", "boundary"),
  number: decoration("the number stands inside"),
  "number-text": text("tab"),
  chip: decoration("its words say it"),
  "chip-text": text("accent-soft"),
  "chip-failure": decoration("its words say it"),
  "chip-failure-text": text("ground"),
  "chip-plain": decoration("its words say it"),
  "chip-plain-text": text("tab"),
  frame: meaning("ground", "boundary"),
  "frame-failure": meaning("ground", "boundary"),
  "frame-tab": decoration("the frame's own line goes around it"),
  "frame-word": text("tab"),
  "frame-text": text("tab"),
  "operand-line": meaning("ground", "boundary"),
  "operand-text": text("ground", "boundary"),
  boundary: meaning("ground"),
  "boundary-text": text("boundary", "ground"),
  note: decoration("its words and its ground say it"),
  "note-fold": decoration("a corner of the note"),
  "note-text": text("note"),
  "divider-line": meaning("ground", "boundary"),
  "divider-text": text("ground", "boundary"),
  silence: decoration("paper over the lifelines"),
  "silence-text": text("ground"),
  "title-text": text("ground"),
  "finding-error": meaning("ground", "boundary", "head", "bar"),
  "finding-warning": meaning("ground", "boundary", "head", "bar"),
  "finding-info": meaning("ground", "boundary", "head", "bar"),
  "finding-number": text("failure", "queue-text", "muted"),
  "finding-text": text("ground"),
  "finding-detail": text("ground"),
};

const all: readonly Theme[] = [
  ...new Map(
    Object.values(themes)
      .flatMap((row) => ("dark" in row ? [row.theme, row.dark] : [row.theme]))
      .map((theme) => [theme.name, theme]),
  ).values(),
];

const least = (theme: Theme) =>
  theme.name === "contrast" ? { text: 7, meaning: 4.5 } : { text: 4.5, meaning: 3 };

describe.each(all)("$name", (theme) => {
  test("words and lines stand out from what they stand on", () => {
    const weak = Object.entries(uses).flatMap(([role, use]) => {
      if (use.is === "decoration") return [];
      const { fill, stroke } = theme.paint[role as PaintRole];
      const shown = use.is === "text" ? (fill ?? stroke) : (stroke ?? fill);
      return use.on
        .map((ground) => ({
          ground,
          ratio: shown ? contrastRatio(theme.colours[shown], theme.colours[ground]) : 0,
        }))
        .filter(({ ratio }) => ratio < least(theme)[use.is])
        .map(({ ground, ratio }) => `${role} on ${ground}: ${ratio.toFixed(2)}`);
    });
    expect(weak).toEqual([]);
  });

  test("its colours are written in full", () => {
    expect(Object.values(theme.colours).filter((colour) => !/^#[0-9a-f]{6}$/.test(colour))).toEqual([]);
    expect(theme.ground).toBe(theme.colours.ground);
  });
});

test("all themes share one style, so that a change of theme moves nothing", () => {
  expect(new Set(all.map(({ style }) => style)).size).toBe(1);
});

test("without colour, kinds of message are still told apart by line and head", () => {
  const form = (role: PaintRole) => {
    const { fill, stroke, width, dash } = themes.mono.theme.paint[role];
    return JSON.stringify({ isFilled: fill !== undefined, isStroked: stroke !== undefined, width, dash });
  };
  const lines = ["call-line", "reply-line", "failure-line", "dead-letter-line", "association-line"] as const;
  expect(new Set(lines.map(form)).size).toBe(lines.length);
  expect(form("call-head")).not.toBe(form("async-head"));
  expect(form("frame")).not.toBe(form("frame-failure"));
  expect(form("chip")).not.toBe(form("chip-plain"));
});

test("the ratio is the one that WCAG defines", () => {
  expect(contrastRatio("#000000", "#ffffff")).toBe(21);
  expect(contrastRatio("#ffffff", "#ffffff")).toBe(1);
  expect(contrastRatio("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});
