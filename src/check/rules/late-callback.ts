import type { Message } from "../../flow/flow.ts";
import { type CallbackPlaces, placesOf } from "../callback-places.ts";
import type { Context } from "../context.ts";
import type { Obligation } from "../obligations.ts";
import { about, type Rule } from "../rule.ts";

export const lateCallback: Rule = {
  code: "late-callback",
  severity: "warning",
  category: "reliability",
  precision: "high",
  tier: "paths",
  fixKind: "none",
  summary:
    "A callback arrives after it was cancelled, timed out or its owner ended, and nothing says what then.",
  why:
    "The work was done although nobody wants it any more: a payment that was given up has been taken, a booking stands. Without a " +
    "word for that case the result is dropped, and what it changed outside stays.",
  bad: "shop ~> pay: charge { callback: charged }\ncancel: charged\npay ~> shop: paid { resolves: charged }\n",
  good:
    "shop ~> pay: charge { callback: charged }\ncancel: charged\npay ~> shop: paid { resolves: charged }\n" +
    "on: charged late {\n  shop ~> pay: refund\n}\n",
  sources: [
    "P: a modular and safe asynchronous programming language, Desai and others, 2013: every event must be handled in every state",
  ],
  yieldsTo: [
    "await-without-sender",
    "callback-missing",
    "callback-missing-on-path",
    "unawaited-callback",
    "callback-not-awaited-on-path",
    "misrouted-callback",
  ],
  limits:
    "What is drawn above its cancel is in time. An arrival drawn below an `on: NAME timeout` is late only where the latencies, " +
    "service times and waits that are declared from the request to it can be longer than the limit; without any, every answer to a wait " +
    "with a limit could be late.",
  check: (context) =>
    context.obligations.flatMap((obligation) => {
      const places = placesOf(context, obligation, "late");
      if (places?.arrival === undefined) return [];
      const cancelled = places.lastOf("cancel");
      const ended = cancelled === undefined ? places.lastOf("destroy") : undefined;
      if (cancelled === undefined && ended === undefined && !isSlow(context, obligation, places.arrival))
        return [];
      const { callback } = obligation;
      const { words } = context;
      const when = places.when === "" ? "" : ` ${places.when}`;
      const owner = words.participant(callback.owner);
      const why =
        cancelled !== undefined
          ? "it was cancelled"
          : ended !== undefined
            ? `${owner} has ended`
            : "it timed out";
      return [
        {
          message: `The callback \`${callback.name}\` arrives after ${why}${when}, and nothing says what happens then.`,
          span: places.brought ?? places.arrival.span,
          notes: notesOf(places, cancelled, ended),
          help: `add \`on: ${callback.name} late { … }\` below it`,
          about: [about.callback(callback.index)],
        },
      ];
    }),
};

const notesOf = (
  { asked }: CallbackPlaces,
  cancelled: CallbackPlaces["asked"] | undefined,
  ended: CallbackPlaces["asked"] | undefined,
) => [
  { message: "it is asked for here", span: asked },
  ...(cancelled === undefined ? [] : [{ message: "it is cancelled here", span: cancelled }]),
  ...(ended === undefined ? [] : [{ message: "its owner ends here", span: ended }]),
];

/** Whether the latencies, service times and waits that the text declares can take longer, from request to answer, than the limit. */
const isSlow = ({ flow, facts, timed }: Context, { callback }: Obligation, arrival: Message): boolean => {
  const asking = callback.asked.flatMap(({ message }) => flow.messages[message] ?? []);
  const waits = facts.occurrences.list.filter(
    ({ kind, callbacks }) => kind === "await" && callbacks?.includes(callback.index),
  );
  const limits = [...asking.map(({ attributes }) => attributes.timeout), ...waits.map(({ time }) => time)];
  const limit = Math.min(...limits.map((time) => time ?? Number.POSITIVE_INFINITY));
  if (limit === Number.POSITIVE_INFINITY) return false;
  const there = Math.max(0, ...asking.map(({ attributes }) => attributes.latency?.high ?? 0));
  if (there + (arrival.attributes.latency?.high ?? 0) > limit) return true;
  const sends = new Set(asking.map(({ index }) => facts.occurrences.sendOf[index] ?? -1));
  const receipts = new Set(facts.occurrences.receiptsOf[arrival.index]);
  return timed.some(({ events: { list }, measure }) => {
    const asked = list.findLast(({ occurrence }) => sends.has(occurrence));
    const arrived = list.findLast(({ occurrence }) => receipts.has(occurrence));
    if (asked === undefined || arrived === undefined || arrived.index < asked.index) return false;
    return (measure(asked.index, arrived.index, false)?.slow ?? 0) > limit;
  });
};
