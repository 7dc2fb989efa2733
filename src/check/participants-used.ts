import type { Flow } from "../flow/flow.ts";
import { eachStatement } from "../order/statements.ts";

/** Every participant that something names: a message, a mark, an attribute. Cost: linear in the flow. */
export const participantsUsed = (flow: Flow): ReadonlySet<number> => {
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
