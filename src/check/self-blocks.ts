import type { Message } from "../flow/flow.ts";
import { participantKinds } from "../language/participant-kinds.ts";
import type { Causes } from "../order/causes.ts";
import { type Circle, circlesOf } from "../order/circles.ts";
import { occurrenceKinds } from "../order/occurrence.ts";
import { beginningOf } from "../order/schedule.ts";
import type { Facts } from "./facts.ts";
import type { Look } from "./orderings.ts";
import { stepsOf, type Witness } from "./witness.ts";

/** A call whose reply can come only after something that its caller does not do before the reply has come. */
export interface SelfBlock {
  readonly call: Message;
  /** The occurrence at the caller that has to wait for the reply, and that the reply has to wait for. */
  readonly held: number;
  /** Callbacks that are waited for in the circle. */
  readonly callbacks: readonly number[];
  readonly witness?: Witness;
}

/**
 * Whether a flow has a caller that handles nothing while it waits.
 *
 * In: the facts of a flow. Out: true or false. Says: nothing. Cost: linear in messages.
 */
export const mayBlock = ({ flow, calls }: Facts): boolean =>
  flow.messages.some(({ from, index }) => {
    const caller = flow.participants[from ?? -1];
    if (caller === undefined || calls.blocks[index] !== true || participantKinds[caller.kind].channel)
      return false;
    return !(caller.attributes.reentrant ?? participantKinds[caller.kind].reentrant);
  });

/**
 * Finds calls of a path that can never be answered, since their answer needs the caller.
 *
 * In:     a path; `found` takes each by its name, and what to say of it.
 * Out:    of each circle through the reply to a blocked caller, the call, and what the caller is needed for. The witness goes as
 *         far as it can: all that leads to the circle.
 * Says:   nothing.
 * Cost:   that of circlesOf, and linear in what the circle needs.
 * Source: CHECKS rule 17; a wait-for graph (Holt, Some deadlock properties of computer systems, 1972).
 */
export const selfBlocksOn = (
  { facts, causes, shown }: Look,
  found: (key: string, make: () => SelfBlock) => void,
): void => {
  if (causes.never.length === 0) return;
  const { events } = causes;
  const occurrenceOf = (event: number) => facts.occurrences.list[events.list[event]?.occurrence ?? -1];
  for (const circle of circlesOf(causes)) {
    const { steps } = circle;
    for (const [place, { event, why }] of steps.entries()) {
      const reply = steps[(place + 1) % steps.length]?.event ?? -1;
      const call = events.replyOf.indexOf(reply);
      const [held, message] = [occurrenceOf(event), facts.flow.messages[occurrenceOf(call)?.message ?? -1]];
      if (why !== "reply" || message === undefined || held === undefined) continue;
      found(`${message.index}`, () => ({
        call: message,
        held: held.index,
        callbacks: steps.flatMap((step) => {
          const { kind, callbacks = [] } = occurrenceOf(step.event) ?? {};
          return kind !== undefined && occurrenceKinds[kind].waits ? callbacks : [];
        }),
        ...shown(() => {
          const schedule = beginningOf(causes, leadingTo(causes, circle));
          if (schedule === undefined) return undefined;
          const place = schedule.indexOf(call);
          return {
            steps: stepsOf(events, schedule),
            remarks: new Map(place < 0 ? [] : [[place, "waits for its reply from here on"]]),
          };
        }),
      }));
      break;
    }
  }
};

/** What can still happen of all that the events of a circle need. */
const leadingTo = ({ events, needs, precedes }: Causes, { steps }: Circle): readonly number[] => {
  const { list, joins, returns, previous, order } = events;
  const reached = new Set<number>();
  const seen = new Set<number>();
  const work = steps.map(({ event }) => event);
  const isDeed = (event: number): boolean =>
    occurrenceKinds[order.occurrences[list[event]?.occurrence ?? -1]?.kind ?? "send"].controlled;
  /** A node on a lifeline, and what stands above it there up to what the lifeline did last. */
  const above = (from: number): readonly number[] => {
    const nodes: number[] = [];
    for (let node = from; node >= 0; node = previous[node] ?? -1) {
      if (node < list.length) nodes.push(node);
      else {
        const join = node - list.length;
        nodes.push(...(joins[join] ?? []).flatMap(above), returns[join] ?? -1);
      }
      if (node >= list.length || isDeed(node)) break;
    }
    return nodes;
  };
  for (let event = work.pop(); event !== undefined; event = work.pop()) {
    if (event < 0 || seen.has(event)) continue;
    seen.add(event);
    if (!precedes(event, event)) {
      reached.add(event);
      continue;
    }
    for (const { from, why } of needs[event]?.all ?? [])
      work.push(...(why === "lifeline" ? above(from) : from < list.length ? [from] : above(from)));
  }
  return [...reached];
};
