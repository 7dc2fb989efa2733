import { duration, rounded } from "../amounts.ts";
import { loadNotes, queueSpan } from "../load-notes.ts";
import { utilisation } from "../loads.ts";
import { about, type Finding, type Rule } from "../rule.ts";
import { waitingOf } from "../waiting-lines.ts";

export const queueOverflow: Rule = {
  code: "queue-overflow",
  severity: "error",
  category: "quantity",
  precision: "medium",
  tier: "numbers",
  fixKind: "none",
  summary: "On average more waits in a queue than it holds.",
  why:
    "A queue that is full drops what comes, or blocks who sends, in normal operation and not only in a burst. What was meant as a " +
    "buffer is then a place where messages are lost.",
  bad:
    "jobs: { kind: queue; capacity: 2; overflow: drop-new }\nworker: { kind: worker; takes: 80ms }\n" +
    "api ~> jobs: resize { rate: 10/s }\njobs ~> worker: resize\n",
  good:
    "jobs: { kind: queue; capacity: 100; overflow: drop-new; consumers: 2 }\nworker: { kind: worker; takes: 80ms }\n" +
    "api ~> jobs: resize { rate: 10/s }\njobs ~> worker: resize\n",
  sources: [
    "Kleinrock, Queueing systems, 1975: M/M/c",
    "Little, A proof for the queuing formula L = λW, 1961",
  ],
  yieldsTo: [],
  limits:
    "An estimate: messages are taken to come and to be served at random (M/M/c), at the middle of the service times. Steadier traffic waits less. " +
    "It is an error where a full queue loses messages, and a warning where it makes the sender wait. Bursts cannot be written down, so they are not known.",
  check: ({ flow, loads, words }) =>
    loads.flatMap((load): readonly Finding[] => {
      const { capacity, overflow = "block" } = flow.participants[load.participant]?.attributes ?? {};
      const span = queueSpan(flow, load, "capacity");
      const waiting = waitingOf(load);
      if (capacity === undefined || span === undefined || waiting === undefined || waiting.count <= capacity)
        return [];
      const name = words.participant(load.participant);
      return [
        {
          message: `About ${rounded(waiting.count)} messages wait in ${name} on average, and it holds ${capacity}.`,
          span,
          ...(overflow === "block" ? { severity: "warning" } : {}),
          notes: [
            ...loadNotes(flow, load, words),
            {
              message: `busy ${Math.round(utilisation(load) * 100)} % of the time: each waits about ${duration(waiting.time)}, so ${rounded(waiting.count)} wait at once (estimate: M/M/${waiting.servers}, and Little's law)`,
            },
          ],
          help:
            overflow === "block"
              ? "add consumers, or make it hold more"
              : "add consumers, or make it hold more: what it does not hold is lost",
          about: [about.participant(load.participant)],
        },
      ];
    }),
};
