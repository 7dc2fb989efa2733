import { placesOf } from "../callback-places.ts";
import { about, type Rule } from "../rule.ts";

export const awaitBeforeRequest: Rule = {
  code: "await-before-request",
  severity: "error",
  category: "ordering",
  precision: "very-high",
  tier: "order",
  fixKind: "none",
  summary: "Something waits for a callback before it is asked for.",
  why:
    "Whoever asks waits first, and so never comes to ask: the flow stops there for good. On a path without the request, nobody " +
    "will ever send what is waited for.",
  bad: "await: done\na ~> b: job { callback: done }\nb ~> a: ready { resolves: done }\n",
  good: "a ~> b: job { callback: done }\nb ~> a: ready { resolves: done }\nawait: done\n",
  sources: ["Alur, Holzmann and Peled, An analyzer for message sequence charts, 1996"],
  yieldsTo: [],
  limits:
    "Order is that of the text: a request from another participant that may come earlier in time counts as later. Where the request " +
    "stands in a loop that may run no round, a wait below it is not judged on that path.",
  check: (context) =>
    context.obligations.flatMap((obligation) => {
      const places = placesOf(context, obligation, "awaited-early");
      if (places === undefined) return [];
      const { callback } = obligation;
      const { words } = context;
      const comesLater = places.isAskedLater;
      const when = places.when === "" ? "" : ` ${places.when}`;
      const waiter = words.participant(callback.owner);
      return [
        {
          message: comesLater
            ? `${waiter} waits for \`${callback.name}\` before it is asked for${when}.`
            : `${waiter} waits for \`${callback.name}\`, which nobody asks for${when}.`,
          span: places.awaited ?? places.asked,
          notes: [{ message: "it is asked for here", span: places.asked }],
          help: comesLater ? "move the wait below the request" : "let it wait only where it asks",
          about: [about.callback(callback.index)],
        },
      ];
    }),
};
