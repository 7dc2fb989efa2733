/** How far a callback has come on a path. */
export const phases = [
  "unopened", // not asked for yet
  "foreseen", // a handler stands ready before it is asked for
  "absent", // the loop that asks for it ran no round: nothing is owed on this path
  "pending", // asked for
  "blocked", // asked for, and its owner waits
  "racing", // asked for, and its owner waits for this or another
  "ready", // asked for, and a handler stands ready
  "braced", // asked for, and a handler of its failure stands ready
  "flying", // sent, to arrive further down
  "away", // sent, to arrive after this picture
  "lost", // sent and lost
  "astray", // arrived at somebody who does not own it
  "resolved", // arrived at its owner
  "rejected", // arrived at its owner as a failure that has a handler of its own
  "consumed", // awaited or handled
  "expired", // timed out
  "dropped", // cancelled
  "bereft", // its owner is gone
  "belated", // arrived after that
  "attended", // given up, and a handler of late arrivals stands ready
  "detached", // nobody will wait, and the text says why
  "judged", // something was wrong that is said already
] as const;
export type Phase = (typeof phases)[number];

/** What can happen to a callback. */
export type MonitorEvent =
  | "ask" // a message asks for it
  | "send" // its arrival is sent, to be received elsewhere
  | "lose" // its arrival is sent and lost
  | "depart" // its arrival is sent, to be received after this picture
  | "arrive" // it reaches a participant that may consume it
  | "reject" // so does its failure, for which there is a handler of its own
  | "settle" // it arrives and is handled by that alone: a reply to a blocked caller, a named execution, a person
  | "feed" // it arrives, but could be sent only after the wait for it was over
  | "stray" // it reaches somebody who may not consume it
  | "carry" // it is handed on to somebody who may
  | "await"
  | "race" // awaited together with others, the first is enough
  | "handle" // a handler begins: see `handlers`
  | "cancel"
  | "detach"
  | "destroy" // its owner ends
  | "end"; // the path ends

/** What the monitor can say about a path. */
export type Verdict =
  | "sent" // somebody sends it, be it lost on its way
  | "arrived" // it reaches somebody
  | "settled" // handled
  | "unheeded" // it arrived, and nothing awaited or handled it
  | "missing" // it never came
  | "starved" // it never came, and its owner waits for ever
  | "self-blocked" // it can only be sent once the wait for it is over
  | "awaited-in-vain" // awaited after it was given up
  | "awaited-early" // awaited before it is asked for
  | "early" // it arrives before it is asked for
  | "twice" // it arrives again
  | "reopened" // asked for again while it is open
  | "late" // it arrives after it was given up, and nothing says what then
  | "leaked" // another one won the race, and this one was left
  | "stranded"; // it stays with somebody who may not consume it

/** The next phase, and what is to be said. No cell: the event changes nothing. */
export type Cell = Phase | readonly [Phase, ...Verdict[]];
export type MonitorRow = { readonly [E in MonitorEvent]?: Cell };

/** Asked for, and nothing has come yet. */
const open: MonitorRow = {
  ask: ["pending", "reopened"],
  send: "flying",
  lose: "lost",
  depart: "away",
  arrive: "resolved",
  reject: "rejected",
  settle: ["consumed", "settled"],
  feed: "resolved",
  stray: "astray",
  await: "blocked",
  race: "racing",
  cancel: ["dropped", "settled"],
  detach: ["detached", "settled"],
  destroy: "bereft",
  end: ["pending", "missing"],
};
/** Somebody takes whatever comes. */
const taken: MonitorRow = {
  depart: ["consumed", "settled"],
  arrive: ["consumed", "settled"],
  reject: ["consumed", "settled"],
  feed: ["consumed", "settled"],
  carry: ["consumed", "settled"],
};
/** Nothing is owed yet. */
const early: MonitorRow = {
  ask: "pending",
  arrive: ["judged", "early"],
  reject: ["judged", "early"],
  settle: ["judged", "early"],
  feed: ["judged", "early"],
  stray: ["judged", "early"],
  send: ["judged", "early"],
  lose: ["judged", "early"],
  depart: ["judged", "early"],
  await: ["judged", "awaited-early"],
  race: ["judged", "awaited-early"],
  detach: "detached",
};
/** It came, and was not taken yet; it is too late to cancel it. */
const arrived: MonitorRow = {
  ask: ["pending", "reopened"],
  await: ["consumed", "settled"],
  race: ["consumed", "settled"],
  detach: ["detached", "settled"],
  destroy: ["judged", "unheeded"],
  end: ["resolved", "unheeded"],
};
/** Nobody waits any more. */
const over: MonitorRow = {
  ask: "pending",
  arrive: "belated",
  reject: "belated",
  carry: "belated",
  detach: ["detached", "settled"],
};

/**
 * The life of a callback as a table: phase × event → next phase, and what to say. It is the only place that knows it; a
 * rule picks its verdicts, and a new rule adds a column or a word.
 */
export const monitor: { readonly [P in Phase]: MonitorRow } = {
  unopened: early,
  foreseen: { ...early, ask: "ready" },
  absent: { ask: "pending", detach: "detached" },
  pending: open,
  blocked: {
    ...taken,
    ask: "blocked",
    settle: ["consumed", "settled"],
    feed: ["judged", "self-blocked"],
    cancel: ["dropped", "settled"],
    detach: ["detached", "settled"],
    destroy: "bereft",
    end: ["blocked", "starved"],
  },
  racing: { ...open, ...taken, ask: "racing", send: "racing", stray: "racing", end: ["racing", "leaked"] },
  ready: { ...open, ...taken, ask: ["ready", "reopened"], send: "ready", stray: "ready" },
  braced: { ...open, reject: ["consumed", "settled"], ask: ["braced", "reopened"], send: "braced" },
  flying: { ...open, send: ["flying", "twice"], lose: ["flying", "twice"], stray: "astray", end: "flying" },
  away: {
    ...open,
    await: ["consumed", "settled"],
    race: ["consumed", "settled"],
    arrive: ["resolved", "twice"],
    reject: ["rejected", "twice"],
    settle: ["consumed", "twice"],
    end: "away",
  },
  lost: { ...open, end: "lost" },
  astray: { ...open, carry: "resolved", send: "astray", end: ["astray", "stranded"] },
  resolved: {
    ...arrived,
    arrive: ["resolved", "twice"],
    reject: ["resolved", "twice"],
    settle: ["consumed", "twice"],
  },
  rejected: {
    ...arrived,
    arrive: ["rejected", "twice"],
    reject: ["rejected", "twice"],
    settle: ["consumed", "twice"],
  },
  consumed: {
    ask: "pending",
    arrive: ["consumed", "twice"],
    reject: ["consumed", "twice"],
    settle: ["consumed", "twice"],
    detach: "detached",
  },
  expired: { ...over, await: "blocked", race: "racing" },
  dropped: { ...over, await: ["judged", "awaited-in-vain"] },
  bereft: { ...over, end: ["bereft", "missing"] },
  belated: {
    ...over,
    await: ["consumed", "settled"],
    race: ["consumed", "settled"],
    end: ["belated", "late"],
  },
  attended: { ask: "pending", detach: "detached" },
  detached: {},
  judged: {},
};

/** What stands in `on: NAME arm { … }`. */
export type Arm = "arrival" | "rejected" | "timeout" | "late";

/** A path runs through a handler's body, or past it, or some paths do either. */
export interface ArmCell {
  readonly runs?: Cell;
  readonly passes?: Phase;
}

const settled: ArmCell = { runs: ["consumed", "settled"] };
/** A handler stands ready, or the request times out, while nothing has come. */
const waitingArms = (phase: Phase): { readonly [A in Arm]: ArmCell } => ({
  arrival: { passes: "ready" },
  rejected: { passes: "braced" },
  timeout: { runs: "expired", passes: phase },
  late: { passes: phase },
});
const goneArms = (phase: Phase): { readonly [A in Arm]: ArmCell } => ({
  arrival: { passes: phase },
  rejected: { passes: phase },
  timeout: { runs: phase, passes: phase },
  late: { passes: "attended" },
});
const eitherWay = (phase: Phase): { readonly [A in Arm]: ArmCell } => ({
  arrival: { runs: phase, passes: phase },
  rejected: { runs: phase, passes: phase },
  timeout: { runs: phase, passes: phase },
  late: { runs: phase, passes: phase },
});
const pastArms = (phase: Phase): { readonly [A in Arm]: ArmCell } => ({
  arrival: { passes: phase },
  rejected: { passes: phase },
  timeout: { passes: phase },
  late: { passes: phase },
});

/** The same for handlers: phase × arm → through the body, past it, or both. */
export const handlers: { readonly [P in Phase]: { readonly [A in Arm]: ArmCell } } = {
  unopened: { ...pastArms("unopened"), arrival: { passes: "foreseen" } },
  foreseen: pastArms("foreseen"),
  absent: eitherWay("absent"),
  pending: waitingArms("pending"),
  blocked: { ...waitingArms("blocked"), arrival: { passes: "blocked" }, rejected: { passes: "blocked" } },
  racing: { ...waitingArms("racing"), arrival: { passes: "racing" }, rejected: { passes: "racing" } },
  ready: { ...waitingArms("ready"), rejected: { passes: "ready" } },
  braced: waitingArms("braced"),
  flying: waitingArms("flying"),
  away: { ...waitingArms("away"), arrival: { passes: "consumed" }, rejected: { passes: "consumed" } },
  lost: waitingArms("lost"),
  astray: waitingArms("astray"),
  resolved: { ...pastArms("resolved"), arrival: settled },
  rejected: { ...pastArms("rejected"), arrival: { passes: "rejected" }, rejected: settled },
  consumed: {
    ...eitherWay("consumed"),
    arrival: { runs: "consumed" },
    timeout: { passes: "consumed" },
    late: { passes: "consumed" },
  },
  expired: goneArms("expired"),
  dropped: goneArms("dropped"),
  bereft: goneArms("bereft"),
  belated: { ...goneArms("belated"), arrival: { runs: ["consumed", "settled"] }, late: { runs: "attended" } },
  attended: goneArms("attended"),
  detached: eitherWay("detached"),
  judged: eitherWay("judged"),
};
