import { messageKinds } from "../language/message-kinds.ts";
import { addTo } from "./add-to.ts";
import { at } from "./at.ts";
import { lifelineOrder } from "./lifeline-order.ts";
import type { Order } from "./order.ts";
import { defaultBounds, type Path, type PathBounds } from "./path.ts";
import { walkPath } from "./walk-path.ts";

/** An occurrence on a path; in a loop, one per round. */
export interface PathEvent {
  /** Its place in written order, from 0. */
  readonly index: number;
  readonly occurrence: number;
  /** The round in each loop or retry around it, outermost first. */
  readonly rounds: readonly number[];
  /** An await that gives up, because a callback comes too late. */
  readonly gaveUp: boolean;
}

/** What happens on one path. -1 stands for "none". Numbers from `list.length` on stand for joins. */
export interface PathEvents {
  readonly order: Order;
  readonly path: Path;
  /** In written order, round after round. */
  readonly list: readonly PathEvent[];
  /** By event: the event or join just before it on its lifeline, as written; operands of a `par` stand side by side. */
  readonly previous: readonly number[];
  /** Join `list.length + k`: the events and joins of its lifeline that it comes after. */
  readonly joins: readonly (readonly number[])[];
  /** By join: the event of another lifeline that it comes after too, with which a call has returned; else -1. */
  readonly returns: readonly number[];
  /** Events and joins in the order in which they are written. */
  readonly sequence: readonly number[];
  /** Waits of everyone: the events and joins that come before them, one for each lifeline. They order nothing but times. */
  readonly pauses: readonly { readonly event: number; readonly after: readonly number[] }[];
  /** By event: the wait of everyone before it. */
  readonly pausedBy: readonly number[];
  /** By event: of a receipt the send, of an answer the receipt, of a received answer the answer. */
  readonly cause: readonly number[];
  /** By event: of the send of a reply, the send of the call that it answers. */
  readonly callOf: readonly number[];
  /** By event: of the send of a blocking call, the receipt of its reply. */
  readonly replyOf: readonly number[];
}

/** What a walk met: an occurrence, or a border of operands side by side. */
export type WalkItem = PathEvent | "enter" | "operand" | "leave";

/**
 * Lists what happens on a path.
 *
 * In:     an order, a path of it, and the bounds that the path was found with.
 * Out:    the path's events, the order of each lifeline as written, and which event belongs to which. A receipt belongs to
 *         the oldest send of its message that is not received; a reply answers the newest open call of its pair, or the
 *         newest one that `of` names. The lifeline of a caller whose call has no reply on this path goes on after what the
 *         receiver does before it.
 * Says:   nothing.
 * Cost:   linear in the path's events; par also in the lifelines that its operands touch.
 * Source: CHECKS sections 2.2 and 2.3; LANGUAGE sections 5, 7 and 9.
 */
export const eventsOf = (order: Order, path: Path, bounds: PathBounds = defaultBounds): PathEvents => {
  const items = replay(order, path, bounds);
  const list = items.filter((item) => typeof item !== "string");
  const cause = causesOf(order, list);
  const { callOf, replyOf } = answersOf(order, list, cause);
  return { order, path, list, cause, callOf, replyOf, ...lifelineOrder(order, items, { cause, replyOf }) };
};

const replay = (order: Order, path: Path, bounds: PathBounds): readonly WalkItem[] => {
  const items: WalkItem[] = [];
  let events = 0;
  const keyOf = (fragment: number, callback: number, rounds: readonly number[]) =>
    `${fragment} ${callback} ${rounds}`;
  const decided = new Map(
    path.decisions.map(({ fragment, callback, rounds, operands }) => [
      keyOf(fragment, callback, rounds),
      `${operands}`,
    ]),
  );
  walkPath(order, bounds, {
    decide: ({ fragment, callback, rounds }, courses) => {
      const wanted = decided.get(keyOf(fragment, callback, rounds));
      return Math.max(
        0,
        courses.findIndex((course) => `${course}` === wanted),
      );
    },
    happen: (occurrence, rounds, gaveUp) => void items.push({ index: events++, occurrence, rounds, gaveUp }),
    beside: (border) => void items.push(border),
  });
  return items;
};

const causesOf = (order: Order, list: readonly PathEvent[]): readonly number[] => {
  const flying = new Map<number, number[]>();
  const newest = new Map<string, number>();
  return list.map(({ index, occurrence }) => {
    const { kind, message } = at(order.occurrences, occurrence);
    if (message === undefined) return -1;
    newest.set(`${kind} ${message}`, index);
    if (kind === "send") for (const each of order.sentBy(occurrence)) addTo(flying, each, index);
    if (kind === "receipt") {
      const send = flying.get(message)?.shift() ?? -1;
      newest.set(`sent ${message}`, send);
      return send;
    }
    if (kind === "duplicate") return newest.get(`sent ${message}`) ?? -1;
    if (kind === "answer") return newest.get(`receipt ${message}`) ?? -1;
    return kind === "answered" ? (newest.get(`answer ${message}`) ?? -1) : -1;
  });
};

const answersOf = (
  order: Order,
  list: readonly PathEvent[],
  cause: readonly number[],
): Pick<PathEvents, "callOf" | "replyOf"> => {
  const { flow, calls } = order;
  const callOf = list.map(() => -1);
  const replyOf = list.map(() => -1);
  const open = new Map<string, number[]>();
  const newest = new Map<number, number>();
  for (const { index, occurrence } of list) {
    const { kind, message } = at(order.occurrences, occurrence);
    if (message === undefined) continue;
    const { kind: word, from, to, of } = at(flow.messages, message);
    const { waits, answers } = messageKinds[word];
    if (kind === "send" && waits && !answers) {
      addTo(open, `${from}>${to}`, index);
      newest.set(message, index);
    } else if (kind === "send" && answers && !waits) {
      const calling = open.get(`${to}>${from}`) ?? [];
      const named = of !== undefined && at(flow.messages, of).from === to ? newest.get(of) : undefined;
      const call = of === undefined ? calling.pop() : named;
      if (of !== undefined && call !== undefined) remove(calling, call);
      callOf[index] = call ?? -1;
    } else if (kind === "receipt" && answers && !waits) {
      const call = callOf[at(cause, index)] ?? -1;
      if (call >= 0 && calls.blocks[at(order.occurrences, at(list, call).occurrence).message ?? -1])
        replyOf[call] = index;
    } else if (kind === "answered" && calls.blocks[message])
      replyOf[at(cause, at(cause, at(cause, index)))] = index;
  }
  return { callOf, replyOf };
};

const remove = (list: number[], value: number): void => {
  const place = list.lastIndexOf(value);
  if (place >= 0) list.splice(place, 1);
};
