import { placesOf } from "../callback-places.ts";
import { about, type Rule } from "../rule.ts";
import { waysToSend } from "../ways-to-send.ts";

export const callbackMissing: Rule = {
  code: "callback-missing",
  severity: "error",
  category: "correctness",
  precision: "very-high",
  tier: "paths",
  fixKind: "suggestion",
  summary: "A callback is expected, and no message ever resolves or rejects it.",
  why:
    "Whoever asked goes on with work that nobody reports back on: neither its result nor its failure has a way home. Either the " +
    "answer was forgotten, or nobody expects one and the message should not say so.",
  bad: "api ~> crm: CreateContact { callback: created }\ncrm -> crm: score the lead\n",
  good:
    "api ~> crm: CreateContact { callback: created }\ncrm -> crm: score the lead\n" +
    "crm ~> api: ContactCreated { resolves: created }\nawait: created\n",
  sources: ["Hohpe and Woolf, Enterprise Integration Patterns, 2003: Request-Reply"],
  yieldsTo: [
    "await-without-sender",
    "misrouted-callback",
    "await-by-wrong-participant",
    "await-before-request",
    "callback-before-request",
  ],
  limits:
    "The answer must be in this flow. Where it belongs to another one, say `detach: NAME { reason: … }`.",
  check: (context) =>
    context.obligations.flatMap((obligation) => {
      const places = obligation.says("sent") ? undefined : placesOf(context, obligation, "missing");
      if (places === undefined) return [];
      const { callback, receiver } = obligation;
      const { words } = context;
      return [
        {
          message:
            receiver === undefined
              ? `Nothing ever resolves or rejects the callback \`${callback.name}\`.`
              : `${words.participant(receiver)} is asked for the callback \`${callback.name}\` too, and never resolves or rejects it.`,
          span: places.asked,
          ...waysToSend(context, obligation, "resolves"),
          about: [about.callback(callback.index)],
        },
      ];
    }),
};
