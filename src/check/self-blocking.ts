import type { OperandRef } from "../flow/flow.ts";
import { fragmentKinds } from "../language/fragment-kinds.ts";
import { messageKinds } from "../language/message-kinds.ts";
import { participantKinds } from "../language/participant-kinds.ts";
import type { Occurrence } from "../order/occurrence.ts";
import type { Facts } from "./facts.ts";

/**
 * Finds the messages that cannot be sent until a wait is over.
 *
 * In:     the facts of a flow; the occurrence of an `await`; the index of the last occurrence to look at.
 * Out:    messages whose send is caused by something that the waiting participant does after the wait, on every path that
 *         holds both: what happens in an operand causes nothing outside it, and a re-entrant participant still replies.
 * Says:   nothing.
 * Cost:   linear in the occurrences between the two.
 * Source: happened-before (Lamport, 1978) along lifelines, messages and queued messages.
 */
export const sentOnlyAfter = (facts: Facts, wait: Occurrence, last: number): ReadonlySet<number> => {
  const { flow, occurrences, queues, places } = facts;
  const messages = new Set<number>();
  const lifelines = new Set<number>([wait.lifeline]);
  const restore: { readonly ref: OperandRef; readonly known: ReadonlySet<number> }[] = [];
  const { kind = "service", attributes } = flow.participants[wait.lifeline] ?? {};
  const reentrant = attributes?.reentrant ?? participantKinds[kind].reentrant;
  const around = new Map(wait.within.map(({ fragment, operand }) => [fragment, operand]));
  let elsewhere: number | undefined;

  const forget = (known: ReadonlySet<number>): void => {
    for (const lifeline of lifelines) if (!known.has(lifeline)) lifelines.delete(lifeline);
  };
  const enterOperand = (ref: OperandRef): void => {
    if (around.has(ref.fragment)) {
      elsewhere = around.get(ref.fragment) === ref.operand ? undefined : ref.fragment;
      return;
    }
    const open = restore.at(-1);
    if (open?.ref.fragment === ref.fragment) forget(open.known);
    else restore.push({ ref, known: new Set(lifelines) });
  };
  const leaveFragment = (fragment: number): void => {
    if (elsewhere === fragment) elsewhere = undefined;
    const open = restore.at(-1);
    if (open?.ref.fragment !== fragment) return;
    restore.pop();
    const known = flow.fragments[fragment];
    if (known === undefined || fragmentKinds[known.kind].flow !== "sequence") forget(open.known);
  };
  const happen = ({ kind, lifeline, message }: Occurrence): void => {
    if (message === undefined) return;
    const sent = flow.messages[message];
    if (kind === "send" && sent !== undefined) {
      const replies =
        lifeline === wait.lifeline &&
        reentrant &&
        messageKinds[sent.kind].answers &&
        !messageKinds[sent.kind].waits;
      const taken = queues.takes[message] ?? -1;
      const isChannel = participantKinds[flow.participants[lifeline]?.kind ?? "service"].channel;
      const caused = isChannel ? messages.has(taken) : lifelines.has(lifeline) && !replies;
      if (caused) for (const index of facts.sentWith(message)) messages.add(index);
    } else if (kind === "receipt" && messages.has(message)) lifelines.add(lifeline);
  };

  const { course, list } = occurrences;
  for (let position = (places[wait.index] ?? 0) + 1; position < course.length; position++) {
    const item = course[position];
    if (item?.at === "occurrence") {
      if (item.occurrence > last) break;
      const occurrence = list[item.occurrence];
      if (elsewhere === undefined && occurrence !== undefined) happen(occurrence);
    } else if (item?.at === "operand") enterOperand({ fragment: item.fragment, operand: item.operand });
    else if (item?.at === "leave") leaveFragment(item.fragment);
  }
  return messages;
};
