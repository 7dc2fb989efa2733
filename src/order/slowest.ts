import { at } from "./at.ts";
import type { TimeLink, TimeLinks } from "./time-links.ts";
import { type Because, chosen, circle, isLimit, patience, type Solution, tabulate } from "./time-solution.ts";

/**
 * Finds the times at which things happen if everything is slow.
 *
 * In:     time links without a conflict; their nodes in an order in which most links lead forwards.
 * Out:    longest ways with the slow times; nothing that is met in time is later than its limit.
 *         Or a conflict, if events wait for each other.
 * Says:   nothing.
 * Cost:   linear in links per pass, mostly two passes.
 * Source: critical path method, Kelley and Walker 1959.
 */
export const slowest = (network: TimeLinks, order: readonly number[]): Solution =>
  relax(network, order, ({ slow }) => slow);

/**
 * Finds the latest times that the text allows.
 *
 * In:     time links without a conflict; their nodes in an order in which most links lead forwards.
 * Out:    by node the longest way with slow times, a flight without a time taking for ever. What is bounded by nothing before
 *         it is bounded by what comes after it, and bounds what follows in turn.
 * Says:   nothing.
 * Cost:   linear in links per pass; two passes for each time that such bounds are handed back and on again, mostly none.
 * Source: as `slowest`.
 */
export const latest = (network: TimeLinks, order: readonly number[]): Float64Array => {
  const endless = Number.POSITIVE_INFINITY;
  const { into } = tabulate(network);
  const outOf: TimeLink[][] = Array.from({ length: network.nodes }, () => []);
  for (const link of network.links) if (!isLimit(link)) at(outOf, link.from).push(link);
  const { times } = relax(network, order, ({ slow, guessed }) => (guessed ? endless : slow));
  const least = relax(network, order, ({ slow }) => slow).times;
  const backwards = order.toReversed();
  const bound = (nodes: readonly number[], boundOf: (node: number) => number): boolean => {
    let found = false;
    for (const node of nodes) {
      if (at(times, node) < endless || boundOf(node) === endless) continue;
      times[node] = Math.max(at(least, node), boundOf(node));
      found = true;
    }
    return found;
  };
  const before = (node: number): number =>
    at(outOf, node).reduce((most, link) => Math.min(most, at(times, link.to) - link.least), endless);
  const behind = (node: number): number => {
    const ends = at(into, node)
      .filter((link) => !isLimit(link))
      .map(({ from, slow, guessed }) => (guessed ? endless : at(times, from) + slow));
    const groups = (network.oneOf.get(node) ?? []).map((group) =>
      Math.min(...group.map((each) => at(times, each))),
    );
    const limits = at(into, node).map(({ from, most }) => at(times, from) + most);
    return Math.min(Math.max(0, ...ends, ...groups), ...limits);
  };
  // Each pass bounds what was not bounded: there is nothing to repeat when it finds no more.
  for (let changed = true; changed; ) {
    changed = false;
    while (bound(backwards, before)) changed = true;
    while (bound(order, behind)) changed = true;
  }
  return times;
};

/** Longest ways, with limits that cut them short. */
const relax = (network: TimeLinks, order: readonly number[], lasts: (link: TimeLink) => number): Solution => {
  const { into } = tabulate(network);
  const times = new Float64Array(network.nodes);
  const because: (Because | undefined)[] = new Array<Because | undefined>(network.nodes).fill(undefined);
  for (let pass = 1, changed = true; changed; pass++) {
    changed = false;
    for (const node of order) {
      let best = at(times, node);
      let why = because[node];
      const take = (time: number, link: TimeLink): void => {
        if (time <= best) return;
        best = time;
        why = { link, way: "least" };
      };
      for (const link of at(into, node)) if (!isLimit(link)) take(at(times, link.from) + lasts(link), link);
      for (const group of network.oneOf.get(node) ?? []) {
        const first = group.reduce((a, b) => (at(times, b) < at(times, a) ? b : a));
        take(at(times, first), chosen(first, node));
      }
      for (const link of at(into, node)) {
        if (!isLimit(link) || at(times, link.from) + link.most >= best) continue;
        best = at(times, link.from) + link.most;
        why = { link, way: "most" };
      }
      if (best <= at(times, node)) continue;
      times[node] = best;
      because[node] = why;
      changed = true;
    }
    const conflict = changed ? circle(network, because, pass > patience, lasts) : undefined;
    if (conflict !== undefined) return { times, because, conflict };
  }
  return { times, because };
};
