/** A point at which a path goes one way or another. */
export interface Site {
  /** Index of the fragment; -1 when it is decided whether a callback comes too late. */
  readonly fragment: number;
  /** Index of the callback that may come too late; -1 for fragments. */
  readonly callback: number;
  /** The round in each loop or retry around it, outermost first, from 0. */
  readonly rounds: readonly number[];
}

/** The operands that run, in order: `[1]` the second, `[]` none, `[0, 0, 1]` two rounds and then what follows failure. */
export type Course = readonly number[];

export interface Decision extends Site {
  /** Of a callback: `[0]` it comes too late, `[]` in time. */
  readonly operands: Course;
}

/** One way through the fragments of a flow. */
export interface Path {
  /** In the order in which they are met; those without an alternative too. */
  readonly decisions: readonly Decision[];
}

/** How often rounds are unrolled. */
export interface PathBounds {
  /** Rounds of a loop and attempts of a retry, at most. */
  readonly rounds: number;
  /** How deep loops in loops run more than once. */
  readonly depth: number;
}

export const defaultBounds: PathBounds = { rounds: 2, depth: 2 };

/** What a walk along a path meets. */
export interface PathVisitor {
  /** Which of the courses to take; called only where there are several. */
  readonly decide: (site: Site, courses: readonly Course[]) => number;
  readonly happen?: (occurrence: number, rounds: readonly number[], gaveUp: boolean) => void;
  /** Borders of fragments whose operands run side by side. */
  readonly beside?: (border: "enter" | "operand" | "leave") => void;
  /** A loop or retry begins a round. */
  readonly round?: (fragment: number, round: number) => void;
}
