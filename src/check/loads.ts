import type { Flow, Message, Participant } from "../flow/flow.ts";
import { fragmentKinds } from "../language/fragment-kinds.ts";
import { messageKinds } from "../language/message-kinds.ts";
import { participantKinds } from "../language/participant-kinds.ts";
import type { TimeRange } from "../language/value-types.ts";
import type { Facts } from "./facts.ts";
import { groupBy } from "./group-by.ts";
import { type Handling, sharedDepth } from "./handled-for.ts";

/** What comes in somewhere, and who works it off. */
export interface Load {
  /** The queue or topic in which it waits; of what is sent straight to a process, that process. */
  readonly participant: number;
  /** Messages that come in, with their rates per second. */
  readonly sources: readonly { readonly message: number; readonly perSecond: number }[];
  /** Per second; absent where the text gives no rate. */
  readonly arrives?: number;
  readonly servers: readonly Server[];
  /** All servers together. */
  readonly count: number;
  /** Per second, if all work takes as short as the text allows. */
  readonly fastest: number;
  /** Per second, if all work takes the middle of its range. */
  readonly usual: number;
}

/** A participant that works off what comes in. */
export interface Server {
  readonly participant: number;
  /** How many messages it has in work at once, at most. */
  readonly count: number;
  readonly takes: TimeRange;
}

/**
 * Compares what comes in with what can be worked off, wherever the text gives numbers.
 *
 * In:     the facts of a flow, and what each message is sent for.
 * Out:    a load for each queue whose consumers all say how long they take, for each receiver of a topic that does, and for each
 *         other participant that says how long it takes and how much at once. A message without a rate has that of what it is
 *         sent for, times fixed rounds; behind a choice its rate is unknown. Retries and redeliveries come on top.
 * Says:   nothing.
 * Cost:   linear in messages and the depth of fragments.
 * Source: utilisation, as in Kleinrock, Queueing systems, 1975; CHECKS rule 42.
 */
export const loadsOf = (facts: Facts, handling: Handling): readonly Load[] => {
  const { flow } = facts;
  const rateOf = ratesOf(flow, handling);
  const into = groupBy(flow.messages.filter(isWork), ({ to }) => to);
  const outOf = groupBy(flow.messages.filter(isWork), ({ from }) => from);
  return flow.participants.flatMap((participant): readonly Load[] => {
    const { index, kind, attributes } = participant;
    const coming = into.get(index) ?? [];
    const { channel, copies } = participantKinds[kind];
    if (!channel) {
      const server = attributes.concurrency === undefined ? undefined : serverOf(participant, 1);
      const direct = coming.filter(
        ({ from }) => !participantKinds[flow.participants[from ?? -1]?.kind ?? "service"].channel,
      );
      return server === undefined ? [] : loadOf(index, direct, [server], rateOf);
    }
    const takers = [...new Set((outOf.get(index) ?? []).map(({ to }) => to))]
      .flatMap((taker) => flow.participants[taker ?? -1] ?? [])
      .filter((taker) => !participantKinds[taker.kind].channel);
    const consumers = attributes.consumers?.high;
    if (copies)
      return takers.flatMap((taker) => {
        const server = serverOf(taker, taker.attributes.concurrency === undefined ? (consumers ?? 1) : 1);
        return server === undefined ? [] : loadOf(index, coming, [server], rateOf);
      });
    const share = consumers === undefined ? 1 : consumers / Math.max(1, takers.length);
    const servers = takers.map((taker) => serverOf(taker, share));
    const known = servers.filter((server) => server !== undefined);
    return known.length === 0 || known.length < servers.length ? [] : loadOf(index, coming, known, rateOf);
  });
};

/** Whether anybody says how long work takes; else there is no load to tell of. */
export const mayServe = ({ participants }: Flow): boolean =>
  participants.some(({ attributes: { takes } }) => takes !== undefined);

/** The share of time in which work is under way, at the usual speed. */
export const utilisation = ({ arrives = 0, usual }: Load): number => arrives / usual;

const isWork = ({ kind, from, to }: Message): boolean =>
  messageKinds[kind].happens && (!messageKinds[kind].answers || messageKinds[kind].waits) && from !== to;

const serverOf = ({ index, attributes }: Participant, share: number): Server | undefined => {
  const { takes, concurrency } = attributes;
  if (takes === undefined || takes.high <= 0) return undefined;
  return { participant: index, count: share * (concurrency?.high ?? 1), takes };
};

/** ms, the middle of a range. */
export const middle = ({ low, high }: TimeRange): number => (low + high) / 2;

const loadOf = (
  participant: number,
  coming: readonly Message[],
  servers: readonly Server[],
  rateOf: (message: number) => number | undefined,
): readonly Load[] => {
  const sources = coming.flatMap(({ index }) => {
    const perSecond = rateOf(index);
    return perSecond === undefined ? [] : [{ message: index, perSecond }];
  });
  const speed = (lasts: (takes: TimeRange) => number): number =>
    servers.reduce((sum, { count, takes }) => sum + (1000 * count) / lasts(takes), 0);
  return [
    {
      participant,
      sources,
      ...(sources.length > 0 && { arrives: sources.reduce((sum, { perSecond }) => sum + perSecond, 0) }),
      servers,
      count: servers.reduce((sum, { count }) => sum + count, 0),
      fastest: speed(({ low }) => low),
      usual: speed(middle),
    },
  ];
};

/** By message: its own rate, or that of what it is sent for. Per second. */
const ratesOf = ({ fragments, messages }: Flow, { handledFor }: Handling) => {
  const known = new Map<number, number | undefined>();
  const roundsBetween = (message: Message, parent: number): number | undefined => {
    const inner = message.within.slice(sharedDepth(message.within, messages[parent]?.within ?? []));
    return inner.reduce<number | undefined>((product, { fragment, operand }) => {
      const { kind, rounds } = fragments[fragment] ?? {};
      const facts = fragmentKinds[kind ?? "group"];
      if (facts.flow === "sequence" || facts.flow === "parallel") return product;
      const isFixed =
        facts.flow === "rounds" && !facts.tries && operand === 0 && rounds?.low === rounds?.high;
      return isFixed && product !== undefined ? product * (rounds?.low ?? 1) : undefined;
    }, 1);
  };
  const rateOf = (index: number): number | undefined => {
    // Backwards along what each is sent for, to the first that says so; then forwards again.
    const line = new Set<number>();
    let rate: number | undefined;
    for (let at = index; at >= 0 && !line.has(at); at = handledFor[at] ?? -1) {
      if (known.has(at)) {
        rate = known.get(at);
        break;
      }
      line.add(at);
      if (messages[at]?.attributes.rate !== undefined) break;
    }
    for (const at of [...line].toReversed()) {
      const message = messages[at];
      if (message === undefined) continue;
      const parent = handledFor[at] ?? -1;
      const rounds = parent < 0 ? undefined : roundsBetween(message, parent);
      rate =
        message.attributes.rate ?? (rate === undefined || rounds === undefined ? undefined : rate * rounds);
      known.set(at, rate);
    }
    return rate;
  };
  return rateOf;
};
