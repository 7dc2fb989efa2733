import { processDivergence } from "../../../src/check/rules/process-divergence.ts";
import { describeRule } from "../describe-rule.ts";

const loop = (body: string, label = "until stopped"): string =>
  `loop: ${label} {\n  ${body.replaceAll("\n", "\n  ")}\n}\n`;

describeRule(processDivergence, {
  silent: {
    "a loop with a bound": loop("a ~> b: item", "100 times"),
    "a loop at intervals": loop("a ~> b: item", "every 5s"),
    "a loop whose words may mean a bound": loop("a ~> b: item", "for each order"),
    "an answer": loop("a ~> b: item\nb ~> a: more"),
    "an answer by way of others": loop("a ~> b: item\nb ~> c: item\nc ~> a: more"),
    "a call, which waits": loop("a -> b: item"),
    "a queue with a capacity": `q: { kind: queue; capacity: 100 }\n${loop("a ~> q: item\nq ~> b: item")}`,
    "a topic": `t: { kind: topic }\n${loop("a ~> t: item")}`,
    "what people send": `a: { kind: person }\n${loop("a ~> b: click")}`,
    "a streamed callback": `a ~> b: render { callback: progress; stream: progress }\n${loop("b ~> a: 40 % { resolves: progress }")}on: progress {\n  a -> a: show\n}\n`,
    "a receiver that is known to keep up": `q: { kind: queue }\nb: { takes: 10ms }\n${loop("a ~> q: item { rate: 10/s }\nq ~> b: item")}`,
    "messages outside of loops": "a ~> b: item\na ~> b: item\n",
  },
  reports: {
    "a sender that never waits": [loop("a ~> b: item"), "a ~> b: item"],
    "a queue without a bound": [`q: { kind: queue }\n${loop("a ~> q: item\nq ~> b: item")}`, "a ~> q: item"],
    "the last link of a chain": [loop("a -> b: item\nb --> a: ok\nb ~> c: item"), "b ~> c: item"],
    "a receiver that is known not to keep up": [
      `q: { kind: queue }\nb: { takes: 1s }\n${loop("a ~> q: item { rate: 10/s }\nq ~> b: item")}`,
      "a ~> q: item { rate: 10/s }",
    ],
  },
});
