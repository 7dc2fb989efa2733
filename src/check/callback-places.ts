import type { Message } from "../flow/flow.ts";
import type { Span } from "../source/span.ts";
import type { CallbackEvent } from "./callback-event.ts";
import type { Context } from "./context.ts";
import type { MonitorEvent, Verdict } from "./monitor.ts";
import type { Obligation } from "./obligations.ts";

/** The places on a path that a finding about a callback shows. */
export interface CallbackPlaces {
  /** The callback's name in the message that asks for it. */
  readonly asked: Span;
  /** The message that brings it last. */
  readonly arrival: Message | undefined;
  /** Where that message names the callback. */
  readonly brought: Span | undefined;
  /** The messages that bring it, in the order of the path. */
  readonly arrivals: readonly Message[];
  /** The statement of the last event of a kind. */
  readonly lastOf: (...kinds: readonly MonitorEvent[]) => Span | undefined;
  /** The name of the callback in the last `await`. */
  readonly awaited: Span | undefined;
  /** It is asked for below the last thing on the path, if not on it. */
  readonly isAskedLater: boolean;
  /** The path in words: `when …`, or nothing. */
  readonly when: string;
}

const arriving: readonly MonitorEvent[] = [
  ...(["arrive", "reject", "settle", "feed", "stray", "carry", "send", "lose", "depart"] as const),
];

/**
 * In:   a context, an obligation and a verdict on it.
 * Out:  the places on the verdict's path; undefined when the monitor did not say it.
 * Says: nothing.
 * Cost: linear in the path's events.
 */
export const placesOf = (
  { flow, facts, words }: Context,
  obligation: Pick<Obligation, "callback" | "pathTo">,
  verdict: Verdict,
): CallbackPlaces | undefined => {
  const { callback } = obligation;
  const witness = obligation.pathTo(verdict);
  if (witness === undefined) return undefined;
  const last = (kinds: readonly MonitorEvent[]) =>
    witness.events.findLast(({ kind }) => kinds.includes(kind));
  const spanOf = (event: CallbackEvent | undefined) => facts.occurrences.list[event?.occurrence ?? -1]?.span;
  const asking = last(["ask"])?.message;
  const asked = callback.asked.find(({ message }) => message === asking) ?? callback.asked[0];
  const arrival = flow.messages[last(arriving)?.message ?? -1];
  const waiting = last(["await", "race"]);
  return {
    asked: asked?.span ?? { file: flow.file, start: 0, end: 0 },
    arrival,
    brought: callback.arrivals.find(({ message }) => message === arrival?.index)?.span ?? arrival?.span,
    arrivals: witness.events.flatMap(({ kind, message = -1 }) =>
      arriving.includes(kind) ? (flow.messages[message] ?? []) : [],
    ),
    lastOf: (...kinds) => spanOf(last(kinds)),
    awaited:
      facts.awaitedNames.get(waiting?.occurrence ?? -1)?.find(({ text }) => text === callback.name)?.span ??
      spanOf(waiting),
    isAskedLater: callback.asked.some(
      ({ message }) => (facts.occurrences.sendOf[message] ?? -1) > (witness.events.at(-1)?.occurrence ?? 0),
    ),
    when: words.when(witness.decisions),
  };
};
