import type { Message } from "../flow/flow.ts";
import { messageKinds } from "../language/message-kinds.ts";
import { participantKinds } from "../language/participant-kinds.ts";
import { at } from "./at.ts";
import type { Handovers } from "./handovers.ts";
import type { Order } from "./order.ts";
import type { PathEvents } from "./path-events.ts";

/**
 * Which order channels are taken to keep: none; that of messages with the same key; that of each pair of sender and
 * receiver; that of each receiver over all senders; or, of each channel, the one that the text declares.
 */
export type ChannelOrder = "bag" | "key" | "fifo" | "mailbox" | "declared";

/** Two events of one thing that passes an ordered channel: what enters first leaves first. */
export interface Passage {
  readonly channel: string;
  readonly enters: number;
  readonly leaves: number;
}

/**
 * Lists what passes ordered channels on a path.
 *
 * In:     a path's events, what queues hand over on it, the order to assume.
 * Out:    for asynchronous messages a passage from send to receipt; for deliveries out of a queue or topic one from where the
 *         message came in to where it goes out. `declared`: direct messages keep the order of their pair; a queue or topic
 *         with `order: fifo` that of messages with one key, and, if it has one consumer, of those without.
 * Says:   nothing.
 * Cost:   linear in events.
 * Source: CHECKS sections 2.1 and 2.3 (C4); Chevrou et al., On the diversity of asynchronous communication, 2016.
 */
export const passagesOf = (
  events: PathEvents,
  handovers: Handovers,
  assumed: ChannelOrder,
): readonly Passage[] => {
  const { order, list, cause } = events;
  const { flow, occurrences } = order;
  const messageAt = (event: number): number => at(occurrences, at(list, event).occurrence).message ?? -1;
  const passages: Passage[] = [];
  const add = (from: number, line: Line, enters: number, leaves: number): void => {
    const policy = assumed === "declared" ? declared(order, from, line.key) : assumed;
    const keyed = line.key === undefined ? undefined : `${line.pair}#${line.key}`;
    const channel = { bag: undefined, key: keyed, fifo: line.pair, mailbox: line.receiver }[policy];
    if (enters >= 0 && channel !== undefined) passages.push({ channel, enters, leaves });
  };
  for (const { index, occurrence } of list) {
    const { kind } = at(occurrences, occurrence);
    const message = flow.messages[messageAt(index)];
    if (message === undefined || (kind !== "receipt" && kind !== "send")) continue;
    const { to } = message;
    const from = message.from ?? -1;
    const send = kind === "send" ? index : at(cause, index);
    const [handed = -1] = handovers.get(send) ?? [];
    const taken = flow.messages[handed < 0 ? -1 : messageAt(handed)];
    // A delivery has the key of what it takes; what is given back or delivered again has lost its place.
    const key = message.attributes.key ?? taken?.attributes.key;
    if (kind === "receipt" && messageKinds[message.kind].slants)
      add(from, { pair: `${from}>${to}`, receiver: `>${to}`, key }, send, index);
    if (kind === "receipt" || !isChannel(order, from)) continue;
    if (taken === undefined || taken.to !== from || isSettling(taken)) continue;
    const receivers = copies(order, from)
      ? order.sentBy(occurrence).map((each) => at(flow.messages, each).to)
      : [""];
    for (const receiver of receivers) {
      const line = `${from} to ${receiver}`;
      add(from, { pair: line, receiver: line, key }, handed, index);
    }
  }
  return passages;
};

/** The names of the lines that something may stand in: of its pair, of its receiver; and its key. */
interface Line {
  readonly pair: string;
  readonly receiver: string;
  readonly key: string | undefined;
}

/**
 * Whether a lifeline passes messages on and does nothing of its own.
 *
 * In: an order, a lifeline. Out: true or false; false for the outside. Says: nothing. Cost: constant.
 * Source: CHECKS section 2.1.
 */
export const isChannel = ({ flow }: Pick<Order, "flow">, lifeline: number): boolean =>
  lifeline >= 0 && participantKinds[at(flow.participants, lifeline).kind].channel;

const copies = ({ flow }: Order, lane: number): boolean =>
  participantKinds[at(flow.participants, lane).kind].copies;

const isSettling = ({ kind }: Message): boolean => messageKinds[kind].answers && !messageKinds[kind].waits;

/** What the text says of the channel out of a lifeline. */
const declared = (order: Order, from: number, key: string | undefined): "bag" | "key" | "fifo" => {
  if (!isChannel(order, from)) return "fifo";
  const { order: kept, consumers } = at(order.flow.participants, from).attributes;
  if (kept !== "fifo") return "bag";
  return key !== undefined || (consumers?.high ?? 1) > 1 ? "key" : "fifo";
};
