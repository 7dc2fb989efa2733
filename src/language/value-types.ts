/** A closed range of time, ms; a single duration is a range of one. */
export interface TimeRange {
  readonly low: number;
  readonly high: number;
}

/** A closed range of whole numbers. */
export interface CountRange {
  readonly low: number;
  readonly high: number;
}

/** `3` or `3 backoff 1s..60s`: attempts, the first included; pauses between them, ms. */
export interface RetryPlan {
  readonly attempts: number;
  readonly backoff?: TimeRange;
}

/** What the types of the attribute table read a value as. Times are ms, rates are per second. */
export interface ValueTypes {
  text: string;
  /** A single word: the name of a callback, an id. */
  name: string;
  names: readonly string[];
  texts: readonly string[];
  duration: number;
  /** A duration or a range of durations. */
  time: TimeRange;
  rate: number;
  count: number;
  /** A count or a range of counts. */
  counts: CountRange;
  number: number;
  boolean: boolean;
  colour: string;
  retry: RetryPlan;
  /** The key of a participant; in the flow, its index. */
  participant: number;
  participants: readonly number[];
  /** http, https, mailto or relative. */
  link: string;
  /** One of the words in the row's `choices`. */
  choice: string;
}

export type ValueTypeName = keyof ValueTypes;
