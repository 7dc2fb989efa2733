import type { Flow } from "../flow/flow.ts";
import { messageKinds } from "../language/message-kinds.ts";
import { participantKinds } from "../language/participant-kinds.ts";
import { at } from "./at.ts";
import { awaitsOf, awaitsWithoutEnd, slotOf } from "./awaited.ts";
import { branchCells } from "./branch-cells.ts";
import type { Calls } from "./calls.ts";
import type { DraftExecution, DraftExecutions } from "./execution.ts";
import type { NamedExecutions } from "./named-executions.ts";
import type { Occurrence } from "./occurrence.ts";
import type { Occurrences } from "./occurrences.ts";
import { closed, has, type OpenList, opened, union } from "./open-list.ts";

interface Bar {
  readonly lifeline: number;
  readonly start: number;
  end: number;
  readonly cause?: number;
  readonly name?: string;
}

/** What a lifeline does at a point of the course. */
interface Work {
  /** Its executions that a reply will close, by number. */
  readonly owing: OpenList;
  /** The execution that its next occurrence belongs to; -1 when it is idle. */
  readonly current: number;
}

const idle: Work = { owing: undefined, current: -1 };

/**
 * Finds the executions that a reader of the drawing expects.
 *
 * In:     a flow, its occurrences, its calls, and the executions that the author wrote, which are kept.
 * Out:    by opening. On lifelines whose kind has bars, an execution
 *         - opens at a receipt, or at the first send of an idle participant. A reply goes on with the execution that called;
 *           an arrival that the receiver awaits with the one that awaits (written above) or is under way (written below);
 *         - opened by a call that has replies, lasts to its reply: to the last one drawn, when sibling operands each have
 *           one, or to what it leads to in a later operand that has none;
 *         - opened otherwise, lasts to the last occurrence that it leads to before another receipt opens the next one; by a
 *           call without a reply, also before the caller's next occurrence;
 *         - of a call to oneself stands beside the one that calls.
 *         Each operand of a choice goes on from where the choice began. After it, an execution from before the choice goes on
 *         rather than one that began inside; of those that began inside, the one drawn last.
 *         The end is null when the last occurrence is an `await` of something that never comes.
 * Says:   nothing.
 * Cost:   linear in occurrences, times the executions one lifeline has open at once; changes also in the depth of fragments.
 * Source: PICTURE section 1, LANGUAGE section 5.
 */
export const automaticExecutions = (
  flow: Flow,
  occurrences: Occurrences,
  calls: Calls,
  named: NamedExecutions,
): DraftExecutions => {
  const { list, course, callbacks } = occurrences;
  const bars: Bar[] = named.list.map((each) => ({ ...each }));
  const of = named.of.slice();
  const openedBy = new Map<number, number>();
  const awaits = awaitsOf(occurrences);
  const awaiting = new Map<string, number>();
  const namedUntil = flow.participants.map(() => -1);
  const work = branchCells<Work>(flow, { initial: idle, merge });
  /** By caller: executions that its calls without a reply have opened, and that its next occurrence ends. */
  const loose = branchCells<OpenList>(flow, {
    initial: undefined,
    merge: (_, ends) => ends.reduce((a, b) => union(a, b)),
  });

  const open = (start: number, lifeline: number, cause?: number): number => {
    const bar =
      bars.push(
        cause === undefined ? { lifeline, start, end: start } : { lifeline, start, end: start, cause },
      ) - 1;
    of[start] = bar;
    return bar;
  };
  const goOn = (bar: number, { index, lifeline }: Occurrence): void => {
    if (bar < 0) return;
    of[index] = bar;
    at(bars, bar).end = Math.max(at(bars, bar).end, index);
    if (bar < named.list.length) return;
    const mine = work.get(lifeline);
    work.set(lifeline, mine.current === bar ? mine : { owing: mine.owing, current: bar });
  };
  const stop = (lifeline: number, bar: number): void => {
    const { owing, current } = work.get(lifeline);
    const left = closed(owing, bar);
    work.set(lifeline, { owing: left, current: current === bar ? (left?.value ?? -1) : current });
  };
  const answered = (message: number): boolean =>
    at(calls.repliesOf, message).length > 0 || messageKinds[at(flow.messages, message).kind].answers;

  /** The execution that goes on with what is received; -1 when none does, undefined when a new one opens. */
  const goesOnWith = ({ lifeline }: Occurrence, message: number): number | undefined => {
    const { kind } = at(flow.messages, message);
    const { current } = work.get(lifeline);
    const call = at(calls.callOf, message);
    if (call >= 0) return of[at(occurrences.sendOf, call)] ?? -1;
    if (messageKinds[kind].answers && !messageKinds[kind].waits) return current;
    for (const { callback } of at(callbacks.arrivalsOf, message)) {
      const slot = slotOf(callback, lifeline);
      const waiter = awaiting.get(slot) ?? (awaits.has(slot) ? current : -1);
      if (waiter >= 0) return waiter;
    }
    return undefined;
  };

  const receive = (occurrence: Occurrence, message: number): void => {
    const { lifeline } = occurrence;
    const { from, kind } = at(flow.messages, message);
    const old = goesOnWith(occurrence, message);
    if (old !== undefined) {
      goOn(old, occurrence);
      return;
    }
    const bar = open(occurrence.index, lifeline, message);
    if (occurrence.kind === "receipt") openedBy.set(message, bar);
    const { waits } = messageKinds[kind];
    if (waits && from === lifeline) return;
    const { owing } = work.get(lifeline);
    work.set(lifeline, { owing: answered(message) ? opened(owing, bar) : owing, current: bar });
    if (waits && !answered(message) && from !== null) loose.set(from, opened(loose.get(from), bar));
  };

  const reply = (occurrence: Occurrence, call: number): void => {
    // Somebody else may answer for the one who was called.
    const opened = openedBy.get(call);
    const bar =
      opened !== undefined && at(bars, opened).lifeline === occurrence.lifeline ? opened : undefined;
    goOn(bar ?? work.get(occurrence.lifeline).current, occurrence);
    if (bar !== undefined) stop(occurrence.lifeline, bar);
  };

  const send = (occurrence: Occurrence, message: number): void => {
    const { index, lifeline } = occurrence;
    const { owing, current } = work.get(lifeline);
    if (at(calls.callOf, message) >= 0) reply(occurrence, at(calls.callOf, message));
    else if (current >= 0) goOn(current, occurrence);
    else if (at(namedUntil, lifeline) < index) work.set(lifeline, { owing, current: open(index, lifeline) });
  };

  const pass = (occurrence: Occurrence): void => {
    const { index, kind, lifeline, message } = occurrence;
    const ending = loose.get(lifeline);
    for (let rest = ending; rest !== undefined; rest = rest.older)
      stop(at(bars, rest.value).lifeline, rest.value);
    if (ending !== undefined) loose.set(lifeline, undefined);
    const written = at(named.of, index);
    if (written >= 0) {
      namedUntil[lifeline] = Math.max(at(namedUntil, lifeline), at(named.list, written).end);
      if (kind === "receipt" && message !== undefined) openedBy.set(message, written);
      return;
    }
    if (!hasBars(flow, lifeline)) return;
    const { current } = work.get(lifeline);
    if (message !== undefined) {
      if (kind === "send") send(occurrence, message);
      else if (kind === "answer") reply(occurrence, message);
      else if (kind === "answered") goOn(of[at(occurrences.sendOf, message)] ?? -1, occurrence);
      else receive(occurrence, message);
      return;
    }
    if (kind === "await")
      for (const each of occurrence.callbacks ?? []) awaiting.set(slotOf(each, lifeline), current);
    goOn(kind === "handle" ? (arrivalBar(occurrence) ?? current) : current, occurrence);
    if (kind === "destroy") work.set(lifeline, idle);
  };

  /** The execution that the newest arrival above a handler opened. */
  const arrivalBar = ({ index, callbacks: handled, arm, lifeline }: Occurrence): number | undefined => {
    if (arm === "timeout") return undefined;
    let newest = -1;
    for (const callback of handled ?? [])
      for (const { message } of at(flow.callbacks, callback).arrivals) {
        const receipt = at(occurrences.receiptOf, message);
        if (receipt < index && receipt > newest && at(list, receipt).lifeline === lifeline) newest = receipt;
      }
    return newest < 0 ? undefined : of[newest];
  };

  for (const item of course) {
    work.pass(item);
    loose.pass(item);
    if (item.at === "occurrence" && at(list, item.occurrence).lifeline >= 0) pass(at(list, item.occurrence));
  }

  const never = awaitsWithoutEnd(flow, occurrences);
  const drafted = (bar: Bar): DraftExecution => {
    const { lifeline, start, cause, name } = bar;
    const end = never.has(bar.end) ? null : bar.end;
    const endsAtReply = closes(bar);
    if (name !== undefined) return { ...bar, end, endsAtReply };
    return cause === undefined
      ? { lifeline, start, end, endsAtReply }
      : { lifeline, start, end, endsAtReply, cause };
  };
  return { of, list: bars.map(drafted) };

  function closes({ end, cause }: Bar): boolean {
    const { kind, message } = at(list, end);
    if (message === undefined || cause === undefined) return false;
    return (kind === "send" && calls.callOf[message] === cause) || (kind === "answer" && message === cause);
  }
};

const merge = (before: Work, ends: readonly Work[]): Work => {
  const [first, ...others] = ends;
  let owing = first?.owing;
  for (const end of others) owing = union(owing, end.owing);
  let old = -1;
  let last = -1;
  for (const { current } of ends) {
    if (current < 0) continue;
    last = current;
    if (old < 0 && (current === before.current || has(before.owing, current))) old = current;
  }
  return { owing, current: old >= 0 ? old : last >= 0 ? last : (owing?.value ?? -1) };
};

/** Executions are drawn on this lifeline. */
const hasBars = (flow: Flow, lifeline: number): boolean =>
  lifeline >= 0 && participantKinds[at(flow.participants, lifeline).kind].lane === "bars";
