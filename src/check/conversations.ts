import type { Fragment, Message, OperandRef } from "../flow/flow.ts";
import { messageKinds } from "../language/message-kinds.ts";
import { participantKinds } from "../language/participant-kinds.ts";
import { type CallEvent, type CallVerdict, callAutomaton } from "./call-automaton.ts";
import type { CallbackEvent } from "./callback-event.ts";
import { runOver } from "./dataflow.ts";
import { decisive } from "./decisive.ts";
import type { Facts } from "./facts.ts";
import { type Fated, fatesAround, withFates } from "./fates.ts";
import { groupBy } from "./group-by.ts";
import { type Placed, sliceOf } from "./slice.ts";
import { type Decision, witnessOf } from "./trail.ts";

/** The calls of one participant to another, and what becomes of them on all paths. */
export interface Conversation {
  readonly caller: number | null;
  /** The caller is a queue or topic: what it delivers is settled, and it waits for nothing. */
  readonly settles: boolean;
  /** Replies that find no open call, each with a path. */
  readonly unmatched: ReadonlyMap<number, readonly Decision[]>;
  /** Calls that stay open, each with a path. */
  readonly open: ReadonlyMap<number, readonly Decision[]>;
  /** Calls that are answered on some path. */
  readonly answered: ReadonlySet<number>;
}

/**
 * Follows the calls between every two participants over all paths.
 *
 * In:     the facts of a flow, and what happens to each of its callbacks.
 * Out:    a conversation for each ordered pair in which there is a reply. A reply closes the newest open call of its pair, or the
 *         one that `of` names; an operand with `failure: true` excuses the calls that are open when it begins.
 * Says:   nothing: rules speak of them.
 * Cost:   linear in messages, the fragments around them and the breaks between; each also in the calls that are open.
 * Source: LANGUAGE sections 5 and 10; synchronous calls and replies: UML 2.5.1, section 17.4.
 */
export const conversationsOf = (
  facts: Facts,
  callbackEvents: readonly (readonly Placed<CallbackEvent>[])[],
): readonly Conversation[] => {
  const failures = failuresOf(facts);
  const pairs = groupBy(callsAndReplies(facts), ({ caller, callee }) => `${caller} ${callee}`);
  const answered = [...pairs.values()].filter((placed) => placed.some(({ event }) => event.kind === "reply"));
  return answered.map((placed) => {
    const caller = placed[0]?.caller ?? null;
    const excused = placed.length === 0 ? [] : failures(placed);
    const fates = fatesAround(facts, callbackEvents, placed);
    const events: readonly Placed<Fated<CallEvent>>[] = [...fates.events, ...excused, ...placed];
    const slice = sliceOf(
      facts.flow,
      facts.breaks,
      events.toSorted((a, b) => a.order - b.order),
    );
    const known = {
      leavesOpen: leavesOpen(placed),
      repeats: inLoops(facts, placed),
      neverAnswered: neverAnswered(placed),
    };
    const automaton = withFates(callAutomaton(known), fates);
    const verdicts = runOver(slice, automaton);
    const found = (word: string): readonly number[] =>
      [...verdicts.keys()]
        .filter((verdict) => verdict.startsWith(word))
        .map((verdict) => Number(verdict.slice(word.length)));
    const paths = (word: "unmatched" | "open") =>
      new Map(
        found(`${word} `).map((message, index) => {
          const verdict: CallVerdict = `${word} ${message}`;
          const evidence = verdicts.get(verdict);
          const { decisions } = evidence === undefined ? { decisions: [] } : witnessOf(evidence);
          if (index < mostMinimised)
            return [message, decisive(facts.flow, slice, automaton, verdict, decisions)];
          const around = new Set(facts.flow.messages[message]?.within.map(({ fragment }) => fragment));
          return [message, decisions.filter(({ fragment }) => around.has(fragment))];
        }),
      );
    return {
      caller,
      settles: isChannel(facts, caller),
      unmatched: paths("unmatched"),
      open: paths("open"),
      answered: new Set(found("answered ")),
    };
  });
};

/** Findings in one conversation whose paths are cut down to what matters; of more, only what is around them is told. */
const mostMinimised = 16;

interface Spoken extends Placed<CallEvent> {
  readonly caller: number | null;
  readonly callee: number | null;
}

const isChannel = ({ flow }: Facts, participant: number | null): boolean =>
  participant !== null && participantKinds[flow.participants[participant]?.kind ?? "service"].channel;

/** Calls and replies in written order, and what queues deliver, since that is settled by a reply. */
const callsAndReplies = (facts: Facts): readonly Spoken[] => {
  const { flow, occurrences, queues } = facts;
  const roleOf = ({
    index,
    kind,
    from,
    to,
    of,
    attributes,
  }: Message): Omit<Spoken, "order" | "within"> | undefined => {
    const { waits, answers, happens } = messageKinds[kind];
    if (answers && !waits) {
      const delivery = isChannel(facts, to) ? queues.settles[index] : undefined;
      const call = flow.messages[of ?? -1];
      const isCall = call !== undefined && delivery === undefined && messageKinds[call.kind].waits;
      const closes = of === undefined ? {} : { of: delivery === undefined || delivery < 0 ? of : delivery };
      const event = { kind: "reply", message: index, ...closes } as const;
      return isCall ? { caller: call.from, callee: call.to, event } : { caller: to, callee: from, event };
    }
    const opens = happens && (waits ? !answers : isChannel(facts, from));
    if (!opens || from === to || attributes.lost === true) return undefined;
    return { caller: from, callee: to, event: { kind: "call", message: index } };
  };
  return flow.messages.flatMap((message) => {
    const sent = occurrences.sendOf[message.index] ?? -1;
    const place = occurrences.list[sent >= 0 ? sent : (occurrences.receiptOf[message.index] ?? -1)];
    const role = place && roleOf(message);
    return place === undefined || role === undefined
      ? []
      : [{ ...role, order: place.index, within: place.within }];
  });
};

/** Fragments with more calls than replies: what answers these stands outside. */
const leavesOpen = (placed: readonly Spoken[]): ((fragment: number) => boolean) => {
  const balance = new Map<number, number>();
  for (const { within, event } of placed)
    for (const { fragment } of within)
      balance.set(fragment, (balance.get(fragment) ?? 0) + (event.kind === "call" ? 1 : -1));
  return (fragment) => (balance.get(fragment) ?? 0) > 0;
};

const inLoops = ({ flow }: Facts, placed: readonly Spoken[]): ReadonlySet<number> => {
  const isLoop = (fragment: number): boolean => flow.fragments[fragment]?.rounds !== undefined;
  const looping = placed.filter(({ within }) => within.some(({ fragment }) => isLoop(fragment)));
  return new Set(looping.map(({ event }) => event.message));
};

const neverAnswered = (placed: readonly Spoken[]): ReadonlySet<number> => {
  const open: number[] = [];
  for (const { event } of placed) {
    if (event.kind === "call") open.push(event.message);
    else if (event.of === undefined) open.pop();
    else if (open.includes(event.of)) open.splice(open.lastIndexOf(event.of), 1);
  }
  return new Set(open);
};

/** The operands that are failures, as far as they stand in or beside the fragments of some events and below the first. */
const failuresOf = ({
  flow,
  occurrences,
}: Facts): ((events: readonly Spoken[]) => readonly Placed<CallEvent>[]) => {
  const failures: (Placed<CallEvent> & { readonly fragment: number })[] = [];
  let order = 0;
  for (const item of occurrences.course) {
    if (item.at === "occurrence") order = item.occurrence + 1;
    if (item.at !== "operand") continue;
    const fragment = flow.fragments[item.fragment];
    if (fragment === undefined || !isFailure(fragment, item.operand)) continue;
    const within: readonly OperandRef[] = [
      ...fragment.within,
      { fragment: fragment.index, operand: item.operand },
    ];
    failures.push({ order, within, fragment: fragment.index, event: { kind: "excuse", message: -1 } });
  }
  if (failures.length === 0) return () => [];
  return (events) => {
    const first = events[0]?.order ?? 0;
    const last = events.at(-1)?.order ?? 0;
    const touched = new Set(events.flatMap(({ within }) => within.map(({ fragment }) => fragment)));
    return failures.filter(
      ({ order, fragment, within }) =>
        order > first &&
        (touched.has(fragment) ||
          (order <= last && within.slice(0, -1).every((ref) => touched.has(ref.fragment)))),
    );
  };
};

const isFailure = ({ operands, attributes }: Fragment, operand: number): boolean =>
  (operands[operand]?.attributes ?? (operand === 0 ? attributes : undefined))?.failure === true;
