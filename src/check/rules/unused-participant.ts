import type { Flow } from "../../flow/flow.ts";
import { eachStatement } from "../../order/statements.ts";
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
    const used = usedIn(flow);
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

/** Every participant that something names. */
const usedIn = (flow: Flow): ReadonlySet<number> => {
  const used = new Set<number | null | undefined>();
  for (const { from, to, attributes } of flow.messages) {
    used.add(from).add(to).add(attributes["reply-to"]);
  }
  for (const { attributes } of flow.participants) used.add(attributes["dead-letter"]);
  for (const { attributes, operands } of flow.fragments) {
    for (const each of attributes.over ?? []) used.add(each);
    for (const each of [attributes, ...operands.map((operand) => operand.attributes)])
      used.add(each?.["decided-by"]);
  }
  eachStatement(flow, (step) => {
    if (step.kind === "note" || step.kind === "wait") for (const each of step.participants) used.add(each);
    if (step.kind === "create" || step.kind === "destroy") used.add(step.participant);
    if (step.kind === "await") used.add(step.by);
  });
  return new Set([...used].filter((each) => typeof each === "number"));
};
