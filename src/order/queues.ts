import type { Flow, Participant } from "../flow/flow.ts";
import { participantKinds } from "../language/participant-kinds.ts";
import { at } from "./at.ts";
import type { Place } from "./occurrence.ts";
import type { Occurrences } from "./occurrences.ts";
import { runQueues } from "./run-queues.ts";

/** What waits in one queue or topic, from the top of the diagram to its end. */
export interface Lane {
  readonly participant: number;
  /** The message of each entry, by the entry's number: entries are numbered as they come in, so lower ones are older. */
  readonly entries: readonly number[];
  /** In written order; nothing waits before the first. */
  readonly changes: readonly LaneChange[];
}

/** A point at which a lane's contents change; with `endOf`, the lower end of that operand. */
export interface LaneChange extends Place {
  /** How many messages wait from here on. */
  readonly count: number;
  /** Numbers of the entries that come in or come back here. */
  readonly entered: readonly number[];
  readonly left: readonly number[];
}

export interface Queues {
  /** One per queue or topic, in drawn order. */
  readonly lanes: readonly Lane[];
  /** By message: of one out of a queue or topic, the message that it takes from there; else -1. */
  readonly takes: readonly number[];
  /** By message: of a reply into a queue or topic, the delivery that it settles; else -1. */
  readonly settles: readonly number[];
}

/**
 * Says what waits in each queue and topic at every point of the drawing.
 *
 * In:     a flow and its occurrences.
 * Out:    a message waits from its receipt on. A message out of a queue takes the oldest waiting one or the one that `of`
 *         names; when none waits, the oldest one that is unsettled (it is delivered again). A reply into the queue settles
 *         its sender's newest unsettled delivery, or the one that `of` names; with `settle: nack` the message waits again in
 *         its old place, or, received `max-receives` times, in the dead-letter queue, unless the text draws that way itself.
 *         A full queue does what `overflow` says. A topic keeps a message until all receivers that take it have done so; each
 *         takes its oldest with the same label, else its oldest.
 *         Operands of a choice each start from the contents at its start; after it, what may wait waits. Loops run.
 * Says:   nothing.
 * Cost:   linear in messages; each change also in the depth of fragments.
 * Source: LANGUAGE section 10; CHECKS section 2.1.
 */
export const queuesOf = (flow: Flow, occurrences: Occurrences): Queues => {
  const isLane = ({ kind }: Participant): boolean => participantKinds[kind].channel;
  if (!flow.participants.some(isLane)) {
    const nobody = flow.messages.map(() => -1);
    return { lanes: [], takes: nobody, settles: nobody };
  }
  // Who takes a copy from a topic is known only when all is drawn: the first run finds out.
  const { everTaken } = runQueues(flow, occurrences);
  return runQueues(flow, occurrences, everTaken).queues;
};

/**
 * The messages that wait in a lane after one of its changes.
 *
 * In:   a lane; the index of a change, -1 for the top of the diagram.
 * Out:  message indices, the oldest first; a message received twice stands twice.
 * Says: nothing.
 * Cost: n log n in the changes up to there.
 * Source: LANGUAGE section 10.
 */
export const waitingAfter = ({ entries, changes }: Lane, change: number): readonly number[] => {
  const waiting = new Set<number>();
  for (const { entered, left } of changes.slice(0, change + 1)) {
    for (const entry of left) waiting.delete(entry);
    for (const entry of entered) waiting.add(entry);
  }
  return [...waiting].sort((a, b) => a - b).map((entry) => at(entries, entry));
};
