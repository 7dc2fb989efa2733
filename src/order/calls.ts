import type { Flow } from "../flow/flow.ts";
import { messageKinds } from "../language/message-kinds.ts";
import { addAt, emptyLists } from "./add-to.ts";
import { at } from "./at.ts";
import { branchCells } from "./branch-cells.ts";
import type { Occurrences } from "./occurrences.ts";
import { closed, type OpenList, opened, union } from "./open-list.ts";

/** Which reply answers which call. */
export interface Calls {
  /** By message: of a reply, the call that it answers; -1 for other messages and for replies that answer none. */
  readonly callOf: readonly number[];
  /** By message: the replies that answer it, in written order: several when sibling operands each have one. */
  readonly repliesOf: readonly (readonly number[])[];
  /** By message: its sender is blocked from the send until the reply. */
  readonly blocks: readonly boolean[];
}

/**
 * Pairs replies with calls.
 *
 * In:     a flow and its occurrences.
 * Out:    each reply with the newest call of its pair that is open where it stands, or with the one that `of` names. After a
 *         choice a call is open when an operand left it open; a call answered before a choice is open in none of its operands.
 * Says:   nothing: replies without a call are a check's business.
 * Cost:   linear in messages; each open or closed call also in the fragments around it.
 * Source: LANGUAGE section 5; synchronous calls and replies, UML 2.5.1, section 17.4.
 */
export const callsOf = (flow: Flow, { list, course }: Occurrences): Calls => {
  const callOf = flow.messages.map(() => -1);
  const repliesOf = emptyLists<number>(flow.messages.length);
  const open = branchCells<OpenList>(flow, {
    initial: undefined,
    merge: (_, ends) => ends.reduce((a, b) => union(a, b)),
  });
  const pair = (caller: number | null, callee: number | null): number =>
    ((caller ?? -1) + 1) * (flow.participants.length + 1) + (callee ?? -1) + 1;

  // A call from outside has no send and a reply to outside no receipt: take whichever end comes first.
  const seen = new Set<number>();
  for (const item of course) {
    open.pass(item);
    if (item.at !== "occurrence") continue;
    const { message: index, kind } = at(list, item.occurrence);
    if (index === undefined || seen.has(index) || (kind !== "send" && kind !== "receipt")) continue;
    seen.add(index);
    const message = at(flow.messages, index);
    const { waits, answers } = messageKinds[message.kind];
    if (waits === answers) continue;
    if (waits) {
      const key = pair(message.from, message.to);
      open.set(key, opened(open.get(key), index));
      continue;
    }
    const key = pair(message.to, message.from);
    const call = message.of ?? open.get(key)?.value;
    if (call === undefined || !answerable(flow, call, message.to)) continue;
    callOf[index] = call;
    addAt(repliesOf, call, index);
    open.set(key, closed(open.get(key), call));
  }
  return { callOf, repliesOf, blocks: flow.messages.map((_, index) => blocks(flow, index)) };
};

/** A call that waits for a reply to this lifeline. */
const answerable = (flow: Flow, call: number, caller: number | null): boolean => {
  const { kind, from } = at(flow.messages, call);
  return messageKinds[kind].waits && !messageKinds[kind].answers && from === caller;
};

/** In D2 mode an arrow is an arrow; a call to oneself is not waited for. */
const blocks = ({ mode, messages }: Flow, index: number): boolean => {
  const { kind, from, to } = at(messages, index);
  return mode === "slant" && messageKinds[kind].waits && from !== null && from !== to;
};
