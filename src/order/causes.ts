import { at } from "./at.ts";
import { type BitRows, hasBit } from "./bits.ts";
import { type ChannelOrder, type Passage, passagesOf } from "./channels.ts";
import { closure } from "./closure.ts";
import { pathQueues } from "./handovers.ts";
import { type Needs, needsOf } from "./needs.ts";
import type { PathEvents } from "./path-events.ts";
import { topologicalOrder } from "./topological.ts";

/** The causal order of a path. */
export interface Causes {
  readonly events: PathEvents;
  readonly channels: ChannelOrder;
  /** What passes ordered channels. */
  readonly passages: readonly Passage[];
  /** By event; what channels and blocked callers add included. */
  readonly needs: readonly Needs[];
  /** Events and joins, each after what it needs as far as possible. */
  readonly sorted: readonly number[];
  /** Row `e`: the events that have happened whenever `e` happens; of an event that can never happen, all, itself included. */
  readonly past: BitRows;
  /** Whether the first event comes before the second in every execution in which the second happens. */
  readonly precedes: (first: number, second: number) => boolean;
  /** Events that can never happen: what they need needs them. */
  readonly never: readonly number[];
}

/**
 * Computes which events of a path must come before which.
 *
 * In:     a path's events; the order that channels keep.
 * Out:    the greatest relation that agrees with the needs of each event, with the channels (what enters one before, in every
 *         execution, leaves it before), and with callers that handle nothing while they wait for a reply (all events that
 *         come after such a call come after its reply). A receipt comes after what stands above it only if that causes it.
 *         Where one of several arrivals is enough, only what all of them have in their past comes before for certain.
 * Says:   nothing; circles are found by `circlesOf`.
 * Cost:   one pass of n²/32 words, and one per round in which a channel or circle still changes something: mostly one.
 * Source: CHECKS sections 2.3 and 2.4; data flow over and/or graphs, as for dominators (Aho et al., Compilers, section 9.6).
 */
export const causesOf = (events: PathEvents, channels: ChannelOrder = "declared"): Causes => {
  const handovers = pathQueues(events).handovers;
  const needs = needsOf(events, handovers);
  const sorted = topologicalOrder(events, needs);
  const passages = passagesOf(events, handovers, channels);
  const { past, derived } = closure(events, needs, sorted, passages);
  return {
    events,
    channels,
    passages,
    needs: needs.map(({ all, oneOf }, event) => ({ all: [...all, ...at(derived, event)], oneOf })),
    sorted,
    past,
    precedes: (first, second) => hasBit(past, second, first),
    never: events.list.filter(({ index }) => hasBit(past, index, index)).map(({ index }) => index),
  };
};
