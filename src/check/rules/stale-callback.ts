import type { Fix } from "../../source/diagnostic.ts";
import type { Span } from "../../source/span.ts";
import type { Context } from "../context.ts";
import { about, type Rule } from "../rule.ts";
import { staleCallbacks } from "../stale-callbacks.ts";

export const staleCallback: Rule = {
  code: "stale-callback",
  severity: "error",
  category: "correctness",
  precision: "high",
  tier: "paths",
  fixKind: "suggestion",
  summary: "After a retry, the late answer to one attempt can be taken for the answer to the next.",
  why:
    "The first attempt was given up, but its work goes on. When its answer comes while the second one is waited for, nothing tells the " +
    "two apart: the owner goes on with the old result, and the new one arrives where nobody expects it.",
  bad: "retry: 3 times {\n  a ~> b: job { callback: done }\n  await: done { timeout: 1s }\n  b ~> a: done { resolves: done }\n}\n",
  good:
    "retry: 3 times {\n  a ~> b: job { callback: done; correlation: attempt }\n  await: done { timeout: 1s }\n" +
    "  b ~> a: done { resolves: done; correlation: attempt }\n}\n",
  sources: ["Hohpe and Woolf, Enterprise Integration Patterns, 2003: Correlation Identifier"],
  yieldsTo: [
    "missing-correlation",
    "late-callback",
    "await-without-sender",
    "callback-missing",
    "misrouted-callback",
  ],
  limits:
    "A round counts as given up where it has an await with a time limit, a handled timeout or a cancel. Requests that are `idempotent`, or " +
    "whose receiver is, are left alone, as are those whose declared latencies keep the limit. How it comes about is not shown step by " +
    "step: in the order of the picture, each answer comes before the next round.",
  check: (context) =>
    staleCallbacks(context.facts).map(({ callback, asking, fragment, givesUp }) => {
      const { words } = context;
      const place = callback.asked.find(({ message }) => message === asking.index)?.span ?? asking.span;
      return {
        message: `A late answer to one request of \`${callback.name}\` can be taken for the answer to the next one, of another round of \`${fragment.kind}\`: nothing tells them apart.`,
        span: place,
        notes: [{ message: "here a round gives it up", span: givesUp.span }],
        help: `give each attempt an id that the answer brings back: \`correlation: attempt\` on both; or say \`idempotent: true\` if any answer will do`,
        fixes: correlated(words, place),
        about: [about.callback(callback.index)],
      };
    }),
};

/** Adds a correlation behind the one name of a `callback:`. */
const correlated = (words: Context["words"], place: Span): readonly Fix[] => {
  const before = words.text({ ...place, start: Math.max(0, place.start - 40), end: place.start });
  if (!/callback:\s*$/.test(before)) return [];
  const span = { ...place, start: place.end };
  return [
    {
      kind: "suggestion",
      message: "Tell the attempts apart",
      edits: [{ span, text: "; correlation: attempt" }],
    },
  ];
};
