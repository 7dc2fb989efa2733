import type { Flow } from "../../flow/flow.ts";
import { messageKinds } from "../../language/message-kinds.ts";

/** Which messages cross others, by index. */
export interface LateMessages {
  /** Messages whose receipt is written further down, or never comes. */
  readonly late: ReadonlySet<number>;
  /** Those and others that take long on an axis of time: their words are placed when all lines are known. */
  readonly loose: ReadonlySet<number>;
}

export const lateMessages = (flow: Flow): LateMessages => {
  const late = new Set<number>();
  const visit = (steps: Flow["body"]): void => {
    for (const step of steps) {
      if (step.kind === "arrive") for (const message of step.messages) late.add(message);
      if (step.kind === "fragment")
        for (const operand of flow.fragments[step.fragment]?.operands ?? []) visit(operand.body);
    }
  };
  visit(flow.body);
  for (const { index, attributes } of flow.messages) if (attributes["in-flight"]) late.add(index);
  if ((flow.config.time ?? "even") === "even") return { late, loose: late };
  const loose = new Set(late);
  for (const { index, kind, attributes, from, to } of flow.messages)
    if (messageKinds[kind].slants && attributes.latency && from !== to && from !== null && to !== null)
      loose.add(index);
  return { late, loose };
};
