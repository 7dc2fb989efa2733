import { participantKinds } from "../../language/participant-kinds.ts";
import { duration, rate, rounded } from "../amounts.ts";
import { loadNotes, queueSpan, serverNames } from "../load-notes.ts";
import { middle, utilisation } from "../loads.ts";
import { about, type Finding, type Rule } from "../rule.ts";

/** Share of the time above which waiting grows steeply. */
const busy = 0.8;
/** Share of the time that leaves room for bursts. */
const calm = 0.7;

export const queueUnstable: Rule = {
  code: "queue-unstable",
  severity: "error",
  category: "quantity",
  precision: "very-high",
  tier: "numbers",
  fixKind: "none",
  summary: "As much comes in as can be worked off, or more: what waits grows without bound.",
  why:
    "No queue is long enough for a load above the capacity of its consumers: it only hides the fault until memory, retention or " +
    "patience ends. Already above 80 % of the capacity each further percent makes the waiting much longer.",
  bad:
    "jobs: { kind: queue; consumers: 4 }\nworker: { kind: worker; takes: 100ms }\n" +
    "api ~> jobs: resize { rate: 50/s }\njobs ~> worker: resize\n",
  good:
    "jobs: { kind: queue; consumers: 8 }\nworker: { kind: worker; takes: 100ms }\n" +
    "api ~> jobs: resize { rate: 50/s }\njobs ~> worker: resize\n",
  sources: ["Kleinrock, Queueing systems, 1975"],
  yieldsTo: ["queue-overflow"],
  limits:
    "Known is what has numbers: `rate` on what comes in, `takes` of all consumers, `consumers` of the queue and `concurrency` of the consumers, whose upper ends count, since they may grow. " +
    "It is an error only if the consumers cannot keep up at their fastest, and a warning above 80 % of their middle speed. Retries and redeliveries come on top and are not counted.",
  check: ({ flow, loads, words }) =>
    loads.flatMap((load): readonly Finding[] => {
      const { participant, arrives, fastest, usual, count } = load;
      const span = queueSpan(flow, load, "consumers");
      if (arrives === undefined || span === undefined) return [];
      const isHopeless = arrives >= fastest;
      const share = isHopeless ? arrives / fastest : utilisation(load);
      if (share <= busy) return [];
      const name = words.participant(participant);
      const speed = isHopeless ? fastest : usual;
      const needed = Math.ceil((count * arrives) / (calm * speed));
      const isChannel = participantKinds[flow.participants[participant]?.kind ?? "service"].channel;
      const who = serverNames(load, words);
      const bound = isHopeless ? "at the fastest" : "at the middle of the service times";
      const [server] = load.servers;
      const sum =
        server !== undefined && load.servers.length === 1
          ? `${rate(arrives)} × ${duration(isHopeless ? server.takes.low : middle(server.takes))} / ${rounded(server.count)}`
          : `${rate(arrives)} / ${rate(speed)}`;
      return [
        {
          message: isHopeless
            ? `${rate(arrives)} come into ${name}, and ${isChannel ? who : "it"} can work off ${rate(fastest)} at most.`
            : `${isChannel ? who : name} is busy ${Math.round(share * 100)} % of the time with what comes into ${isChannel ? name : "it"}.`,
          span,
          ...(isHopeless ? {} : { severity: "warning" }),
          notes: [
            ...loadNotes(flow, load, words),
            { message: `${sum} = ${rounded(share)}, and it must stay below 1 (${bound})` },
          ],
          help: `${needed} at once would be busy ${Math.round(calm * 100)} % of the time`,
          about: [
            about.participant(participant),
            ...load.servers.map((server) => `load ${participant} ${server.participant}`),
          ],
        },
      ];
    }),
};
