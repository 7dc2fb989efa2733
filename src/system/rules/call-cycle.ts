import { callGraph, shortestCycles } from "../call-graph.ts";
import type { SystemRule } from "../system-rule.ts";

export const callCycle: SystemRule = {
  code: "call-cycle",
  severity: "warning",
  category: "liveness",
  precision: "high",
  summary: "Calls of several flows go round in a circle.",
  why:
    "Each of these participants waits for the next, and the last for the first. While all have threads to spare nobody notices; " +
    "under load every thread of every one of them waits for another, and none is left to answer. No single flow shows it.",
  bad: "orders -> billing: charge\nbilling --> orders: charged\n",
  files: { "refunds.slant": "billing -> orders: which order?\norders --> billing: order\n" },
  good: "orders ~> billing: charge { callback: charged }\nbilling ~> orders: done { resolves: charged }\nawait: charged\n",
  limits:
    "A circle that one flow shows by itself is left to that flow's own checks. Of the circles through the same participants, only a " +
    "shortest one is reported. Whether the calls ever happen at the same time is not known.",
  check: (system) =>
    shortestCycles(callGraph(system)).map((calls) => {
      const key = (index: number): string => `\`${system.flow.participants[index]?.key}\``;
      const [first, ...others] = calls as [(typeof calls)[number], ...typeof calls];
      return {
        message: `${[...calls.map(({ from }) => key(from)), key(first.from)].join(" calls ")}: each may wait for the next.`,
        span: first.message.span,
        notes: others.map(({ from, to, message }) => ({
          message: `${key(from)} calls ${key(to)} here`,
          span: message.span,
        })),
        help: "let one of them send a message and await the answer: `a ~> b: ask { callback: answer }`",
        on: calls.map(({ from, to }) => ({ from, to })),
        brief: "part of a circle of calls",
      };
    }),
};
