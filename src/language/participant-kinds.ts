/** What the stages need to know of a kind of participant. */
export interface ParticipantFacts {
  /** Outline of its head. */
  readonly outline: "box" | "pill" | "cylinder" | "dashed";
  /** `bars`: executions are drawn on its lifeline. `rails`: two rails hold what waits inside. `plain`: neither. */
  readonly lane: "bars" | "rails" | "plain";
  /** Handles messages while it waits for a reply, unless the text says otherwise. */
  readonly reentrant: boolean;
  /** A message into it is kept and passed on: it is a channel with a policy, not a process. */
  readonly channel: boolean;
  /** A channel that gives each receiver a copy. */
  readonly copies: boolean;
  /** Outside the system: nobody asks it to write `await`. */
  readonly outside: boolean;
  /** The word for it in descriptions. */
  readonly noun: string;
}

/** Every kind of participant: one row is all a kind is. `boundary` is a frame, never a lifeline. */
// biome-ignore format: a table, one row to a line
export const participantKinds = {
  service: { outline: "box", lane: "bars", reentrant: true, channel: false, copies: false, outside: false, noun: "service" },
  person: { outline: "box", lane: "bars", reentrant: true, channel: false, copies: false, outside: true, noun: "person" },
  worker: { outline: "box", lane: "bars", reentrant: false, channel: false, copies: false, outside: false, noun: "worker" },
  queue: { outline: "pill", lane: "rails", reentrant: false, channel: true, copies: false, outside: false, noun: "queue" },
  topic: { outline: "pill", lane: "rails", reentrant: false, channel: true, copies: true, outside: false, noun: "topic" },
  store: { outline: "cylinder", lane: "plain", reentrant: false, channel: false, copies: false, outside: false, noun: "store" },
  cache: { outline: "cylinder", lane: "plain", reentrant: false, channel: false, copies: false, outside: false, noun: "cache" },
  scheduler: { outline: "box", lane: "bars", reentrant: false, channel: false, copies: false, outside: false, noun: "scheduler" },
  external: { outline: "dashed", lane: "bars", reentrant: true, channel: false, copies: false, outside: true, noun: "external system" },
  boundary: { outline: "dashed", lane: "plain", reentrant: false, channel: false, copies: false, outside: false, noun: "boundary" },
} as const satisfies Record<string, ParticipantFacts>;

export type ParticipantKind = keyof typeof participantKinds;
