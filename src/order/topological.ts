import { at } from "./at.ts";
import { heap } from "./heap.ts";
import type { Needs } from "./needs.ts";
import type { PathEvents } from "./path-events.ts";

/**
 * Sorts the events and joins of a path so that each stands after what it needs, as far as that is possible.
 *
 * In:     a path's events and their needs; joins need all their parts.
 * Out:    all nodes, each once, as near to written order as their needs allow. Where needs go in a circle, first an event that
 *         lacks nothing but some of several arrivals, else the first one as written, is put before what it needs.
 * Says:   nothing.
 * Cost:   n log n in nodes and needs; linear for each circle.
 * Source: Kahn, Topological sorting of large networks, 1962, with a heap.
 */
export const topologicalOrder = (
  { list, joins, returns, sequence }: PathEvents,
  needs: readonly Needs[],
): readonly number[] => {
  const nodes = list.length + joins.length;
  const rank = new Int32Array(nodes);
  for (const [place, node] of sequence.entries()) rank[node] = place;
  const missing = new Int32Array(nodes);
  const hard = new Int32Array(nodes);
  const next: number[][] = Array.from({ length: nodes }, () => []);
  const soft = new Set<number>();
  const isSoft = (from: number, to: number): boolean => soft.size > 0 && soft.has(from * nodes + to);
  const require = (from: number, to: number, mayLack: boolean): void => {
    if (from < 0) return;
    at(next, from).push(to);
    missing[to] = at(missing, to) + 1;
    if (mayLack) soft.add(from * nodes + to);
    else hard[to] = at(hard, to) + 1;
  };
  for (const [index, { all, oneOf }] of needs.entries()) {
    for (const { from } of all) require(from, index, false);
    for (const group of oneOf) for (const from of group) require(from, index, true);
  }
  for (const [index, event] of returns.entries()) require(event, list.length + index, false);
  for (const [index, parts] of joins.entries())
    for (const part of parts) require(part, list.length + index, false);

  const done = new Uint8Array(nodes);
  const sorted: number[] = [];
  const ready = heap(rank);
  for (const node of sequence) if (missing[node] === 0) ready.push(node);
  const finish = (node: number): void => {
    done[node] = 1;
    sorted.push(node);
    for (const after of at(next, node)) {
      missing[after] = at(missing, after) - 1;
      if (!isSoft(node, after)) hard[after] = at(hard, after) - 1;
      if (missing[after] === 0 && done[after] === 0) ready.push(after);
    }
  };
  while (sorted.length < nodes) {
    const node = ready.pop();
    if (node !== undefined) finish(node);
    else {
      const left = sequence.filter((each) => done[each] === 0);
      finish(left.find((each) => hard[each] === 0) ?? at(left, 0));
    }
  }
  return sorted;
};
