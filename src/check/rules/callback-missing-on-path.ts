import type { Note } from "../../source/diagnostic.ts";
import { placesOf } from "../callback-places.ts";
import { about, type Rule } from "../rule.ts";
import { waysToSend } from "../ways-to-send.ts";

export const callbackMissingOnPath: Rule = {
  code: "callback-missing-on-path",
  severity: "error",
  category: "correctness",
  precision: "high",
  tier: "paths",
  fixKind: "none",
  summary: "A callback comes on some paths only; on another nobody resolves, rejects or cancels it.",
  why:
    "Most often the failure branch stays silent: the work was refused, and whoever asked is never told. It waits for ever, or " +
    "believes that the work is still going on.",
  bad:
    "shop ~> pay: charge { callback: charged }\nalt: ok {\n  pay ~> shop: charged { resolves: charged }\n" +
    "} else: declined {\n  pay -> db: log\n}\nawait: charged\n",
  good:
    "shop ~> pay: charge { callback: charged }\nalt: ok {\n  pay ~> shop: charged { resolves: charged }\n" +
    "} else: declined {\n  pay -> db: log\n  pay ~> shop: declined { rejects: charged }\n}\nawait: charged\n",
  sources: ["AWS Step Functions, best practices: use timeouts to avoid stuck executions"],
  yieldsTo: [
    "await-without-sender",
    "callback-missing",
    "misrouted-callback",
    "await-by-wrong-participant",
    "await-before-request",
    "callback-before-request",
  ],
  limits:
    "A path on which an `on: NAME timeout` is drawn may stay silent. Where such a handler stands on other paths only, the " +
    "finding is for information. A callback in `stream` may arrive no time at all.",
  check: (context) =>
    context.obligations.flatMap((obligation) => {
      const { callback, receiver, expires } = obligation;
      const starved = obligation.says("arrived") ? placesOf(context, obligation, "starved") : undefined;
      const silent =
        obligation.says("sent") && !callback.stream ? placesOf(context, obligation, "missing") : undefined;
      const places = starved ?? silent;
      if (places === undefined) return [];
      const { words, flow } = context;
      const notes: Note[] = [];
      const other = flow.messages[callback.arrivals[0]?.message ?? -1];
      if (other !== undefined) notes.push({ message: "it comes here, on another path", span: other.span });
      const waited = places.lastOf("await");
      if (waited !== undefined)
        notes.push({
          message: `${words.participant(callback.owner)} waits here for ever then`,
          span: waited,
        });
      const who = receiver === undefined ? "Nothing" : words.participant(receiver);
      const what = receiver === undefined ? "resolves or rejects" : "neither resolves nor rejects";
      return [
        {
          message: `${who} ${what} the callback \`${callback.name}\` ${places.when === "" ? "on some path" : places.when}.`,
          span: places.asked,
          notes,
          help: `${waysToSend(context, obligation, "rejects").help} there, or say \`cancel: ${callback.name}\``,
          ...(expires && { severity: "info" as const }),
          about: [about.callback(callback.index)],
        },
      ];
    }),
};
