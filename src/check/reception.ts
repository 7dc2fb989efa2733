import type { Callback, Flow, Message } from "../flow/flow.ts";
import { messageKinds } from "../language/message-kinds.ts";
import { participantKinds } from "../language/participant-kinds.ts";
import type { Calls } from "../order/calls.ts";
import type { NamedExecutions } from "../order/named-executions.ts";
import type { Occurrences } from "../order/occurrences.ts";
import type { MonitorEvent } from "./monitor.ts";

/** What the way in which an arrival is received says by itself, without `await` or `on`. */
export interface Receptions {
  /** What the monitor sees when a message with an arrival of this callback is received in this occurrence. */
  readonly of: (
    callback: Callback,
    how: "resolves" | "rejects",
    message: Message,
    receipt: number,
  ) => MonitorEvent;
  /** An exchange whose way back is the arrival: its sender asked, and is blocked until then. */
  readonly isAnswered: (callback: Callback, message: Message) => boolean;
}

interface Given {
  readonly flow: Flow;
  readonly occurrences: Occurrences;
  readonly calls: Calls;
  readonly named: NamedExecutions;
  readonly owners: readonly ReadonlySet<number | null>[];
  readonly reactive: boolean;
  /** Callbacks whose failure has a handler of its own. */
  readonly rejectable: ReadonlySet<number>;
}

/**
 * Says which arrivals are handled by the way in which they arrive.
 *
 * In:     a flow and its order.
 * Out:    for an arrival, `settle` when it needs no more; else that it reached one who may take it, or one who may not.
 * Says:   nothing.
 * Cost:   linear in statements and their depth, then constant for each arrival.
 * Source: the definition of a handled callback: a reply to the blocked caller, a named execution that it starts, a person or
 *         an external system; in the reactive reading anything that its receiver does next in the same operand.
 */
export const receptionsOf = (given: Given): Receptions => {
  const { flow, occurrences, calls, named, owners, reactive, rejectable } = given;
  const starts = new Set(named.list.map(({ start }) => start));
  const goesOn = reactive ? continuations(occurrences) : () => false;
  const isOutside = (participant: number | null): boolean =>
    participant === null || participantKinds[flow.participants[participant]?.kind ?? "service"].outside;
  return {
    of: (callback, how, { index, to, kind }, receipt) => {
      const isReply = messageKinds[kind].answers && (calls.callOf[index] ?? -1) >= 0;
      const settles = isReply && calls.blocks[calls.callOf[index] ?? -1] === true;
      if (settles || isOutside(to) || starts.has(receipt) || goesOn(receipt)) return "settle";
      if (!owners[callback.index]?.has(to)) return "stray";
      return how === "rejects" && rejectable.has(callback.index) ? "reject" : "arrive";
    },
    isAnswered: (callback, { kind, from, to }) =>
      messageKinds[kind].waits &&
      messageKinds[kind].answers &&
      owners[callback.index]?.has(to) === false &&
      owners[callback.index]?.has(from) === true,
  };
};

/** Whether the lifeline of an occurrence does or sees something after it in the same operand. */
const continuations = ({ list }: Occurrences): ((occurrence: number) => boolean) => {
  const lastIn = new Map<string, number>();
  const keyOf = (within: Message["within"], lifeline: number): string => {
    const inner = within.at(-1);
    return `${inner === undefined ? "" : `${inner.fragment}/${inner.operand}`} ${lifeline}`;
  };
  for (const { index, lifeline, within } of list) {
    for (let depth = 0; depth <= within.length; depth++)
      lastIn.set(keyOf(within.slice(0, depth), lifeline), index);
  }
  return (occurrence) => {
    const { within, lifeline, message } = list[occurrence] ?? {
      within: [],
      lifeline: -1,
      message: undefined,
    };
    const last = list[lastIn.get(keyOf(within, lifeline)) ?? occurrence];
    return last !== undefined && last.index > occurrence && last.message !== message;
  };
};
