import type { CourseItem } from "./occurrence.ts";
import type { PathEvents } from "./path-events.ts";
import { runQueues } from "./run-queues.ts";

/** By event: of the send of a delivery, where what it takes came in, came back or was delivered before; -1 for the unknown. */
export type Handovers = ReadonlyMap<number, readonly number[]>;

/**
 * Says on a path which delivery out of a queue or topic takes what.
 *
 * In:     a path's events.
 * Out:    per delivery, one event for each copy that it takes.
 * Says:   nothing.
 * Cost:   linear in events.
 * Source: as queuesOf, on one path.
 */
export const handoversOf = ({ order, list }: PathEvents): Handovers => {
  const course = list.map(({ occurrence }): CourseItem => ({ at: "occurrence", occurrence }));
  return runQueues(order.flow, { list: order.occurrences, course, sentBy: order.sentBy }).handovers;
};
