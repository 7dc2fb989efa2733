import { placesOf } from "../callback-places.ts";
import { about, type Rule } from "../rule.ts";

export const callbackBeforeRequest: Rule = {
  code: "callback-before-request",
  severity: "error",
  category: "ordering",
  precision: "high",
  tier: "order",
  fixKind: "none",
  summary: "A callback is sent before it is asked for, or on a path that does not ask for it.",
  why:
    "An answer to a question that was not put has nobody to go to: there is no correlation to find and no handler that stands " +
    "ready, so it is thrown away or taken for the answer to something else.",
  bad: "b ~> a: done { resolves: x }\na ~> b: job { callback: x }\n",
  good: "a ~> b: job { callback: x }\nb ~> a: done { resolves: x }\nawait: x\n",
  sources: ["Alur, Holzmann and Peled, An analyzer for message sequence charts, 1996"],
  yieldsTo: ["await-before-request", "misrouted-callback"],
  limits:
    "Order is that of the text; whether the request causes the answer is not asked, since what lies between is often not drawn. " +
    "Where the request stands in a loop that may run no round, or several receivers are asked, the path without it is not judged.",
  check: (context) =>
    context.obligations.flatMap((obligation) => {
      const places = placesOf(context, obligation, "early");
      const { callback } = obligation;
      if (places?.arrival === undefined || places.brought === undefined) return [];
      const { words } = context;
      const comesLater = places.isAskedLater;
      const when = places.when === "" ? "" : ` ${places.when}`;
      return [
        {
          message: comesLater
            ? `${words.participant(places.arrival.from)} sends the callback \`${callback.name}\` before it is asked for${when}.`
            : `${words.participant(places.arrival.from)} sends the callback \`${callback.name}\`, which nobody asks for${when}.`,
          span: places.brought,
          notes: [{ message: "it is asked for here", span: places.asked }],
          help: comesLater
            ? "move the answer below the request"
            : "let it be sent only where it is asked for",
          about: [about.callback(callback.index)],
        },
      ];
    }),
};
