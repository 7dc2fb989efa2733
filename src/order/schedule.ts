import { addTo } from "./add-to.ts";
import { at } from "./at.ts";
import { addNew, bitRows, hasBit, setBit } from "./bits.ts";
import type { Causes } from "./causes.ts";
import { heap } from "./heap.ts";
import { blockedTurns, channelTurns, type Held, type Turn } from "./turns.ts";

/**
 * Shows how one event can happen before another.
 *
 * In:     the causal order of a path; two events, the first of which need not come before the second.
 * Out:    a legal beginning of an execution, as events in the order in which they happen: only what the second needs and then
 *         the second, only what the first needs and then the first, as near to written order as that allows; of several
 *         arrivals that would do, the first. Where channels or blocked callers forbid that order, what is on its way arrives
 *         first. Undefined when the first must come first, or one can never happen.
 * Says:   nothing.
 * Cost:   linear in the events that it holds, their needs, and n/32 words each.
 * Source: CHECKS section 2.4: a set closed under the causal order is a legal beginning.
 */
export const scheduleOf = (causes: Causes, first: number, second: number): readonly number[] | undefined => {
  const { precedes } = causes;
  if (first === second || [first, second].some((event) => precedes(event, event) || precedes(first, event)))
    return undefined;
  const avoid = (event: number): boolean =>
    event === first || precedes(first, event) || precedes(event, event);
  const early = support(causes, [second], avoid);
  const drained =
    early && support(causes, [...early.events, ...stillInside(causes, early.events, avoid)], avoid);
  for (const begin of [early, drained])
    for (const eager of [false, true]) {
      const found = begin && attempt(causes, [first], [[second, first]], begin, eager);
      if (found !== undefined) return found;
    }
  return undefined;
};

/**
 * Shows how some events can have happened.
 *
 * In:     the causal order of a path; events.
 * Out:    a legal beginning of an execution that holds them and only what they need, as near to written order as that allows.
 *         Undefined when one of them can never happen; and where channels and blocked callers leave no way that is found
 *         without a search, as in queues that exist only after they have handed something over.
 * Says:   nothing.
 * Cost:   as for scheduleOf.
 * Source: as for scheduleOf.
 */
export const beginningOf = (causes: Causes, wanted: readonly number[]): readonly number[] | undefined => {
  const impossible = (event: number): boolean => causes.precedes(event, event);
  if (wanted.some(impossible)) return undefined;
  const begin = support(causes, wanted, impossible);
  for (const eager of [false, true]) {
    const found = begin && attempt(causes, [], [], begin, eager);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** What could still leave the channels that some events have entered. */
const stillInside = (
  { passages }: Causes,
  events: readonly number[],
  avoid: (event: number) => boolean,
): readonly number[] => {
  const entered = new Set(events);
  return passages
    .filter(({ enters, leaves }) => entered.has(enters) && !avoid(leaves))
    .map(({ leaves }) => leaves);
};

/** One attempt: events that a blocked lifeline may handle before or after its call come before, if it is eager. */
const attempt = (
  causes: Causes,
  late: readonly number[],
  required: readonly Turn[],
  early: Support,
  eager: boolean,
): readonly number[] | undefined => {
  let wanted: readonly number[] = [...early.events, ...late];
  for (;;) {
    const all = support(causes, wanted, () => false, early.chosen);
    if (all === undefined) return undefined;
    const held = { events: new Set(all.events), early: new Set(early.events) };
    const { turns, missing } = blockedTurns(causes, held, eager);
    if (missing.length === 0)
      return arrange(causes, held, all.chosen, [...required, ...turns, ...channelTurns(causes, held)]);
    wanted = [...all.events, ...missing];
  }
};

interface Support {
  readonly events: readonly number[];
  /** For awaits and handlers with a choice: the arrivals that they take. */
  readonly chosen: ReadonlyMap<number, readonly number[]>;
}

/** Everything that some events need, without what is to be avoided. */
const support = (
  { past, needs, precedes }: Causes,
  wanted: readonly number[],
  avoid: (event: number) => boolean,
  before: Support["chosen"] = new Map(),
): Support | undefined => {
  const events: number[] = [];
  const chosen = new Map(before);
  const known = bitRows(1, needs.length);
  // The row of an event that can never happen is full to the end of its last word.
  for (let beyond = needs.length; beyond < known.words * 32; beyond++) setBit(known, 0, beyond);
  const work: number[] = [];
  const take = (event: number): void => {
    if (hasBit(known, 0, event)) return;
    setBit(known, 0, event);
    work.push(event);
  };
  for (const event of wanted) take(event);
  for (let event = work.pop(); event !== undefined; event = work.pop()) {
    events.push(event);
    work.push(...addNew(known, 0, past, event));
    const { oneOf } = at(needs, event);
    if (oneOf.length === 0 || chosen.has(event)) continue;
    const self = event;
    const picks = oneOf.map((group) =>
      group.find((each) => !avoid(each) && !precedes(self, each) && !precedes(each, each)),
    );
    const found = picks.filter((pick) => pick !== undefined);
    if (found.length < picks.length) return undefined;
    chosen.set(event, found);
    for (const each of found) take(each);
  }
  return { events, chosen };
};

/** Puts events in an order that their needs and the turns allow, early ones and else written order first. */
const arrange = (
  { needs, events: { list, joins, returns, previous } }: Causes,
  { events, early }: Held,
  chosen: Support["chosen"],
  turns: readonly Turn[],
): readonly number[] | undefined => {
  const count = list.length;
  // After the events, a node for each event and join: all is done on its lifeline down to there.
  const nodes = 2 * count + joins.length;
  const rank = new Int32Array(nodes);
  const missing = new Int32Array(nodes);
  const next = new Map<number, number[]>();
  const edge = (from: number, to: number): void => {
    if (from < 0) return;
    addTo(next, from, to);
    missing[to] = at(missing, to) + 1;
  };
  for (const event of events) {
    rank[event] = 1 + event + (early.has(event) ? 0 : count);
    edge(event, count + event);
    for (const { from, why } of at(needs, event).all) edge(why === "lifeline" ? count + from : from, event);
    for (const pick of chosen.get(event) ?? []) edge(pick, event);
  }
  for (const [index, before] of previous.entries()) if (before >= 0) edge(count + before, count + index);
  for (const [join, event] of returns.entries()) if (events.has(event)) edge(event, 2 * count + join);
  for (const [join, parts] of joins.entries())
    for (const part of parts) if (part >= 0) edge(count + part, 2 * count + join);
  for (const [before, after] of turns) edge(before, after);

  const ready = heap(rank);
  for (let node = 0; node < nodes; node++)
    if (missing[node] === 0 && (node >= count || events.has(node))) ready.push(node);
  const done: number[] = [];
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    if (node < count) done.push(node);
    for (const after of next.get(node) ?? []) {
      missing[after] = at(missing, after) - 1;
      if (missing[after] === 0) ready.push(after);
    }
  }
  return done.length === events.size ? done : undefined;
};
