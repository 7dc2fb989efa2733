import { at } from "./at.ts";
import type { TimeLink, TimeLinks } from "./time-links.ts";
import { type Because, chosen, circle, patience, type Solution, tabulate } from "./time-solution.ts";

/**
 * Finds the earliest times that meet all demands.
 *
 * In:     time links; their nodes in an order in which most links lead forwards.
 * Out:    the least solution, with all times at 0 or later; or a conflict, if there is none. An await with several arrivals to
 *         choose from takes the earliest.
 * Says:   nothing.
 * Cost:   linear in links per pass; as many passes as limits push one another: mostly two.
 * Source: difference constraints, Bellman and Ford; Cormen et al., Introduction to Algorithms, section 22.4.
 */
export const earliest = (network: TimeLinks, order: readonly number[]): Solution => {
  const { into, outOf } = tabulate(network);
  const times = new Float64Array(network.nodes);
  const because: (Because | undefined)[] = new Array<Because | undefined>(network.nodes).fill(undefined);
  for (let pass = 1; ; pass++) {
    let changed = false;
    const raise = (node: number, time: number, link: TimeLink, way: Because["way"]): void => {
      if (time <= at(times, node)) return;
      times[node] = time;
      because[node] = { link, way };
      changed = true;
    };
    for (const node of order) {
      for (const link of at(into, node)) raise(node, at(times, link.from) + link.least, link, "least");
      for (const group of network.oneOf.get(node) ?? []) {
        const first = group.reduce((a, b) => (at(times, b) < at(times, a) ? b : a));
        raise(node, at(times, first), chosen(first, node), "least");
      }
      for (const link of at(outOf, node)) raise(node, at(times, link.to) - link.most, link, "most");
    }
    if (!changed) return { times, because };
    const conflict = circle(network, because, pass > patience, ({ least }) => least);
    if (conflict !== undefined) return { times, because, conflict };
  }
};
