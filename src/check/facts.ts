import type { Callback, Flow, Message, Name } from "../flow/flow.ts";
import { messageKinds } from "../language/message-kinds.ts";
import { type Calls, callsOf } from "../order/calls.ts";
import { type NamedExecutions, namedExecutionsOf } from "../order/named-executions.ts";
import { type Occurrences, occurrencesOf } from "../order/occurrences.ts";
import { once } from "../order/once.ts";
import { type Queues, queuesOf } from "../order/queues.ts";
import { eachStatement } from "../order/statements.ts";
import { groupBy } from "./group-by.ts";
import { ownersOf } from "./owners.ts";
import { type SamplePaths, samplePathsOf } from "./sample-paths.ts";
import { receiversApart } from "./several-receivers.ts";
import { type BreakIndex, indexBreaks } from "./slice.ts";

/** What the analyses share: the flow's order, and its callbacks by everything that names them. */
export interface Facts {
  readonly flow: Flow;
  readonly occurrences: Occurrences;
  readonly calls: Calls;
  readonly queues: Queues;
  readonly named: NamedExecutions;
  readonly breaks: BreakIndex;
  /** By message: the callbacks that it asks for. */
  readonly asks: readonly (readonly number[])[];
  /** By callback: who may take it. */
  readonly owners: readonly ReadonlySet<number | null>[];
  /** By callback: receivers that are asked for it at once, so that each owes an arrival; empty where one is enough. */
  readonly apart: readonly (readonly number[])[];
  /** By fragment: the callback that it handles. */
  readonly handled: ReadonlyMap<number, number>;
  /** Callbacks whose failure has a handler of its own. */
  readonly rejectable: ReadonlySet<number>;
  /** Callbacks whose timeout has a handler. */
  readonly expiring: ReadonlySet<number>;
  /** Whatever its receiver does next handles a callback. */
  readonly reactive: boolean;
  /** By sender and receiver: messages that nobody waits for and that say nothing of callbacks, in written order. */
  readonly plain: (from: number | null, to: number | null) => readonly Message[];
  /** By the occurrence of an `await`: the names as they stand there. */
  readonly awaitedNames: ReadonlyMap<number, readonly Name[]>;
  /** By occurrence: its place in the course. */
  readonly places: readonly number[];
  /** Paths that are looked at one by one; chosen when first asked for. */
  readonly sample: () => SamplePaths;
  /** The messages of one send: the message itself, or one for each receiver. */
  readonly sentWith: (message: number) => readonly number[];
  /** This arrival comes from one who received the callback before: it is a hand-over. */
  readonly handsOver: (callback: Callback, message: Message) => boolean;
}

/**
 * Gathers what the analyses share.
 *
 * In:   a flow, with or without errors.
 * Out:  its facts.
 * Says: nothing.
 * Cost: linear in statements, messages and the depth of fragments.
 */
export const factsOf = (flow: Flow): Facts => {
  const occurrences = occurrencesOf(flow);
  const asks: number[][] = flow.messages.map(() => []);
  for (const { index, asked } of flow.callbacks) for (const { message } of asked) asks[message]?.push(index);
  const handled = new Map<number, number>();
  for (const { kind, fragment = -1, callbacks = [] } of occurrences.list)
    for (const callback of kind === "handle" ? callbacks : []) handled.set(fragment, callback);
  const withArm = (arm: "rejected" | "timeout"): ReadonlySet<number> =>
    new Set(
      [...handled].flatMap(([fragment, callback]) =>
        flow.fragments[fragment]?.handles?.arm === arm ? [callback] : [],
      ),
    );
  const places: number[] = [];
  for (const [place, item] of occurrences.course.entries())
    if (item.at === "occurrence") places[item.occurrence] = place;
  const awaitedNames = new Map<number, readonly Name[]>();
  eachStatement(flow, (step) => {
    if (step.kind === "await")
      for (const occurrence of occurrences.ofStep(step)) awaitedNames.set(occurrence, step.names);
  });
  const plain = groupBy(flow.messages.filter(isPlain), ({ from, to }) => `${from} ${to}`);
  const sends = groupBy(flow.messages, ({ send }) => send);
  return {
    flow,
    occurrences,
    calls: callsOf(flow, occurrences),
    queues: queuesOf(flow, occurrences),
    named: namedExecutionsOf(flow, occurrences),
    breaks: indexBreaks(flow, occurrences.course),
    asks,
    apart: flow.callbacks.map((callback) => receiversApart(flow, callback)),
    owners: flow.callbacks.map((callback) => ownersOf(flow, callback)),
    handled,
    rejectable: withArm("rejected"),
    expiring: withArm("timeout"),
    reactive: flow.config.handled === "reactive",
    plain: (from, to) => plain.get(`${from} ${to}`) ?? [],
    awaitedNames,
    places,
    sample: once(() => samplePathsOf(flow)),
    sentWith: (message) => (sends.get(flow.messages[message]?.send ?? -1) ?? []).map(({ index }) => index),
    handsOver: ({ arrivals }, { index, from }) =>
      arrivals.some(({ message }) => {
        const other = flow.messages[message];
        return other !== undefined && message < index && other.to === from && other.from !== from;
      }),
  };
};

const isPlain = ({ kind, asks, resolves, rejects, carries }: Message): boolean =>
  messageKinds[kind].happens &&
  !messageKinds[kind].waits &&
  [asks, resolves, rejects, carries].every(({ length }) => length === 0);
