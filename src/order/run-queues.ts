import type { Flow, Message } from "../flow/flow.ts";
import { messageKinds } from "../language/message-kinds.ts";
import { addTo } from "./add-to.ts";
import { at } from "./at.ts";
import { branchCells } from "./branch-cells.ts";
import { laneContents } from "./lane-contents.ts";
import type { Occurrences } from "./occurrences.ts";
import { closed, type OpenList, opened, union } from "./open-list.ts";
import type { Queues } from "./queues.ts";
import { type Stay, stayRecorder } from "./stays.ts";

export interface QueueRun {
  readonly queues: Queues;
  /** The copies that were taken. */
  readonly everTaken: ReadonlySet<number>;
  /** Deliveries by their place in the course, and where what each takes came in, came back or was delivered before. */
  readonly handovers: ReadonlyMap<number, readonly number[]>;
  readonly stays: readonly Stay[];
}

/**
 * Runs all queues and topics along the written course.
 *
 * In:   a flow and its occurrences; the copies that an earlier run saw taken.
 * Out:  see queuesOf; the copies that this run saw taken, and from where to where.
 * Says: nothing.
 * Cost: linear in messages; each change also in the depth of fragments.
 * Source: LANGUAGE section 10.
 */
export const runQueues = (
  flow: Flow,
  { list, course, sentBy }: Pick<Occurrences, "list" | "course" | "sentBy">,
  takenLater?: ReadonlySet<number>,
): QueueRun => {
  const contents = laneContents(flow, takenLater);
  const takes = flow.messages.map(() => -1);
  const settles = flow.messages.map(() => -1);
  const deliveries: { readonly message: Message; readonly copy: number }[] = [];
  /** By message out of a lane: its last delivery. */
  const deliveryOf = new Map<number, number>();
  const handovers = new Map<number, number[]>();
  const stays = stayRecorder();
  let place = -1;
  const merge = (_: OpenList, ends: readonly OpenList[]): OpenList => ends.reduce((a, b) => union(a, b));
  /** Deliveries that are not settled: of each lane, and of each lane and receiver. */
  const unsettled = branchCells<OpenList>(flow, { initial: undefined, merge, roundsHappen: true });
  const width = flow.participants.length + 1;
  const keysOf = ({ from, to }: Message): readonly number[] => [
    (from ?? 0) * (width + 1),
    (from ?? 0) * (width + 1) + (to ?? -1) + 2,
  ];
  const drawnLetters = new Set(flow.messages.map(({ from, to }) => `${from}>${to}`));

  const comeIn = (lane: number, message: number): void => {
    stays.begin(lane, message, contents.enter(lane, message), place);
  };

  const toDeadLetters = (lane: number, message: number): boolean => {
    const dead = at(flow.participants, lane).attributes["dead-letter"];
    if (dead === undefined || !contents.isLane(dead) || drawnLetters.has(`${lane}>${dead}`)) return false;
    comeIn(dead, message);
    return true;
  };

  const enter = (lane: number, message: number): void => {
    const { capacity = Number.POSITIVE_INFINITY, overflow = "block" } = at(
      flow.participants,
      lane,
    ).attributes;
    const full = contents.count(lane) >= capacity;
    if (full && overflow === "dead-letter") toDeadLetters(lane, message);
    if (full && overflow === "drop-old") for (const copy of contents.dropOldest(lane)) stays.end(copy, place);
    if (!full || overflow === "block" || overflow === "drop-old") comeIn(lane, message);
  };

  /** The oldest delivery of a lane that is not settled: what it delivers again when nothing waits. */
  const again = (lane: number): number => {
    let rest = unsettled.get(lane * (width + 1));
    while (rest?.older !== undefined) rest = rest.older;
    return rest === undefined ? -1 : at(deliveries, rest.value).copy;
  };

  const choose = (lane: number, { to, of, label }: Message): number => {
    const receiver = to ?? -1;
    if (of !== undefined) return contents.named(lane, receiver, deliveryOf.has(of) ? at(takes, of) : of);
    const oldest = contents.oldest(lane, receiver, label?.text ?? "");
    return oldest >= 0 ? oldest : again(lane);
  };

  const deliver = (lane: number, messages: readonly Message[]): void => {
    let last = -1;
    for (const message of messages) {
      // One send of a queue to several receivers takes one message.
      const copy = last >= 0 && !contents.copies(lane) ? last : choose(lane, message);
      if (copy < 0) continue;
      if (copy !== last) {
        contents.take(copy);
        addTo(handovers, place, stays.end(copy, place));
      }
      last = copy;
      takes[message.index] = contents.messageOf(copy);
      const delivery = deliveries.push({ message, copy }) - 1;
      deliveryOf.set(message.index, delivery);
      for (const key of keysOf(message)) unsettled.set(key, opened(unsettled.get(key), delivery));
    }
  };

  const settle = (lane: number, reply: Message): void => {
    const named = deliveryOf.get(reply.of ?? -1);
    const isMine = named !== undefined && at(deliveries, named).message.from === lane;
    const [, mine = 0] = keysOf({ ...reply, from: lane, to: reply.from });
    const delivery = isMine ? named : unsettled.get(mine)?.value;
    if (delivery === undefined) return;
    const { message, copy } = at(deliveries, delivery);
    settles[reply.index] = message.index;
    for (const key of keysOf(message)) unsettled.set(key, closed(unsettled.get(key), delivery));
    if (reply.attributes.settle !== "nack") return;
    const { "max-receives": most = Number.POSITIVE_INFINITY } = at(flow.participants, lane).attributes;
    const spent = contents.receives(copy) >= most && toDeadLetters(lane, contents.messageOf(copy));
    if (spent) return;
    contents.giveBack(copy);
    stays.begin(lane, contents.messageOf(copy), [copy], place);
  };

  for (const item of course) {
    contents.pass(item);
    unsettled.pass(item);
    if (item.at !== "occurrence") continue;
    place++;
    const { index, kind, lifeline, message } = at(list, item.occurrence);
    if (message === undefined || !contents.isLane(lifeline)) continue;
    const { answers, waits } = messageKinds[at(flow.messages, message).kind];
    const settling = answers && !waits;
    if (kind === "send" && !settling)
      deliver(
        lifeline,
        sentBy(index).map((each) => at(flow.messages, each)),
      );
    if (kind !== "receipt" && kind !== "duplicate") continue;
    if (settling) settle(lifeline, at(flow.messages, message));
    else enter(lifeline, message);
  }
  return {
    queues: { lanes: contents.lanes(), takes, settles },
    everTaken: contents.everTaken,
    handovers,
    stays: stays.list,
  };
};
