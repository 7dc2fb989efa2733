import { at } from "./at.ts";
import { occurrenceKinds } from "./occurrence.ts";
import type { Order } from "./order.ts";
import type { PathEvents, WalkItem } from "./path-events.ts";

/** A `par` that is being walked: where lifelines stood before it, and where its operands have left them. */
interface Fork {
  readonly starts: Map<number, number>;
  readonly ends: Map<number, number[]>;
  readonly touched: Set<number>;
  /** The pause of everyone before it. */
  readonly pause: number;
}

/**
 * Says what comes before what on each lifeline of a path, as written.
 *
 * In:     an order; the path's items; which event causes which, and which calls are answered.
 * Out:    see PathEvents. Operands of a `par` all begin where it begins, and what follows comes after all of them. After a
 *         call without a reply, what the caller meets next comes after the receiver's last own deed before it, at least after
 *         the call's receipt.
 * Says:   nothing.
 * Cost:   linear in events, and per operand of a `par` in the lifelines that it touches.
 * Source: CHECKS section 2.2: weak sequencing; LANGUAGE section 5, "Unanswered calls".
 */
export const lifelineOrder = (
  order: Order,
  items: readonly WalkItem[],
  { cause, replyOf }: Pick<PathEvents, "cause" | "replyOf">,
): Pick<PathEvents, "previous" | "joins" | "returns" | "sequence" | "pauses" | "pausedBy"> => {
  const { flow, occurrences, calls } = order;
  const events = cause.length;
  const previous = cause.map(() => -1);
  const joins: number[][] = [];
  const returns: number[] = [];
  const sequence: number[] = [];
  const last = flow.participants.map(() => -1);
  const lastDeed = flow.participants.map(() => -1);
  const waited = new Set<number>();
  const waiting = new Set<number>();
  /** By lifeline: the receipt of its call that no reply will answer, and the lifeline that works on it. */
  const returning = new Map<number, { readonly receipt: number; readonly callee: number }>();
  const forks: Fork[] = [];
  const pauses: { readonly event: number; readonly after: readonly number[] }[] = [];
  const pausedBy = cause.map(() => -1);
  let pause = -1;

  const join = (parts: readonly number[], returned = -1): number => {
    const node = events + joins.push([...parts]) - 1;
    returns.push(returned);
    sequence.push(node);
    return node;
  };
  const nodeOf = (lifeline: number): number => {
    for (const { touched, starts } of forks) {
      if (touched.has(lifeline)) continue;
      touched.add(lifeline);
      const before = at(last, lifeline);
      const start = starts.get(lifeline) ?? (before < 0 ? -1 : join([before]));
      starts.set(lifeline, start);
      last[lifeline] = start;
    }
    return at(last, lifeline);
  };
  /** Where a lifeline has got to, without what it still waits for. */
  const begun = (node: number): number => {
    let each = node;
    while (waiting.has(each)) each = at(previous, each);
    return each;
  };
  const comeBack = (lifeline: number): void => {
    const call = returning.get(lifeline);
    if (call === undefined) return;
    returning.delete(lifeline);
    const before = nodeOf(lifeline);
    last[lifeline] = join([before], Math.max(call.receipt, at(lastDeed, call.callee)));
  };
  const endOperand = (fork: Fork): void => {
    for (const lifeline of fork.touched) {
      comeBack(lifeline);
      const ends = fork.ends.get(lifeline) ?? [];
      ends.push(at(last, lifeline));
      fork.ends.set(lifeline, ends);
      last[lifeline] = fork.starts.get(lifeline) ?? -1;
    }
    fork.touched.clear();
    pause = fork.pause;
  };

  for (const item of items) {
    const fork = forks.at(-1);
    if (item === "enter") {
      for (const lifeline of [...returning.keys()]) comeBack(lifeline);
      forks.push({ starts: new Map(), ends: new Map(), touched: new Set(), pause });
    }
    if (item === "operand" && fork !== undefined) endOperand(fork);
    else if (item === "leave" && fork !== undefined) {
      endOperand(fork);
      forks.pop();
      for (const [lifeline, ends] of fork.ends) {
        nodeOf(lifeline);
        const parts = ends.filter((end) => end >= 0);
        last[lifeline] = parts.length > 1 ? join(parts) : (parts[0] ?? -1);
      }
    } else if (typeof item !== "string") {
      const { kind, lifeline, message } = at(occurrences, item.occurrence);
      pausedBy[item.index] = pause;
      if (lifeline < 0) {
        sequence.push(item.index);
        if (kind === "wait") {
          pauses.push({ event: item.index, after: last.map(begun).filter((node) => node >= 0) });
          pause = item.index;
        }
        continue;
      }
      comeBack(lifeline);
      previous[item.index] = nodeOf(lifeline);
      last[lifeline] = item.index;
      sequence.push(item.index);
      // What a receiver does after waiting for something else is no longer the call's business.
      if (occurrenceKinds[kind].waits) {
        waited.add(lifeline);
        waiting.add(item.index);
      }
      if (kind === "receipt" && message !== undefined && calls.blocks[message]) waited.delete(lifeline);
      if (occurrenceKinds[kind].controlled && !waited.has(lifeline)) lastDeed[lifeline] = item.index;
      const send = at(cause, item.index);
      const caller = send < 0 || message === undefined ? null : at(flow.messages, message).from;
      if (
        kind === "receipt" &&
        message !== undefined &&
        calls.blocks[message] &&
        caller !== null &&
        replyOf[send] === -1
      )
        returning.set(caller, { receipt: item.index, callee: lifeline });
    }
  }
  return { previous, joins, returns, sequence, pauses, pausedBy };
};
