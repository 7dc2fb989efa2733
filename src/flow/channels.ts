import type { MessageKind } from "../language/message-kinds.ts";
import type { Flow, Message, Participant } from "./flow.ts";

/** How two participants are joined. `route`: where a queue's messages go that were received too often. */
export type ChannelKind = "call" | "async" | "reply" | "association" | "route";

/** All messages of one kind from one participant to another: an edge of the map. */
export interface Channel {
  readonly kind: ChannelKind;
  /** Indices of participants; null is outside. */
  readonly from: number | null;
  readonly to: number | null;
  /** In written order; empty for a route that only an attribute names. */
  readonly messages: readonly Message[];
}

const kindOf: Readonly<Record<MessageKind, ChannelKind>> = {
  call: "call",
  exchange: "call",
  send: "async",
  reply: "reply",
  association: "association",
};

/**
 * Gathers a flow's messages into channels.
 *
 * In:     any flow.
 * Out:    one channel for each kind of message from one participant to another, in order of their first messages, routes to
 *         dead-letter queues after them. A reply goes back along the channel that it answers and has none of its own, unless
 *         nothing ever comes the other way. Messages to oneself are no channel. What a queue sends to its dead-letter queue
 *         belongs to the route there.
 * Cost:   linear in messages.
 */
export const channelsOf = (flow: Flow): readonly Channel[] => {
  const channels = new Map<string, Channel & { readonly messages: Message[] }>();
  const channel = (kind: ChannelKind, from: number | null, to: number | null): Message[] => {
    const key = `${kind} ${from} ${to}`;
    const found = channels.get(key) ?? { kind, from, to, messages: [] };
    channels.set(key, found);
    return found.messages;
  };
  const asked = new Set(
    flow.messages.filter(({ kind }) => kindOf[kind] !== "reply").map(({ from, to }) => `${from} ${to}`),
  );
  for (const message of flow.messages) {
    const { from, to } = message;
    const kind = kindOf[message.kind];
    if (from === to || (kind === "reply" && asked.has(`${to} ${from}`))) continue;
    const isRoute = from !== null && to !== null && deadLetters(flow, from) === to;
    const isTurned = kind === "association" && from !== null && to !== null && from > to;
    const ends = isTurned ? ([to, from] as const) : ([from, to] as const);
    channel(isRoute ? "route" : kind, ...ends).push(message);
  }
  for (const { index } of flow.participants) {
    const dead = deadLetters(flow, index);
    if (dead !== undefined && dead !== index) channel("route", index, dead);
  }
  return [...channels.values()];
};

const deadLetters = (flow: Flow, index: number): number | undefined =>
  (flow.participants[index] as Participant).attributes["dead-letter"];
