import { at } from "./at.ts";
import {
  addRow,
  type BitRows,
  bitRows,
  clearBit,
  copyRow,
  dropRow,
  fillRow,
  hasBit,
  highestBit,
  keepRow,
  setBit,
} from "./bits.ts";
import { blockedCalls } from "./blocked-calls.ts";
import type { Passage } from "./channels.ts";
import type { Need, NeedReason, Needs } from "./needs.ts";
import { occurrenceKinds } from "./occurrence.ts";
import type { PathEvents } from "./path-events.ts";

/** When a key has happened, so has what it implies. */
interface Rule {
  readonly why: NeedReason;
  readonly keys: BitRows;
  readonly implied: Map<number, number>;
}

/** By row: what has happened whenever an event, or what a join joins, has happened. */
export interface Closure {
  readonly past: BitRows;
  /** By event: what channels and blocked callers make it need besides its own needs, as far as these do not say so. */
  readonly derived: readonly (readonly Need[])[];
}

/** Rows to work in. */
const [result, group, matching, single] = [0, 1, 2, 3];

/**
 * Closes the order of a path's events over their needs, the channels and blocked callers.
 *
 * In:     events, their needs, a sorted order of events and joins, and what passes ordered channels.
 * Out:    a row for each event, then one for each join; see Causes.
 * Says:   nothing.
 * Cost:   per pass and node, n/32 words for each need and each rule that adds something. What is not known yet counts as
 *         everything; then another pass follows, until nothing changes.
 * Source: see causesOf.
 */
export const closure = (
  events: PathEvents,
  needs: readonly Needs[],
  sorted: readonly number[],
  passages: readonly Passage[],
): Closure => {
  const { order, list, joins, returns, previous } = events;
  const count = list.length;
  const past = bitRows(count + joins.length, count);
  const work = bitRows(4, count);
  const computed = new Uint8Array(count + joins.length);
  const controlled = list.map(
    ({ occurrence }) => occurrenceKinds[at(order.occurrences, occurrence).kind].controlled,
  );
  const channels = channelRules(passages, count);
  const blocking = blockingRules(events);
  const derived: Need[][] = list.map(() => []);
  let guessed = false;

  /** Adds a node and its past; of one that is not known yet, everything. */
  const add = (node: number, row: number): void => {
    if (computed[node] === 1) addRow(work, row, past, node);
    else fillRow(work, row, 1);
    if (computed[node] !== 1) guessed = true;
    if (node < count) setBit(work, row, node);
  };

  /** Adds what stands above on a lifeline; a receipt knows only its own past, so go on to what its lifeline did. */
  const addAbove = (from: number): void => {
    let node = from;
    for (; node >= 0 && node < count && !at(controlled, node); node = at(previous, node)) add(node, result);
    if (node >= 0) add(node, result);
  };

  /** Adds what rules say of the keys that `matching` has, which may lie in each other's past. */
  const follow = ({ keys, implied, why }: Rule, own: number): void => {
    keepRow(work, matching, keys, 0);
    for (let key = highestBit(work, matching); key >= 0; key = highestBit(work, matching)) {
      const value = implied.get(key) ?? -1;
      clearBit(work, matching, key);
      if (value === own || value < 0 || hasBit(work, result, value)) continue;
      add(value, result);
      derived[own]?.push({ from: value, why });
      if (computed[key] === 1) dropRow(work, matching, past, key);
    }
  };

  const compute = (node: number): void => {
    if (node < count) derived[node] = [];
    fillRow(work, result, 0);
    if (node >= count) {
      for (const part of at(joins, node - count)) addAbove(part);
      if (at(returns, node - count) >= 0) add(at(returns, node - count), result);
    }
    const { all, oneOf } = needs[node] ?? { all: [], oneOf: [] };
    for (const { from, why } of all) {
      if (why === "lifeline") addAbove(from);
      else add(from, result);
    }
    for (const choices of oneOf) {
      fillRow(work, group, 1);
      for (const choice of choices) {
        fillRow(work, single, 0);
        add(choice, single);
        keepRow(work, group, work, single);
      }
      addRow(work, result, work, group);
    }
    for (const { enters, rule } of channels.get(node) ?? []) {
      if (computed[enters] === 1) copyRow(work, matching, past, enters);
      else fillRow(work, matching, 1);
      follow(rule, node);
    }
    const rule =
      node < count ? blocking.get(at(order.occurrences, at(list, node).occurrence).lifeline) : undefined;
    if (rule === undefined) return;
    copyRow(work, matching, work, result);
    follow(rule, node);
  };

  for (let changed = true, pass = 0; changed && (pass === 0 || guessed); pass++) {
    changed = false;
    for (const node of sorted) {
      compute(node);
      if (copyRow(past, node, work, result)) changed = true;
      computed[node] = 1;
    }
  }
  return { past, derived };
};

/** By event that leaves a channel: what entered it before has left it before. */
const channelRules = (passages: readonly Passage[], count: number) => {
  const rules = new Map<string, Rule>();
  const byEvent = new Map<number, { readonly enters: number; readonly rule: Rule }[]>();
  for (const { channel, enters, leaves } of passages) {
    const rule = rules.get(channel) ?? {
      keys: bitRows(1, count),
      why: "channel" as const,
      implied: new Map(),
    };
    rules.set(channel, rule);
    setBit(rule.keys, 0, enters);
    rule.implied.set(enters, leaves);
    byEvent.set(leaves, [...(byEvent.get(leaves) ?? []), { enters, rule }]);
  }
  return byEvent;
};

/** By lifeline that handles nothing while it waits for a reply: what comes after a call comes after its reply. */
const blockingRules = (events: PathEvents): ReadonlyMap<number, Rule> => {
  const rules = new Map<number, Rule>();
  for (const [lifeline, blocked] of blockedCalls(events)) {
    const rule: Rule = { keys: bitRows(1, events.list.length), why: "reply", implied: new Map() };
    rules.set(lifeline, rule);
    for (const { call, reply } of blocked) {
      setBit(rule.keys, 0, call);
      rule.implied.set(call, reply);
    }
  }
  return rules;
};
