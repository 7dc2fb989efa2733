import type { Flow, Step } from "../flow/flow.ts";
import { at } from "./at.ts";

/**
 * Calls `visit` for every statement, a fragment before what it holds.
 *
 * In:   a flow.
 * Out:  nothing; `visit` sees the statements in written order.
 * Says: nothing.
 * Cost: linear in statements.
 * Source: LANGUAGE section 7.
 */
export const eachStatement = (
  flow: Flow,
  visit: (step: Step) => void,
  body: readonly Step[] = flow.body,
): void => {
  for (const step of body) {
    visit(step);
    if (step.kind !== "fragment") continue;
    for (const operand of at(flow.fragments, step.fragment).operands)
      eachStatement(flow, visit, operand.body);
  }
};

/**
 * The messages whose receipt an `arrive` places.
 *
 * In: a flow. Out: message indices. Says: nothing. Cost: linear. Source: LANGUAGE section 9.
 */
export const arrivalsPlaced = (flow: Flow): ReadonlySet<number> => {
  const placed = new Set<number>();
  eachStatement(flow, (step) => {
    if (step.kind === "arrive") for (const message of step.messages) placed.add(message);
  });
  return placed;
};

/** Who brings participants into existence: messages, and `create` statements that no message follows. */
export interface Creations {
  readonly messages: ReadonlySet<number>;
  readonly alone: ReadonlySet<number>;
}

/**
 * Finds what creates participants.
 *
 * In:     a flow.
 * Out:    messages with `creates`, and the next message to a participant after its `create`; participants whose `create`
 *         has no message after it.
 * Says:   nothing.
 * Cost:   linear.
 * Source: LANGUAGE section 8: the next message to it creates it.
 */
export const creationsOf = (flow: Flow): Creations => {
  const messages = new Set<number>();
  const pending = new Set<number>();
  eachStatement(flow, (step) => {
    if (step.kind === "create") pending.add(step.participant);
    if (step.kind !== "message") return;
    for (const index of step.messages) {
      const { to, attributes } = at(flow.messages, index);
      if (to === null) continue;
      if (attributes.creates === true || pending.delete(to)) messages.add(index);
    }
  });
  return { messages, alone: pending };
};
