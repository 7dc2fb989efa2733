import type { Flow, Participant } from "../flow/flow.ts";

/** A flow of a system, and what it is called among the others: its path without its ending. */
export interface Member {
  readonly name: string;
  readonly flow: Flow;
}

/** What one flow says of a participant. */
export interface Saying {
  /** A place in `members`. */
  readonly member: number;
  readonly participant: Participant;
}

/** Many flows as one. */
export interface System {
  readonly members: readonly Member[];
  /**
   * All participants, boundaries and messages. What happens in which order is each flow's own: the body, fragments and
   * callbacks are empty.
   */
  readonly flow: Flow;
  /** By participant of the whole: where it comes from, in order of the members. */
  readonly sayings: readonly (readonly Saying[])[];
  /** By message of the whole: its flow, a place in `members`. */
  readonly memberOf: readonly number[];
}
