import type { Flow, Message } from "../flow/flow.ts";
import { messageKinds } from "../language/message-kinds.ts";
import { at } from "./at.ts";
import { branchCells } from "./branch-cells.ts";
import { laneContents } from "./lane-contents.ts";
import type { Occurrences } from "./occurrences.ts";
import { closed, type OpenList, opened, union } from "./open-list.ts";
import type { Queues } from "./queues.ts";

/**
 * Runs all queues and topics along the written course.
 *
 * In:   a flow and its occurrences; the copies that an earlier run saw taken.
 * Out:  see queuesOf; and the copies that this run saw taken.
 * Says: nothing.
 * Cost: linear in messages; each change also in the depth of fragments.
 */
export const runQueues = (
  flow: Flow,
  { list, course, sendOf }: Occurrences,
  takenLater?: ReadonlySet<number>,
): { readonly queues: Queues; readonly everTaken: ReadonlySet<number> } => {
  const contents = laneContents(flow, takenLater);
  const takes = flow.messages.map(() => -1);
  const settles = flow.messages.map(() => -1);
  /** By message out of a lane: the copy that it takes. */
  const copyTaken = new Map<number, number>();
  const merge = (_: OpenList, ends: readonly OpenList[]): OpenList => ends.reduce((a, b) => union(a, b));
  /** Deliveries that are not settled: of each lane, and of each lane and receiver. */
  const unsettled = branchCells<OpenList>(flow, { initial: undefined, merge, roundsHappen: true });
  const width = flow.participants.length + 1;
  const keysOf = ({ from, to }: Message): readonly number[] => [
    (from ?? 0) * (width + 1),
    (from ?? 0) * (width + 1) + (to ?? -1) + 2,
  ];
  const drawnLetters = new Set(flow.messages.map(({ from, to }) => `${from}>${to}`));

  const toDeadLetters = (lane: number, message: number): boolean => {
    const dead = at(flow.participants, lane).attributes["dead-letter"];
    if (dead === undefined || !contents.isLane(dead) || drawnLetters.has(`${lane}>${dead}`)) return false;
    contents.enter(dead, message);
    return true;
  };

  const enter = (lane: number, message: number): void => {
    const { capacity = Number.POSITIVE_INFINITY, overflow = "block" } = at(
      flow.participants,
      lane,
    ).attributes;
    const full = contents.count(lane) >= capacity;
    if (full && overflow === "dead-letter") toDeadLetters(lane, message);
    if (full && overflow === "drop-old") contents.dropOldest(lane);
    if (!full || overflow === "block" || overflow === "drop-old") contents.enter(lane, message);
  };

  /** The oldest delivery of a lane that is not settled: what it delivers again when nothing waits. */
  const again = (lane: number): number => {
    let rest = unsettled.get(lane * (width + 1));
    while (rest?.older !== undefined) rest = rest.older;
    return rest === undefined ? -1 : (copyTaken.get(rest.value) ?? -1);
  };

  const choose = (lane: number, { to, of, label }: Message): number => {
    const receiver = to ?? -1;
    if (of !== undefined) return contents.named(lane, receiver, copyTaken.has(of) ? at(takes, of) : of);
    const oldest = contents.oldest(lane, receiver, label?.text ?? "");
    return oldest >= 0 ? oldest : again(lane);
  };

  const deliver = (lane: number, messages: readonly Message[]): void => {
    let last = -1;
    for (const message of messages) {
      // One send of a queue to several receivers takes one message.
      const copy = last >= 0 && !contents.copies(lane) ? last : choose(lane, message);
      if (copy < 0) continue;
      if (copy !== last) contents.take(copy);
      last = copy;
      takes[message.index] = contents.messageOf(copy);
      copyTaken.set(message.index, copy);
      for (const key of keysOf(message)) unsettled.set(key, opened(unsettled.get(key), message.index));
    }
  };

  const settle = (lane: number, reply: Message): void => {
    const named = reply.of !== undefined && copyTaken.has(reply.of) ? at(flow.messages, reply.of) : undefined;
    const newest = unsettled.get(at(keysOf({ ...reply, from: lane, to: reply.from }), 1))?.value;
    const delivery = named?.from === lane ? named.index : newest;
    const copy = copyTaken.get(delivery ?? -1);
    if (delivery === undefined || copy === undefined) return;
    settles[reply.index] = delivery;
    for (const key of keysOf(at(flow.messages, delivery)))
      unsettled.set(key, closed(unsettled.get(key), delivery));
    if (reply.attributes.settle !== "nack") return;
    const { "max-receives": most = Number.POSITIVE_INFINITY } = at(flow.participants, lane).attributes;
    const spent = contents.receives(copy) >= most && toDeadLetters(lane, contents.messageOf(copy));
    if (!spent) contents.giveBack(copy);
  };

  const sentTogether = new Map<number, Message[]>();
  for (const message of flow.messages) {
    const send = at(sendOf, message.index);
    const together = sentTogether.get(send);
    if (together === undefined) sentTogether.set(send, [message]);
    else together.push(message);
  }
  for (const item of course) {
    contents.pass(item);
    unsettled.pass(item);
    if (item.at !== "occurrence") continue;
    const { index, kind, lifeline, message } = at(list, item.occurrence);
    if (message === undefined || !contents.isLane(lifeline)) continue;
    const { answers, waits } = messageKinds[at(flow.messages, message).kind];
    const settling = answers && !waits;
    if (kind === "send" && !settling) deliver(lifeline, sentTogether.get(index) ?? []);
    if (kind !== "receipt" && kind !== "duplicate") continue;
    if (settling) settle(lifeline, at(flow.messages, message));
    else enter(lifeline, message);
  }
  return { queues: { lanes: contents.lanes(), takes, settles }, everTaken: contents.everTaken };
};
