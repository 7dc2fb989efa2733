import type { Message } from "../flow/flow.ts";
import { messageKinds } from "../language/message-kinds.ts";
import type { System } from "./system.ts";

/** That one participant waits for another, in which flows, and where this is said first. */
export interface Call {
  readonly from: number;
  readonly to: number;
  readonly message: Message;
  /** Places in the system's members. */
  readonly flows: ReadonlySet<number>;
}

/** By participant: whom it calls, in the order of the flows. Cost: linear in messages. */
export const callGraph = ({ flow, memberOf }: System): readonly (readonly Call[])[] => {
  const calls = flow.participants.map(() => new Map<number, Call & { readonly flows: Set<number> }>());
  for (const message of flow.messages) {
    const { from, to, kind, index } = message;
    if (from === null || to === null || from === to || !messageKinds[kind].waits) continue;
    const own = calls[from];
    const call = own?.get(to) ?? { from, to, message, flows: new Set() };
    call.flows.add(memberOf[index] as number);
    own?.set(to, call);
  }
  return calls.map((own) => [...own.values()]);
};

/**
 * Finds circles of calls that no single flow shows.
 *
 * In:     who calls whom.
 * Out:    for each set of participants that reach one another, a shortest circle of calls that do not all stand in one flow;
 *         none where there is no such circle. In sets of more than 200, a short one.
 * Cost:   for each such set, its calls times its participants, or a million if that is less.
 * Source: strongly connected components after Tarjan, Depth-first search and linear graph algorithms (1972); shortest circles
 *         by breadth-first search from each participant.
 */
export const shortestCycles = (graph: readonly (readonly Call[])[]): readonly (readonly Call[])[] =>
  componentsOf(graph).flatMap((component) => {
    const inside = new Set(component);
    const isLarge = component.length > mostCompared;
    let best: readonly Call[] | undefined;
    for (const start of component.slice(0, startsFor(component.length))) {
      const found = cycleFrom(start, graph, inside);
      if (found && found.length < (best?.length ?? Number.POSITIVE_INFINITY)) best = found;
      if (best && isLarge) break;
    }
    return best ? [best] : [];
  });

/** In sets with more participants, the first circle that is found will do. */
const mostCompared = 200;

const startsFor = (size: number): number => Math.max(mostCompared, Math.floor(1_000_000 / size));

/** A state of the search: a call, how it was reached, and the flows that show all the way there. */
interface Way {
  readonly call: Call;
  readonly before: Way | undefined;
  readonly flows: ReadonlySet<number>;
}

const cycleFrom = (
  start: number,
  graph: readonly (readonly Call[])[],
  inside: ReadonlySet<number>,
): readonly Call[] | undefined => {
  // A participant may be reached anew by a way that fewer flows show, for only such a one may close a circle of several.
  const seen = new Map<number, ReadonlySet<number>[]>();
  const waiting: Way[] = [];
  const goOn = (at: number, before: Way | undefined): Way | undefined => {
    for (const call of graph[at] ?? []) {
      if (!inside.has(call.to)) continue;
      const way = { call, before, flows: before ? common(before.flows, call.flows) : call.flows };
      if (call.to === start) {
        if (way.flows.size === 0) return way;
        continue;
      }
      const known = seen.get(call.to) ?? [];
      if (known.length >= mostWays || known.some((other) => isWithin(other, way.flows))) continue;
      if (known.length > 0 && passes(before, call.to)) continue;
      seen.set(call.to, [...known, way.flows]);
      waiting.push(way);
    }
    return undefined;
  };
  let closed = goOn(start, undefined);
  for (const way of waiting) {
    if (closed) break;
    closed = goOn(way.call.to, way);
  }
  const calls: Call[] = [];
  for (let way = closed; way; way = way.before) calls.unshift(way.call);
  return calls.length > 0 ? calls : undefined;
};

const passes = (way: Way | undefined, at: number): boolean => {
  for (let each = way; each; each = each.before) if (each.call.to === at) return true;
  return false;
};

/** Ways to one participant that are followed; more of them differ in little. */
const mostWays = 8;

const common = (a: ReadonlySet<number>, b: ReadonlySet<number>): ReadonlySet<number> =>
  new Set([...a].filter((each) => b.has(each)));

const isWithin = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  [...a].every((each) => b.has(each));

/** Sets of several participants that all reach one another, each in ascending order. */
const componentsOf = (graph: readonly (readonly Call[])[]): readonly (readonly number[])[] => {
  const found: number[][] = [];
  const order = new Array<number>(graph.length).fill(-1);
  const low = new Array<number>(graph.length).fill(0);
  const stack: number[] = [];
  const onStack = new Set<number>();
  let count = 0;
  // Without recursion: circles of many thousand calls are data, not a reason to fail.
  for (let root = 0; root < graph.length; root++) {
    if (order[root] !== -1) continue;
    const path: { readonly at: number; next: number }[] = [];
    const enter = (at: number): void => {
      order[at] = count;
      low[at] = count++;
      stack.push(at);
      onStack.add(at);
      path.push({ at, next: 0 });
    };
    enter(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { at } = top;
      const call = graph[at]?.[top.next++];
      if (call) {
        if (order[call.to] === -1) enter(call.to);
        else if (onStack.has(call.to)) low[at] = Math.min(low[at] as number, order[call.to] as number);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above) low[above.at] = Math.min(low[above.at] as number, low[at] as number);
      if (low[at] !== order[at]) continue;
      const component = stack.splice(stack.lastIndexOf(at));
      for (const each of component) onStack.delete(each);
      if (component.length > 1) found.push(component.sort((a, b) => a - b));
    }
  }
  return found;
};
