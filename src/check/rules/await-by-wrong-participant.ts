import { mayAwait } from "../hand-over.ts";
import { about, type Rule } from "../rule.ts";

export const awaitByWrongParticipant: Rule = {
  code: "await-by-wrong-participant",
  severity: "error",
  category: "correctness",
  precision: "high",
  tier: "order",
  fixKind: "none",
  summary: "Somebody waits for a callback that arrives at somebody else and is never handed over.",
  why:
    "The one who waits is never told, and waits for ever; the one who is told does not wait. Both look right as long as one reads " +
    "only one lifeline.",
  bad: "c ~> a: start\na ~> b: job { callback: done }\nb ~> a: ready { resolves: done }\nawait: done { by: c }\n",
  good: "c ~> a: start\na ~> b: job { callback: done }\nb ~> a: ready { resolves: done }\na ~> c: finished { carries: done }\nawait: done { by: c }\n",
  sources: ["Honda, Yoshida and Carbone, Multiparty asynchronous session types, 2008: delegation"],
  yieldsTo: ["misrouted-callback"],
  limits:
    "Any chain of messages from the arrival to the one who waits counts as a hand-over, also through a store that one writes and " +
    "the other reads.",
  check: ({ facts, flow, words }) =>
    facts.occurrences.list.flatMap((occurrence) => {
      if (occurrence.kind !== "await") return [];
      const wrong = (occurrence.callbacks ?? []).flatMap((index) => flow.callbacks[index] ?? []);
      return wrong
        .filter((callback) => !mayAwait(facts, callback, occurrence))
        .map((callback) => {
          const name = facts.awaitedNames.get(occurrence.index)?.find(({ text }) => text === callback.name);
          const arrival = flow.messages[callback.arrivals[0]?.message ?? -1];
          const [waiter, receiver] = [
            words.key(occurrence.lifeline < 0 ? null : occurrence.lifeline),
            words.key(arrival?.to ?? null),
          ];
          return {
            message: `\`${waiter}\` waits for \`${callback.name}\`, which arrives at \`${receiver}\`.`,
            span: name?.span ?? occurrence.span,
            notes: arrival === undefined ? [] : [{ message: "it arrives here", span: arrival.span }],
            help: `let \`${receiver}\` wait, or hand it over: \`${receiver} ~> ${waiter}: … { carries: ${callback.name} }\``,
            about: [about.callback(callback.index)],
          };
        });
    }),
};
