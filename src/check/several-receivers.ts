import type { Callback, Flow, Message } from "../flow/flow.ts";
import { fragmentKinds } from "../language/fragment-kinds.ts";
import { groupBy } from "./group-by.ts";

/**
 * Receivers that are asked for one callback on the same path, and so owe an arrival each.
 *
 * In:     a flow and a callback.
 * Out:    indices of participants; empty where one arrival is enough.
 * Says:   nothing.
 * Cost:   linear in the asking messages and their depth; quadratic in those of parallel operands.
 * Source: LANGUAGE section 6.
 */
export const receiversApart = ({ messages, fragments }: Flow, { asked }: Callback): readonly number[] => {
  const asking = asked.flatMap(({ message }) => messages[message] ?? []);
  const isParallel = (fragment: number): boolean => {
    const kind = fragments[fragment]?.kind;
    return kind !== undefined && fragmentKinds[kind].flow === "parallel";
  };
  const together = (a: Message, b: Message): boolean => {
    if (a.send === b.send) return true;
    const fork = a.within.findIndex(
      (ref, at) => ref.operand !== b.within[at]?.operand || ref.fragment !== b.within[at]?.fragment,
    );
    const [left, right] = [a.within[fork], b.within[fork]];
    return left !== undefined && left.fragment === right?.fragment && isParallel(left.fragment);
  };
  const apart = asking.some((a, index) =>
    asking.slice(index + 1, index + 1 + most).some((b) => a.to !== b.to && together(a, b)),
  );
  return apart ? [...new Set(asking.flatMap(({ to }) => to ?? []))] : [];
};

/** Asking messages that are compared with each one: those that are written further apart stand in operands of a choice. */
const most = 16;

/**
 * For which of several receivers a message brings the callback.
 *
 * In:   a flow, a callback, the receivers that owe it.
 * Out:  by message: the receiver that sends it itself; of a message from somebody else, the receivers from which messages lead
 *       there and that send none themselves; all of them where that tells nothing.
 * Says: nothing.
 * Cost: linear in messages for each receiver.
 */
export const answersFor = (
  { messages }: Flow,
  { arrivals }: Callback,
  receivers: readonly number[],
): ((message: number | undefined) => readonly number[]) => {
  const bring = new Set(arrivals.map(({ message }) => message));
  const direct = new Set(arrivals.map(({ message }) => messages[message]?.from ?? -1));
  const silent = receivers.filter((receiver) => !direct.has(receiver));
  const next = groupBy(messages, ({ from }) => from ?? -1);
  const reach = new Map(silent.map((receiver) => [receiver, reachedFrom(receiver, next)]));
  return (message) => {
    if (message === undefined || !bring.has(message)) return receivers;
    const from = messages[message]?.from ?? -1;
    if (receivers.includes(from)) return [from];
    const behind = silent.filter((receiver) => reach.get(receiver)?.has(from));
    return behind.length > 0 ? behind : silent.length > 0 ? silent : receivers;
  };
};

const reachedFrom = (start: number, next: ReadonlyMap<number, readonly Message[]>): ReadonlySet<number> => {
  const reached = new Set([start]);
  for (const participant of reached)
    for (const { to } of next.get(participant) ?? []) if (to !== null) reached.add(to);
  return reached;
};
