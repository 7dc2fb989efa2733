import { at } from "./at.ts";
import { hasBit } from "./bits.ts";
import type { Causes } from "./causes.ts";
import type { NeedReason } from "./needs.ts";
import { occurrenceKinds } from "./occurrence.ts";

/** Events that wait for each other: each needs the next one, the last one needs the first. */
export interface Circle {
  readonly steps: readonly { readonly event: number; readonly why: NeedReason }[];
}

/**
 * Shows why events of a path can never happen.
 *
 * In:     the causal order of a path.
 * Out:    circles of needs, no two with an event in common; every event that can never happen needs one of them. `why` says
 *         why an event needs the next one in the circle.
 * Says:   nothing: whether it is a fault, and whose, is for a check to say.
 * Cost:   linear in the needs of the events that can never happen, and in what stands above them on their lifelines.
 * Source: CHECKS section 2.4: through an await rules 5 and 9, through a blocked caller rule 17.
 */
export const circlesOf = (causes: Causes): readonly Circle[] => {
  const { events, needs, never, past } = causes;
  const { order, list, previous, joins, returns } = events;
  const isStuck = (event: number): boolean => hasBit(past, event, event);
  const controlled = (event: number): boolean =>
    occurrenceKinds[at(order.occurrences, at(list, event).occurrence).kind].controlled;

  /** The first stuck event at a node: itself; of a join its parts; above a receipt, what its lifeline did. */
  const stuckAt = (node: number, seen: Set<number>): number => {
    for (let each = node; each >= 0 && !seen.has(each); each = at(previous, each)) {
      seen.add(each);
      if (each >= list.length) {
        const parts = at(joins, each - list.length).map((part) => stuckAt(part, seen));
        const returned = at(returns, each - list.length);
        return parts.find((part) => part >= 0) ?? (returned >= 0 && isStuck(returned) ? returned : -1);
      }
      if (isStuck(each)) return each;
      if (controlled(each)) return -1;
    }
    return -1;
  };
  const stuckNeed = (event: number): { readonly event: number; readonly why: NeedReason } | undefined => {
    const { all, oneOf } = at(needs, event);
    for (const { from, why } of all) {
      const stuck = why === "lifeline" ? stuckAt(from, new Set()) : isStuck(from) ? from : -1;
      if (stuck >= 0) return { event: stuck, why };
    }
    const group = oneOf.find((choices) => choices.every(isStuck));
    return group === undefined ? undefined : { event: at(group, 0), why: "await" };
  };

  const circles: Circle[] = [];
  const visited = new Map<number, number>();
  for (const start of never) {
    const steps: { event: number; why: NeedReason }[] = [];
    let event = start;
    for (; !visited.has(event); ) {
      visited.set(event, start);
      const need = stuckNeed(event);
      if (need === undefined) break;
      steps.push({ event, why: need.why });
      event = need.event;
    }
    const first = visited.get(event) === start ? steps.findIndex((step) => step.event === event) : -1;
    if (first >= 0) circles.push({ steps: steps.slice(first) });
  }
  return circles;
};
