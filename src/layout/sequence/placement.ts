import type { SourcePlace } from "../line-of.ts";
import type { ChipTone } from "./chips.ts";
import type { Words } from "./words.ts";

/** A text with its place: the baseline of its first line at (x, y); further lines follow at right angles to `rotate`. */
export interface PlacedWords {
  readonly words: Words;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  /** Degrees clockwise. */
  readonly rotate: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a message runs: straight or slanted from end to end, or as a loop at its own lifeline. */
export type Course = "line" | "loop";

/** What stands at the receiving end. */
export type Arrival = "head" | "cross" | "dot" | "edge";

export interface PlacedMessage {
  readonly message: number;
  readonly course: Course;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly arrival: Arrival;
  /** A dot at the sending end: it comes from outside. */
  readonly found: boolean;
  readonly label: PlacedWords | undefined;
  readonly detail: PlacedWords | undefined;
  /** Texts at its ends. */
  readonly ends: readonly PlacedWords[] | undefined;
}

/** A small tag beside a lifeline that says what it expects, awaits or lets go. */
export interface PlacedChip {
  readonly box: Box;
  readonly words: Words;
  readonly tone: ChipTone;
  readonly ties: readonly string[];
  readonly icon?: string;
  readonly span: SourcePlace;
  readonly name: string;
}

export interface PlacedFrame {
  readonly fragment: number;
  readonly box: Box;
  /** The corner's words and the first operand's label. */
  readonly tab: {
    readonly word: Words | undefined;
    readonly label: Words | undefined;
    readonly width: number;
    readonly height: number;
  };
  readonly operands: readonly { readonly y: number; readonly label?: PlacedWords }[];
  readonly depth: number;
}

export interface PlacedNote {
  readonly box: Box;
  readonly words: Words;
  readonly span: SourcePlace;
  readonly participants: readonly number[];
  readonly classes: readonly string[];
}

export interface PlacedDivider {
  readonly kind: "divider" | "silence";
  readonly y: number;
  readonly from: number;
  readonly to: number;
  readonly words: Words;
  readonly span: SourcePlace;
}

/** What the text calls an execution, beside its bar. */
export interface PlacedExecutionLabel {
  readonly label: PlacedWords;
  readonly span: SourcePlace;
}

/** Everything that the rows pass decides. All px. */
export interface Rows {
  readonly messages: readonly PlacedMessage[];
  /** Messages whose words found no free place along their lines. */
  readonly crowded: readonly number[];
  readonly chips: readonly PlacedChip[];
  readonly executionLabels: readonly PlacedExecutionLabel[];
  /** Executions whose labels found no place, by `executionKey`. */
  readonly homeless: readonly string[];
  readonly frames: readonly PlacedFrame[];
  readonly notes: readonly PlacedNote[];
  readonly dividers: readonly PlacedDivider[];
  /** The y of every occurrence, by its index in the order; NaN where it is not drawn. */
  readonly places: Float64Array;
  /** Where the head of a created participant stands (its middle), by participant; NaN for the others. */
  readonly created: Float64Array;
  readonly destroyed: Float64Array;
  /** The lower edge of each operand, by fragment and operand. */
  readonly operandEnds: readonly (readonly number[])[];
  readonly bottom: number;
  /** Moments of the time axis, where there is one. */
  readonly ticks?: readonly Tick[];
}

/** A moment on the axis of time. */
export interface Tick {
  readonly y: number;
  /** ms since the flow began. */
  readonly time: number;
  /** The stretch after it is cut short. */
  readonly folded: boolean;
}
