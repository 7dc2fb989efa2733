import { at } from "./at.ts";
import type { TimeLink, TimeLinks } from "./time-links.ts";

/** A circle of demands that no execution meets. */
export interface Conflict {
  /** In the order in which time is followed round the circle: `least` forwards along a link, `most` backwards. */
  readonly steps: readonly { readonly link: TimeLink; readonly way: "least" | "most" }[];
  /** ms: what passes at least, less what may pass at most; greater than 0. */
  readonly excess: number;
}

/** By node: a time in ms, and the link that says so. */
export interface Solution {
  readonly times: Float64Array;
  readonly because: readonly (Because | undefined)[];
  readonly conflict?: Conflict;
}

export interface Because {
  readonly link: TimeLink;
  readonly way: "least" | "most";
}

/** Links by the node at which they are looked at. */
interface Table {
  readonly into: readonly (readonly TimeLink[])[];
  readonly outOf: readonly (readonly TimeLink[])[];
}

/** Passes after which circles through a choice of arrivals count too: until then another arrival may still end them. */
const patience = 1_000;

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
    const conflict = circle(network, because, pass > patience);
    if (conflict !== undefined) return { times, because, conflict };
  }
};

/**
 * Finds the times at which things happen if everything is slow.
 *
 * In:     time links without a conflict; their nodes in an order in which most links lead forwards.
 * Out:    longest ways with the slow times; nothing that is met in time is later than its limit.
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
 * Out:    by node the longest way with slow times, a flight without a time taking for ever, as far as limits, and what comes
 *         after it and is limited, do not bound it.
 * Says:   nothing.
 * Cost:   linear in links per pass; as many passes as limits push one another: mostly three.
 * Source: as `earliest`, from above.
 */
export const latest = (network: TimeLinks, order: readonly number[]): Float64Array => {
  const endless = Number.POSITIVE_INFINITY;
  const { into } = tabulate(network);
  const outOf: TimeLink[][] = Array.from({ length: network.nodes }, () => []);
  for (const link of network.links) if (!isLimit(link)) at(outOf, link.from).push(link);
  const { times } = relax(network, order, ({ slow, guessed }) => (guessed ? endless : slow));
  const backwards = order.toReversed();
  for (let changed = true; changed; ) {
    changed = false;
    const lower = (node: number, time: number): void => {
      if (time >= at(times, node)) return;
      times[node] = time;
      changed = true;
    };
    for (const node of backwards)
      for (const { to, least } of at(outOf, node)) lower(node, at(times, to) - least);
    for (const node of order) {
      const forward = at(into, node).filter((link) => !isLimit(link));
      const groups = network.oneOf.get(node) ?? [];
      const ends = [
        ...forward.map(({ from, slow, guessed }) => (guessed ? endless : at(times, from) + slow)),
        ...groups.map((group) => Math.min(...group.map((each) => at(times, each)))),
      ];
      lower(node, Math.max(0, ...ends));
      for (const link of at(into, node)) lower(node, at(times, link.from) + link.most);
    }
  }
  return times;
};

/** Longest ways, with limits that cut them short. */
const relax = (network: TimeLinks, order: readonly number[], lasts: (link: TimeLink) => number): Solution => {
  const { into } = tabulate(network);
  const times = new Float64Array(network.nodes);
  const because: (Because | undefined)[] = new Array<Because | undefined>(network.nodes).fill(undefined);
  for (let changed = true; changed; ) {
    changed = false;
    for (const node of order) {
      let best = at(times, node);
      let why = because[node];
      const take = (time: number, link: TimeLink): void => {
        if (time <= best) return;
        best = time;
        why = { link, way: "least" };
      };
      for (const link of at(into, node)) take(at(times, link.from) + lasts(link), link);
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
  }
  return { times, because };
};

/** Something must happen within a time; that it happens at all, others say. */
export const isLimit = ({ least, most }: TimeLink): boolean =>
  least === Number.NEGATIVE_INFINITY && most !== Number.POSITIVE_INFINITY;

/** The link from the arrival that an await takes. */
export const chosen = (from: number, to: number): TimeLink => ({
  from,
  to,
  why: "await",
  least: 0,
  slow: 0,
  most: Number.POSITIVE_INFINITY,
  guessed: false,
});

const tabulate = ({ nodes, links }: TimeLinks): Table => {
  const into: TimeLink[][] = Array.from({ length: nodes }, () => []);
  const outOf: TimeLink[][] = Array.from({ length: nodes }, () => []);
  for (const link of links) {
    at(into, link.to).push(link);
    if (link.most !== Number.POSITIVE_INFINITY) at(outOf, link.from).push(link);
  }
  return { into, outOf };
};

/** A circle of reasons: each time in it is what it is because of the one before, and a little more each time round. */
const circle = (
  { nodes, oneOf }: TimeLinks,
  because: readonly (Because | undefined)[],
  choices: boolean,
): Conflict | undefined => {
  const seen = new Int32Array(nodes).fill(-1);
  const before = (node: number): number => {
    const { link, way } = because[node] ?? {};
    return link === undefined ? -1 : way === "least" ? link.from : link.to;
  };
  for (let start = 0; start < nodes; start++) {
    let node = start;
    while (node >= 0 && seen[node] === -1) {
      seen[node] = start;
      node = before(node);
    }
    if (node < 0 || seen[node] !== start) continue;
    const steps: Because[] = [];
    let each = node;
    do {
      const step = because[each];
      if (step === undefined) break;
      steps.unshift(step);
      each = before(each);
    } while (each !== node);
    if (!choices && steps.some(({ link }) => link.why === "await" && oneOf.has(link.to))) continue;
    const excess = steps.reduce((sum, { link, way }) => sum + (way === "least" ? link.least : -link.most), 0);
    if (excess > 0) return { steps, excess };
  }
  return undefined;
};
