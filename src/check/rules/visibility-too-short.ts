import { participantKinds } from "../../language/participant-kinds.ts";
import type { Fix } from "../../source/diagnostic.ts";
import { duration, roomy } from "../amounts.ts";
import type { Context } from "../context.ts";
import { about, type Finding, type Rule } from "../rule.ts";
import type { SlowWay } from "../slow-ways.ts";
import type { TimedPath } from "../timed-paths.ts";
import { notesOn, sumOf, turnsOn } from "../way-notes.ts";

export const visibilityTooShort: Rule = {
  code: "visibility-too-short",
  severity: "error",
  category: "quantity",
  precision: "very-high",
  tier: "numbers",
  fixKind: "suggestion",
  summary:
    "Work on a message can last longer than its queue keeps it hidden, so it is delivered again meanwhile.",
  why:
    "The queue takes the consumer for dead and gives the message to the next one. Two of them work on it at once, both effects " +
    "happen, and under load the slow messages crowd out all others.",
  bad:
    "jobs: { kind: queue; visibility: 30s; max-receives: 5 }\nworker: { kind: worker; takes: 20s..45s }\n" +
    "api ~> jobs: render\njobs ~> worker: render\nworker --> jobs: ack\n",
  good:
    "jobs: { kind: queue; visibility: 2m; max-receives: 5 }\nworker: { kind: worker; takes: 20s..45s }\n" +
    "api ~> jobs: render\njobs ~> worker: render\nworker --> jobs: ack\n",
  sources: [
    "Amazon SQS Developer Guide: visibility timeout",
    "AWS Lambda Developer Guide: using Lambda with Amazon SQS",
  ],
  yieldsTo: [],
  limits:
    "Measured is from the delivery to its acknowledgement, without one to the end of the work that it leads to: service times, latencies and waits at their upper ends, and " +
    "calls with a `timeout` for as long as all their attempts may take. What has no time counts as 0. A message of the consumer into the same queue is taken to ask for more time.",
  check: (context) => {
    const worst = new Map<number, Outlasted>();
    for (const path of context.timed)
      for (const found of outlastedOn(context, path)) {
        const known = worst.get(found.queue);
        if (known === undefined || found.lasts > known.lasts) worst.set(found.queue, found);
      }
    return [...worst.values()].flatMap((found) => findingOf(context, found));
  },
};

interface Outlasted {
  readonly queue: number;
  readonly delivery: number;
  readonly visibility: number;
  /** ms. */
  readonly lasts: number;
  readonly from: number;
  readonly way: SlowWay | undefined;
  readonly path: TimedPath;
}

const outlastedOn = (
  { flow, facts, handling }: Context,
  path: Context["timed"][number],
): readonly Outlasted[] => {
  const { order, events } = path;
  const { list } = events;
  const deliveries: {
    readonly from: number;
    readonly delivery: number;
    to: number;
    settled: boolean;
    renewed: boolean;
  }[] = [];
  /** By delivering message, and by execution: the delivery that is being worked on. */
  const open = new Map<string, (typeof deliveries)[number]>();
  for (const { index, occurrence } of list) {
    const { kind, message = -1 } = order.occurrences[occurrence] ?? {};
    const { from, to } = flow.messages[message] ?? {};
    const queue = flow.participants[from ?? -1];
    const execution = `execution ${handling.executionOf[occurrence]}`;
    if (kind === "receipt" && queue !== undefined && participantKinds[queue.kind].channel) {
      const delivery = { from: index, delivery: message, to: index, settled: false, renewed: false };
      deliveries.push(delivery);
      open.set(`message ${message}`, delivery);
      open.set(execution, delivery);
      continue;
    }
    const settled = kind === "send" ? open.get(`message ${facts.queues.settles[message]}`) : undefined;
    if (settled !== undefined && !settled.settled) {
      settled.to = index;
      settled.settled = true;
      continue;
    }
    const working = open.get(execution);
    if (working === undefined || working.settled) continue;
    working.to = index;
    if (kind === "send" && to === flow.messages[working.delivery]?.from) working.renewed = true;
  }
  return deliveries.flatMap(({ from, to, delivery, renewed }): readonly Outlasted[] => {
    const { from: queue, to: consumer } = flow.messages[delivery] ?? {};
    const { visibility } = flow.participants[queue ?? -1]?.attributes ?? {};
    if (visibility === undefined || queue === undefined || queue === null || renewed) return [];
    const way = path.measure(from, to, true);
    const takes = flow.participants[consumer ?? -1]?.attributes.takes?.high ?? 0;
    const lasts = Math.max(way?.slow ?? 0, takes);
    return lasts < visibility ? [] : [{ queue, delivery, visibility, lasts, from, way, path }];
  });
};

const findingOf = (
  { flow, words }: Context,
  { queue, delivery, visibility, lasts, from, way, path }: Outlasted,
): readonly Finding[] => {
  const delivered = flow.messages[delivery]?.span;
  const consumer = words.participant(flow.messages[delivery]?.to ?? null);
  const steps = way !== undefined && way.slow === lasts ? way.steps : [];
  const turns = words.when(turnsOn(path, steps, from));
  const enough = duration(roomy(lasts * 1.2));
  const value = flow.participants[queue]?.attributeSpans.visibility;
  const span = value ?? delivered;
  if (span === undefined) return [];
  const fix: readonly Fix[] =
    value === undefined
      ? []
      : [
          {
            kind: "suggestion",
            message: `Keep it hidden for ${enough}`,
            edits: [{ span: value, text: enough }],
          },
        ];
  return [
    {
      message: `${consumer} may work on ${words.message(delivery)} for ${duration(lasts)}${turns === "" ? "" : ` ${turns}`}, but ${words.participant(queue)} delivers it again after ${duration(visibility)}.`,
      span,
      notes: [
        ...(delivered === undefined ? [] : [{ message: "it is delivered here", span: delivered }]),
        ...(steps.length > 0
          ? [
              ...notesOn(path, steps, words),
              {
                message: `${sumOf(steps.map(({ ms }) => ms))}, and the visibility is ${duration(visibility)}`,
              },
            ]
          : [
              {
                message: `${consumer} takes up to ${duration(lasts)}, and the visibility is ${duration(visibility)}`,
              },
            ]),
      ],
      help: `set \`visibility: ${enough}\` or more, or let ${consumer} ask for more time meanwhile`,
      fixes: fix,
      about: [about.participant(queue)],
    },
  ];
};
