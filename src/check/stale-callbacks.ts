import type { Callback, Fragment, Message } from "../flow/flow.ts";
import { type FragmentFacts, fragmentKinds } from "../language/fragment-kinds.ts";
import type { Occurrence } from "../order/occurrence.ts";
import type { Facts } from "./facts.ts";

/** A callback that is given up and asked for again under the same name, so that the answer to the first request may meet the second. */
export interface Stale {
  readonly callback: Callback;
  readonly asking: Message;
  /** The loop or retry that asks again. */
  readonly fragment: Fragment;
  /** The occurrence that gives it up in a round. */
  readonly givesUp: Occurrence;
}

/**
 * Finds callbacks whose late answers can be taken for those of a later attempt.
 *
 * In:     the facts of a flow.
 * Out:    those that a round of a loop or retry asks for, without a correlation, and gives up: by an await with a time limit, by
 *         the limit of the request itself where its timeout is handled there, or by a cancel. Not where asking twice is said to
 *         be safe, nobody will wait, where answers may come any number of times, nor where all latencies are given and keep the limit.
 * Says:   nothing.
 * Cost:   linear in callbacks times the occurrences that name them.
 * Source: CHECKS rule 13.
 */
export const staleCallbacks = (facts: Facts): readonly Stale[] => {
  const { flow, occurrences } = facts;
  const naming = flow.callbacks.map((): Occurrence[] => []);
  for (const occurrence of occurrences.list)
    for (const callback of occurrence.callbacks ?? []) naming[callback]?.push(occurrence);
  return flow.callbacks.flatMap((callback) => {
    if (callback.stream || callback.arrivals.length === 0 || isDetached(callback)) return [];
    for (const { message } of callback.asked) {
      const asking = flow.messages[message];
      if (asking === undefined || isSafe(facts, asking)) continue;
      for (const ref of asking.within) {
        const fragment = flow.fragments[ref.fragment];
        if (fragment === undefined || ref.operand !== 0 || !repeats(fragment)) continue;
        const givesUp = (naming[callback.index] ?? []).find(
          (occurrence) =>
            occurrence.index > (occurrences.sendOf[message] ?? -1) &&
            occurrence.within.some((each) => each.fragment === ref.fragment && each.operand === 0) &&
            isGivingUp(facts, callback, asking, occurrence),
        );
        if (givesUp !== undefined) return [{ callback, asking, fragment, givesUp }];
      }
    }
    return [];
  });
};

const isDetached = ({ settled }: Callback): boolean => settled.some(({ how }) => how === "detach");

const isSafe = ({ flow }: Facts, { attributes, to }: Message): boolean =>
  attributes.correlation !== undefined ||
  attributes.idempotent === true ||
  flow.participants[to ?? -1]?.attributes.idempotent === true;

const repeats = ({ kind, rounds }: Fragment): boolean => {
  const { flow }: FragmentFacts = fragmentKinds[kind];
  return flow === "rounds" && (rounds?.high ?? 2) > 1;
};

const isGivingUp = (
  { flow }: Facts,
  { arrivals }: Callback,
  asking: Message,
  { kind, time, arm }: Occurrence,
): boolean => {
  if (kind === "cancel") return true;
  const limit = kind === "await" ? (time ?? asking.attributes.timeout) : asking.attributes.timeout;
  const isLimited = kind === "await" ? time !== undefined : kind === "handle" && arm === "timeout";
  if (!isLimited) return false;
  const there = asking.attributes.latency?.high;
  const back = arrivals.map(({ message }) => flow.messages[message]?.attributes.latency?.high);
  const isKnown = there !== undefined && back.every((latency) => latency !== undefined);
  return !isKnown || limit === undefined || back.some((latency) => there + (latency ?? 0) > limit);
};
