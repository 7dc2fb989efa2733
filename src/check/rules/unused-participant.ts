import { participantsUsed } from "../participants-used.ts";
import { about, type Rule } from "../rule.ts";

export const unusedParticipant: Rule = {
  code: "unused-participant",
  severity: "warning",
  category: "style",
  precision: "high",
  tier: "structure",
  fixKind: "none",
  summary: "A participant is declared, and nothing in the flow has to do with it.",
  why:
    "Its empty lifeline makes the picture wider and the reader wonder which message is missing. Either one is, or the participant " +
    "is left over from an earlier version.",
  bad: "web: Web shop\napi: API\nmail: Mail service\nweb ~> api: order\n",
  good: "web: Web shop\napi: API\nmail: Mail service\nweb ~> api: order\napi ~> mail: confirm\n",
  sources: [],
  yieldsTo: [],
  limits:
    "A participant is used by messages and associations, notes, marks, `over`, `reply-to`, `decided-by`, and as a dead-letter queue. " +
    "Those that come with an imported file may be there for other flows, so they are left alone, and so is a file without messages.",
  check: ({ flow, words }) => {
    // A file of participants alone is there to be imported.
    if (flow.messages.length === 0) return [];
    const used = participantsUsed(flow);
    return flow.participants
      .filter(({ index, declared, span }) => declared && span.file === flow.file && !used.has(index))
      .map(({ index, span }) => ({
        message: `Nothing sends to ${words.participant(index)}, and it sends nothing.`,
        span: words.firstWord(span),
        help: "draw what it does, or take it out",
        about: [about.participant(index)],
      }));
  },
};
