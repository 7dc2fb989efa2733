import type { StyleValues } from "../language/styles.ts";
import type { FaceName } from "../text/faces.ts";
import type { PaintRole } from "../theme/theme.ts";

/**
 * A picture as plain numbers: px, origin top left, y down. What is drawn where, and what it is; no colours and no SVG.
 * Groups and their marks are in painting order: what comes later covers what came before.
 */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly title?: string;
  /** Prose for people who cannot see the picture. */
  readonly description: string;
  /** BCP 47. */
  readonly lang: string;
  readonly groups: readonly Group[];
}

export type GroupRole =
  | "title"
  | "boundary"
  | "lifeline"
  | "lane"
  | "frame"
  | "execution"
  | "wait"
  | "divider"
  | "note"
  | "message"
  | "head"
  | "mark"
  | "node"
  | "channel";

/** One thing that a reader would point at. */
export interface Group {
  readonly role: GroupRole;
  /** What it is called when read aloud: "API sends SendWelcome to mail jobs". */
  readonly name?: string;
  /** Class names after `slant-`: `message async callback`; the author's own classes after them, as written. */
  readonly classes: readonly string[];
  readonly authorClasses?: readonly string[];
  /** The line of the source that it comes from, 1-based. */
  readonly line?: number;
  readonly link?: string;
  readonly tooltip?: string;
  readonly style?: StyleValues;
  /** Groups that share a tie light up together: what asked for a callback, and what settles it. */
  readonly ties?: readonly string[];
  readonly marks: readonly Mark[];
}

export type Mark = RectMark | PathMark | CircleMark | TextMark | IconMark;

export interface RectMark {
  readonly kind: "rect";
  readonly paint: PaintRole;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Corner radius. */
  readonly radius?: number;
}

export interface PathMark {
  readonly kind: "path";
  readonly paint: PaintRole;
  readonly commands: readonly PathCommand[];
}

export type PathCommand =
  | readonly ["M" | "L", number, number]
  | readonly ["C", number, number, number, number, number, number]
  | readonly ["Q", number, number, number, number]
  /** An elliptical arc: rx, ry, large (0 or 1), sweep (0 or 1), x, y. */
  | readonly ["A", number, number, number, number, number, number]
  | readonly ["Z"];

export interface CircleMark {
  readonly kind: "circle";
  readonly paint: PaintRole;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A stretch of a line of text in a face of its own. */
export interface TextRun {
  readonly text: string;
  readonly face: FaceName;
  /** Where it leads, as the author wrote it. */
  readonly link?: string;
}

/** One line of text. */
export interface TextMark {
  readonly kind: "text";
  readonly paint: PaintRole;
  readonly text: string;
  /** The same text, where it is not all in `face`. */
  readonly runs?: readonly TextRun[];
  /** Where the anchor stands; y is the baseline. */
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly face: FaceName;
  readonly size: number;
  /** Measured width, for whoever must know how far it reaches. */
  readonly width: number;
  /** Degrees clockwise about (x, y); at most 30 either way. */
  readonly rotate?: number;
  /** Lines behind it are interrupted by the ground's colour. */
  readonly halo?: boolean;
}

/** A picture of a kind, on a square grid; (x, y) is its top left corner. */
export interface IconMark {
  readonly kind: "icon";
  readonly paint: PaintRole;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}
