import { about, type Rule } from "../rule.ts";

export const unboundedRetry: Rule = {
  code: "unbounded-retry",
  severity: "error",
  category: "liveness",
  precision: "very-high",
  tier: "structure",
  fixKind: "none",
  summary: "A retry has no bound and no way out but success.",
  why:
    "What fails for good is tried for ever: it holds up everything behind it and keeps hitting a system that is already down. " +
    "After some attempts it must stop and say so.",
  bad: "retry: until it works {\n  a -> b: put\n}\n",
  good: "retry: 5 times {\n  a -> b: put\n} else: exhausted {\n  a ~> ops: alert\n}\n",
  sources: [
    "Amazon Builders' Library: Timeouts, retries and backoff with jitter",
    "Azure Architecture Center: Retry pattern",
  ],
  yieldsTo: [],
  limits:
    "A bound is `N times` or `N..M times`. An `else`, or a `break` inside, counts as a way out as well.",
  check: ({ flow, words }) =>
    flow.fragments
      .filter(
        ({ kind, rounds, operands }) => kind === "retry" && rounds?.high === null && operands.length === 1,
      )
      .filter(
        ({ index }) =>
          !flow.fragments.some(({ kind, within }) => kind === "break" && within.at(-1)?.fragment === index),
      )
      .map((fragment) => ({
        message: `\`retry${fragment.label === undefined ? "" : `: ${fragment.label.text}`}\` never gives up.`,
        span: fragment.label?.span ?? words.firstWord(fragment.span),
        help: "say how often: `retry: 5 times { … } else: exhausted { … }`",
        about: [about.fragment(fragment.index)],
      })),
};
