import type { CourseItem } from "./occurrence.ts";
import type { PathEvents } from "./path-events.ts";
import { runQueues } from "./run-queues.ts";
import type { Stay } from "./stays.ts";

/** By event: of the send of a delivery, where what it takes came in, came back or was delivered before; -1 for the unknown. */
export type Handovers = ReadonlyMap<number, readonly number[]>;

/** What queues and topics do on one path; places are events. */
export interface PathQueues {
  readonly handovers: Handovers;
  readonly stays: readonly Stay[];
}

/**
 * Says on a path what waits where, and which delivery out of a queue or topic takes what.
 *
 * In:     a path's events.
 * Out:    per delivery, one event for each copy that it takes; and who waits from which event to which.
 * Says:   nothing.
 * Cost:   linear in events.
 * Source: as queuesOf, on one path.
 */
export const pathQueues = ({ order, list }: PathEvents): PathQueues => {
  const course = list.map(({ occurrence }): CourseItem => ({ at: "occurrence", occurrence }));
  const { handovers, stays } = runQueues(order.flow, {
    list: order.occurrences,
    course,
    sentBy: order.sentBy,
  });
  return { handovers, stays };
};
