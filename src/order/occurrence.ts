import type { OperandRef, Step } from "../flow/flow.ts";

/** A stretch of a source, as the flow carries it. */
export type Span = Step["span"];

/** What the order needs to know of a kind of occurrence. */
export interface OccurrenceFacts {
  /** The lifeline does it, at a moment of its own choice after all that it did and saw before; else it happens to it. */
  readonly controlled: boolean;
  /** It waits for something to arrive. */
  readonly waits: boolean;
  /** It belongs to a message that arrives. */
  readonly arrives: boolean;
  /** The word for it in schedules and descriptions. */
  readonly noun: string;
}

/** Every kind of occurrence. `answer` and `answered` are the way back of an exchange, `<->`. */
export const occurrenceKinds = {
  send: { controlled: true, waits: false, arrives: false, noun: "send" },
  receipt: { controlled: false, waits: false, arrives: true, noun: "receipt" },
  duplicate: { controlled: false, waits: false, arrives: true, noun: "second receipt" },
  answer: { controlled: true, waits: false, arrives: false, noun: "answer" },
  answered: { controlled: false, waits: false, arrives: true, noun: "receipt of the answer" },
  await: { controlled: true, waits: true, arrives: false, noun: "await" },
  handle: { controlled: true, waits: true, arrives: false, noun: "handler" },
  cancel: { controlled: true, waits: false, arrives: false, noun: "cancel" },
  detach: { controlled: true, waits: false, arrives: false, noun: "detach" },
  stored: { controlled: true, waits: false, arrives: false, noun: "store" },
  wait: { controlled: true, waits: false, arrives: false, noun: "wait" },
  create: { controlled: true, waits: false, arrives: false, noun: "creation" },
  destroy: { controlled: true, waits: false, arrives: false, noun: "destruction" },
  decide: { controlled: true, waits: false, arrives: false, noun: "decision" },
} as const satisfies Record<string, OccurrenceFacts>;

export type OccurrenceKind = keyof typeof occurrenceKinds;

/** Something that happens at one lifeline at one moment. */
export interface Occurrence {
  /** Its place in written order, from 0. */
  readonly index: number;
  readonly kind: OccurrenceKind;
  /** Index of a participant; -1 is outside the picture; of a `wait`, everyone. */
  readonly lifeline: number;
  /** The message of a send (the first of several receivers), receipt or answer. */
  readonly message?: number;
  /** The fragment of a decision or handler. */
  readonly fragment?: number;
  /** Indices of the callbacks that an await, handler, cancel, detach or store names; unknown names are left out. */
  readonly callbacks?: readonly number[];
  /** Of an await: the first of its callbacks is enough. */
  readonly any?: boolean;
  /** ms: when an await gives up; how long a wait lasts. */
  readonly time?: number;
  /** Which end of its callback a handler handles. */
  readonly arm?: "arrival" | "rejected" | "timeout" | "late";
  /** Number of its statement, from 0: all statements counted in written order, a fragment before what it holds. */
  readonly step: number;
  /** The operands around it, outermost first. */
  readonly within: readonly OperandRef[];
  readonly span: Span;
}

/** The flow's course in written order: what happens, and where fragments and their operands begin and end. */
export type CourseItem =
  | { readonly at: "occurrence"; readonly occurrence: number }
  | { readonly at: "enter"; readonly fragment: number }
  | { readonly at: "operand"; readonly fragment: number; readonly operand: number }
  | { readonly at: "leave"; readonly fragment: number };

/**
 * A place in the course: at an occurrence; or, with `endOf`, at the lower end of that operand, where the state in which the
 * fragment began comes back for the next operand, or the fragment is over. `occurrence` is then the last one before it.
 */
export interface Place {
  readonly occurrence: number;
  readonly endOf?: OperandRef;
}
