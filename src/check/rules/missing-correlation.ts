import { placesOf } from "../callback-places.ts";
import { about, type Rule } from "../rule.ts";

export const missingCorrelation: Rule = {
  code: "missing-correlation",
  severity: "error",
  category: "correctness",
  precision: "medium",
  tier: "paths",
  fixKind: "none",
  summary: "A callback is asked for again while it is open, and nothing tells the answers apart.",
  why:
    "Two requests are under way under one name. When an answer comes, nobody can say which of them it belongs to, and one item " +
    "gets the result of another.",
  bad: "loop: for each item {\n  a ~> b: price { callback: priced }\n}\nloop: for each answer {\n  b ~> a: price is { resolves: priced }\n}\nawait: priced\n",
  good:
    "loop: for each item {\n  a ~> b: price { callback: priced; correlation: item }\n}\nloop: for each answer {\n" +
    "  b ~> a: price is { resolves: priced; correlation: item }\n}\nawait: priced\n",
  sources: [
    "Hohpe and Woolf, Enterprise Integration Patterns, 2003: Correlation Identifier",
    "OpenTelemetry, semantic conventions for messaging: conversation id",
  ],
  yieldsTo: [
    "callback-missing",
    "misrouted-callback",
    "unawaited-callback",
    "callback-not-awaited-on-path",
    "await-by-wrong-participant",
    "callback-missing-on-path",
    "await-without-sender",
    "await-before-request",
  ],
  limits:
    "Requests that are repeated by a `retry` are another matter. Two callbacks with names of their own are told apart by their names.",
  check: (context) =>
    context.obligations.flatMap((obligation) => {
      const { callback } = obligation;
      const asking = callback.asked.flatMap(({ message }) => context.flow.messages[message] ?? []);
      const isTold = asking.some(
        ({ attributes, within }) =>
          attributes.correlation !== undefined ||
          within.some(({ fragment }) => context.flow.fragments[fragment]?.kind === "retry"),
      );
      const places = isTold ? undefined : placesOf(context, obligation, "reopened");
      if (places === undefined) return [];
      return [
        {
          message: `The callback \`${callback.name}\` is asked for again while it is open, and nothing tells the answers apart.`,
          span: places.asked,
          help: "add `correlation: …` to the request and its answer, with what differs between rounds; or wait for it in each round",
          about: [about.callback(callback.index)],
        },
      ];
    }),
};
