/** A stretch of a lifeline on which its participant works. */
export interface Execution {
  readonly lifeline: number;
  /** The occurrence at which it opens. */
  readonly start: number;
  /** The last occurrence that belongs to it; null when it lasts to the end of the diagram. */
  readonly end: number | null;
  /** `end` is the reply to the call that opened it: the bar ends there; else it ends a little below. */
  readonly endsAtReply: boolean;
  /** How many executions of this participant stand between it and the lifeline: 0, 1, 2 … */
  readonly level: number;
  /** Of one that the author wrote: its path below the participant. */
  readonly name?: string;
  /** The message whose receipt opened it. */
  readonly cause?: number;
}

/** An execution before it has a level. */
export type DraftExecution = Omit<Execution, "level">;

/** Executions in any order; by occurrence, the one that it belongs to, or -1. */
export interface DraftExecutions {
  readonly list: readonly DraftExecution[];
  readonly of: readonly number[];
}
