import { duration, rate } from "../amounts.ts";
import type { Context } from "../context.ts";
import { loadNotes, queueSpan } from "../load-notes.ts";
import { type Load, utilisation } from "../loads.ts";
import { about, type Finding, type Rule } from "../rule.ts";
import { waitingOf } from "../waiting-lines.ts";

export const retentionOverflow: Rule = {
  code: "retention-overflow",
  severity: "error",
  category: "quantity",
  precision: "high",
  tier: "numbers",
  fixKind: "none",
  summary: "A message can wait in a queue for longer than the queue keeps it.",
  why:
    "What is older than the retention is thrown away without a word: no consumer sees it, no dead letter is written, and nothing " +
    "fails. It shows up weeks later as data that is missing.",
  bad:
    "jobs: { kind: queue; capacity: 10k; retention: 1h }\nworker: { kind: worker; takes: 2s }\n" +
    "api ~> jobs: resize\njobs ~> worker: resize\n",
  good:
    "jobs: { kind: queue; capacity: 10k; retention: 1d }\nworker: { kind: worker; takes: 2s }\n" +
    "api ~> jobs: resize\njobs ~> worker: resize\n",
  sources: [
    "Little, A proof for the queuing formula L = λW, 1961",
    "Amazon SQS Developer Guide: message retention",
  ],
  yieldsTo: [],
  limits:
    "It is an error where the average wait, estimated as M/M/c, is longer than the retention, and a warning where that needs a full queue: its `capacity` at the middle speed of its consumers. " +
    "Outages of consumers cannot be written down, so they are not known. What replays from its source, or keeps the newest of each key, may suppress it.",
  check: (context) =>
    context.loads.flatMap((load): readonly Finding[] => {
      const { retention, capacity } = context.flow.participants[load.participant]?.attributes ?? {};
      // What grows without bound is another mistake.
      if (retention === undefined || utilisation(load) >= 1) return [];
      const waiting = waitingOf(load);
      if (waiting !== undefined && waiting.time > retention) {
        const sum = `each waits about ${duration(waiting.time)} on average (estimate: M/M/${waiting.servers})`;
        return findingOf(context, load, waiting.time, retention, "on average", sum);
      }
      const full = capacity === undefined ? 0 : (1000 * capacity) / load.usual;
      if (capacity === undefined || full <= retention) return [];
      const sum = `${capacity} messages / ${rate(load.usual)} = ${duration(full)} until a full queue is empty`;
      return findingOf(context, load, full, retention, "when it is full", sum);
    }),
};

const findingOf = (
  { flow, words }: Context,
  load: Load,
  wait: number,
  retention: number,
  when: string,
  sum: string,
): readonly Finding[] => {
  const span = queueSpan(flow, load, "retention");
  if (span === undefined) return [];
  return [
    {
      message: `A message waits ${duration(wait)} in ${words.participant(load.participant)} ${when}, and is thrown away after ${duration(retention)}.`,
      span,
      ...(when === "on average" ? {} : { severity: "warning" }),
      notes: [
        ...loadNotes(flow, load, words),
        { message: `${sum}, and the retention is ${duration(retention)}` },
      ],
      help: `keep messages for more than ${duration(wait)}, or add consumers`,
      about: [about.participant(load.participant)],
    },
  ];
};
