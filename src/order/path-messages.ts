import { at } from "./at.ts";
import type { Occurrence } from "./occurrence.ts";
import type { Order } from "./order.ts";

/** Which messages a path has sent and received so far. */
export interface PathMessages {
  /** Whether an occurrence happens on this path, and notes it: a receipt needs a send that was not received yet. */
  readonly happens: (occurrence: Occurrence) => boolean;
  readonly received: (message: number) => boolean;
}

/**
 * Keeps count of a path's messages.
 *
 * In: an order. Out: nothing is sent yet. Says: nothing. Cost: constant per occurrence.
 * Source: LANGUAGE section 9.
 */
export const pathMessages = ({ sendOf }: Order): PathMessages => {
  const sent = new Map<number, number>();
  const received = new Map<number, number>();
  const count = (map: Map<number, number>, key: number): void => {
    map.set(key, (map.get(key) ?? 0) + 1);
  };
  return {
    received: (message) => received.has(message),
    happens: ({ kind, index, message }) => {
      if (kind === "send") count(sent, index);
      if (message === undefined || kind === "send") return true;
      if (kind !== "receipt") return received.has(message);
      const send = at(sendOf, message);
      if (send >= 0 && (sent.get(send) ?? 0) <= (received.get(message) ?? 0)) return false;
      count(received, message);
      return true;
    },
  };
};
