import { unreachedIn } from "../reach.ts";
import { about, type Rule } from "../rule.ts";

export const unreachableEvent: Rule = {
  code: "unreachable-event",
  severity: "warning",
  category: "correctness",
  precision: "high",
  tier: "paths",
  fixKind: "none",
  summary: "Something is drawn that can happen on no path.",
  why:
    "It stands below the end of its lifeline, or under a condition that was decided the other way before. Whoever reads it believes " +
    "that the system does it.",
  bad: "a ~> b: hi\ndestroy: b\na ~> b: more\n",
  good: "a ~> b: hi\na ~> b: more\ndestroy: b\n",
  sources: ["Holzmann, The Spin model checker, 2003: unreached code"],
  yieldsTo: ["late-callback", "callback-missing", "callback-missing-on-path", "unawaited-callback"],
  limits:
    "Conditions contradict each other only where their words, and those after `decided-by`, are the same, and never those of a `break`. At most eight conditions are " +
    "followed at once.",
  check: ({ facts, flow, words }) => {
    const reported = new Set<string>();
    return unreachedIn(facts).flatMap(({ occurrence, why }) => {
      const { span, lifeline, message, within } = facts.occurrences.list[occurrence] ?? {};
      const key = `${span?.file} ${span?.start}`;
      if (span === undefined || within === undefined || reported.has(key)) return [];
      reported.add(key);
      const end = facts.occurrences.list.find(
        (other) => other.kind === "destroy" && other.lifeline === lifeline,
      );
      const sent = flow.messages[message ?? -1];
      const callbacks = [...(sent?.resolves ?? []), ...(sent?.rejects ?? [])].map((name) =>
        about.callback(facts.occurrences.callbacks.find(name)),
      );
      const isEnd = why === "ended";
      return [
        {
          message: isEnd
            ? `This can never happen: ${words.participant(lifeline ?? null)} has ended before.`
            : "This can never happen: its condition was decided the other way before.",
          span,
          notes: isEnd && end !== undefined ? [{ message: "it ends here", span: end.span }] : [],
          help: isEnd
            ? "move it above the end, or create the participant again"
            : "take it out, or word the condition otherwise",
          about: callbacks.length > 0 ? callbacks : [about.message(message ?? -1)],
        },
      ];
    });
  },
};
