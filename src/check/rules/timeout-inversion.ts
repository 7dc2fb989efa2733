import { at } from "../../order/at.ts";
import { isLimit } from "../../order/time-solution.ts";
import type { Fix } from "../../source/diagnostic.ts";
import type { Span } from "../../source/span.ts";
import { duration, roomy } from "../amounts.ts";
import type { Context } from "../context.ts";
import { about, type Finding, type Rule } from "../rule.ts";
import type { SlowWay } from "../slow-ways.ts";
import type { TimedPath } from "../timed-paths.ts";
import { guessed, notesOn, sumOf, turnsOn } from "../way-notes.ts";

export const timeoutInversion: Rule = {
  code: "timeout-inversion",
  severity: "error",
  category: "quantity",
  precision: "high",
  tier: "numbers",
  fixKind: "suggestion",
  summary: "Somebody gives up earlier than those it waits for.",
  why:
    "The outer wait is over while the inner ones, with all their attempts, still go on. The caller reports a failure, the work " +
    "behind it is done all the same, and every retry of the caller adds to it.",
  bad: "app -> api: pay { timeout: 3s }\napi -> bank: book { timeout: 2s; retry: 2 }\nbank --> api: booked\napi --> app: paid\n",
  good: "app -> api: pay { timeout: 5s }\napi -> bank: book { timeout: 2s; retry: 2 }\nbank --> api: booked\napi --> app: paid\n",
  sources: [
    "Amazon Builders' Library: Timeouts, retries and backoff with jitter",
    "Google, Site Reliability Engineering, 2016: deadline propagation",
  ],
  yieldsTo: ["timing-inconsistent", "late-callback"],
  limits:
    "Counted are the limits and attempts of the waits inside, the pauses between attempts (each twice the one before), and declared latencies, service times and waits " +
    "at their upper ends. A flight without `latency` counts as 0, so the true sum is rather longer. Where no inner limit is in the sum it is a warning. " +
    "Failing fast on purpose cannot be written down.",
  check: (context) => {
    const worst = new Map<string, Inversion>();
    for (const path of context.timed)
      for (const limit of limitsOn(path)) {
        const way = path.measure(limit.from, limit.to, true);
        if (way === undefined || way.slow <= limit.limit) continue;
        // That a callback may come too late is what a time limit is for; that nobody may know it in time is not.
        const isInner = way.steps.some(({ patience }) => patience !== undefined);
        if (!isInner && limit.callback !== undefined) continue;
        const key = `${limit.span.file} ${limit.span.start}`;
        if ((worst.get(key)?.way.slow ?? 0) < way.slow) worst.set(key, { ...limit, way, path, isInner });
      }
    return [...worst.values()].map((inversion) => findingOf(context, inversion));
  },
};

/** A wait with a limit, on a path. */
interface Limited {
  readonly from: number;
  readonly to: number;
  /** ms. */
  readonly limit: number;
  readonly waiter: number | null;
  /** The call that is waited for; of a callback, the message that asks for it where that sets the limit. */
  readonly message?: number;
  readonly callback?: number;
  readonly span: Span;
  /** Where the limit itself is written. */
  readonly value?: Span;
}

interface Inversion extends Limited {
  readonly way: SlowWay;
  readonly path: TimedPath;
  readonly isInner: boolean;
}

/** Everybody who waits with a limit on a path: for a reply, drawn or not, or for a callback. */
const limitsOn = ({ order, events, network }: TimedPath): readonly Limited[] => {
  const { occurrences, flow, callbacks } = order;
  const happening = (event: number) => occurrences[events.list[event]?.occurrence ?? -1];
  return network.links.flatMap((link): readonly Limited[] => {
    const [begin, end] = [happening(link.from), happening(link.to)];
    const message = begin?.kind === "send" ? flow.messages[begin.message ?? -1] : undefined;
    const limit = message?.attributes.timeout;
    const shared = { from: link.from, to: link.to };
    if (link.why === "timeout" && isLimit(link)) {
      if (end?.kind === "await")
        return [
          {
            ...shared,
            limit: link.most,
            waiter: end.lifeline,
            span: end.span,
            ...(end.callbacks?.[0] !== undefined && { callback: end.callbacks[0] }),
          },
        ];
      if (message === undefined || limit === undefined) return [];
      const value = message.attributeSpans.timeout;
      const own = {
        ...shared,
        limit,
        waiter: message.from,
        message: message.index,
        span: value ?? message.span,
      };
      const written = value === undefined ? own : { ...own, value };
      if (at(events.replyOf, link.from) === link.to) return [written];
      const [callback] = message.asks.map(callbacks.find);
      return [callback === undefined ? written : { ...written, callback }];
    }
    const isReturn =
      link.why === "lifeline" &&
      message !== undefined &&
      limit !== undefined &&
      order.calls.blocks[message.index] === true &&
      order.calls.repliesOf[message.index]?.length === 0;
    if (!isReturn) return [];
    const value = message.attributeSpans.timeout;
    const call = {
      ...shared,
      limit,
      waiter: message.from,
      message: message.index,
      span: value ?? message.span,
    };
    return [value === undefined ? call : { ...call, value }];
  });
};

const findingOf = ({ words, flow }: Context, inversion: Inversion): Finding => {
  const { way, path, limit, waiter, message, callback, span, value, isInner } = inversion;
  const turns = words.when(turnsOn(path, way.steps, inversion.from));
  const when = turns === "" ? "" : ` ${turns}`;
  const name = flow.callbacks[callback ?? -1]?.name;
  const what = name === undefined ? words.message(message ?? -1) : `the callback \`${name}\``;
  const who = words.participant(waiter);
  const needed = duration(roomy(way.slow));
  const enough: Fix | undefined =
    value === undefined
      ? undefined
      : {
          kind: "suggestion",
          message: `Wait for ${needed}`,
          edits: [{ span: value, text: needed }],
        };
  return {
    message: `${who} gives up on ${what} after ${duration(limit)}, but it may take ${duration(way.slow)}${when}.`,
    span,
    ...(isInner ? {} : { severity: "warning" }),
    notes: [
      ...notesOn(path, way.steps, words),
      {
        message: `${sumOf(way.steps.map(({ ms }) => ms))}, and the limit is ${duration(limit)}${guessed(way)}`,
      },
    ],
    help: `wait for at least ${needed}, or shorten the waits inside`,
    fixes: enough === undefined ? [] : [enough],
    about: [
      ...(message === undefined ? [] : [about.message(message)]),
      ...(callback === undefined ? [] : [about.callback(callback)]),
    ],
  };
};
